package org.fairlead.ais.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which column of a CSV file holds what, by the names in its first line. Knows the files of the
/// Danish Maritime Authority, of NOAA MarineCadastre (both spellings) and of the Brest receiver;
/// names are compared without case, spaces and punctuation.
final class CsvColumns {

    enum Field {
        TIME(true, "timestamp", "basedatetime", "t"),
        MMSI(true, "mmsi", "sourcemmsi"),
        LATITUDE(true, "latitude", "lat"),
        LONGITUDE(true, "longitude", "lon", "long"),
        KIND(false, "typeofmobile", "transceiverclass", "transceiver"),
        STATUS(false, "navigationalstatus", "status"),
        TURN(false, "rot"),
        RAW_TURN(false, "rateofturn"),
        SPEED(false, "sog", "speedoverground"),
        COURSE(false, "cog", "courseoverground"),
        HEADING(false, "heading", "trueheading"),
        IMO(false, "imo"),
        CALL_SIGN(false, "callsign"),
        NAME(false, "name", "vesselname"),
        SHIP_TYPE(false, "shiptype", "vesseltype"),
        LENGTH(false, "length"),
        WIDTH(false, "width");

        private final boolean isNeeded;
        private final List<String> names;

        Field(boolean isNeeded, String... names) {
            this.isNeeded = isNeeded;
            this.names = List.of(names);
        }
    }

    private final char separator;
    private final Map<Field, Integer> places;
    private final List<String> missing;

    private CsvColumns(char separator, Map<Field, Integer> places, List<String> missing) {
        this.separator = separator;
        this.places = places;
        this.missing = missing;
    }

    /// The columns that a first line names; empty when it is no header of such a file.
    static Optional<CsvColumns> of(String line) {
        char separator = line.indexOf(';') >= 0 && line.indexOf(',') < 0 ? ';' : ',';
        List<String> names = split(line, separator).stream().map(CsvColumns::plain).toList();
        var places = new HashMap<Field, Integer>();
        var missing = new ArrayList<String>();
        for (Field field : Field.values()) {
            int place = place(names, field);
            if (place >= 0) {
                places.put(field, place);
            } else if (field.isNeeded) {
                missing.add(field.names.getFirst());
            }
        }
        return places.containsKey(Field.MMSI)
                ? Optional.of(new CsvColumns(separator, places, missing))
                : Optional.empty();
    }

    private static int place(List<String> names, Field field) {
        for (String name : field.names) {
            int place = names.indexOf(name);
            if (place >= 0) {
                return place;
            }
        }
        return -1;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /// Columns without which no row can be used.
    List<String> missing() {
        return missing;
    }

    List<String> cells(String line) {
        return split(line, separator);
    }

    /// A cell without its blanks; null when there is no such column, or nothing in it.
    @Nullable String cell(List<String> cells, Field field) {
        Integer place = places.get(field);
        if (place == null || place >= cells.size()) {
            return null;
        }
        String text = cells.get(place).strip();
        return text.isEmpty() ? null : text;
    }

    /// RFC 4180 on one line: quoted cells, doubled quotes in them.
    static List<String> split(String line, char separator) {
        var cells = new ArrayList<String>(26);
        var quoted = new StringBuilder();
        int at = 0;
        while (at <= line.length()) {
            if (at < line.length() && line.charAt(at) == '"') {
                quoted.setLength(0);
                at = quoted(line, at + 1, quoted);
                int end = line.indexOf(separator, at);
                cells.add(quoted.toString());
                at = end < 0 ? line.length() + 1 : end + 1;
            } else {
                int end = line.indexOf(separator, at);
                end = end < 0 ? line.length() : end;
                cells.add(line.substring(at, end));
                at = end + 1;
            }
        }
        return cells;
    }

    private static int quoted(String line, int from, StringBuilder into) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c != '"') {
                into.append(c);
            } else if (at < line.length() && line.charAt(at) == '"') {
                into.append('"');
                at++;
            } else {
                return at;
            }
        }
        return at;
    }
}
