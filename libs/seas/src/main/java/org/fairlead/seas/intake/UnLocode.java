package org.fairlead.seas.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.PortArea;
import org.fairlead.seas.port.PortKind;

/// UN/LOCODE as UNECE publishes it: parts without a head, in Latin-1; a location is a port where
/// its function begins with 1, and positions are degrees and minutes (Recommendation 16).
public final class UnLocode {

    private static final int COLUMNS = 12;
    private static final int COUNTRY = 1;
    private static final int LOCATION = 2;
    private static final int NAME = 3;
    private static final int PLAIN_NAME = 4;
    private static final int FUNCTION = 6;
    private static final int POSITION = 10;
    private static final Pattern DEGREES =
            Pattern.compile("(\\d{2})(\\d{2})([NS])\\s+(\\d{3})(\\d{2})([EW])");

    /// Towns and not harbours are what the positions are of.
    private static final double RADIUS_NAUTICAL_MILES = 6;

    private UnLocode() {}

    /// @param text decoded from ISO 8859-1
    /// @throws IOException when it is not this table at all
    public static Intake read(Reader text) throws IOException {
        var ports = new ArrayList<Port>();
        var faults = new ArrayList<Intake.Fault>();
        int rows = 0;
        int without = 0;
        try (var table = new CsvTable(text)) {
            for (var row = table.next(); row != null; row = table.next()) {
                if (rows++ == 0 && row.cells().length < COLUMNS) {
                    throw new IOException(
                            "no UN/LOCODE list: 12 columns are expected, not "
                                    + row.cells().length);
                }
                if (!isPort(row) || row.cell(POSITION).isEmpty()) {
                    without++;
                    continue;
                }
                try {
                    ports.add(port(row));
                } catch (BadFieldException fault) {
                    faults.add(fault.atLine(row.line()));
                }
            }
        }
        return new Intake(rows, ports, without, faults);
    }

    /// A row without a location names its country.
    private static boolean isPort(CsvTable.Row row) {
        return !row.cell(LOCATION).isEmpty() && row.cell(FUNCTION).startsWith("1");
    }

    private static Port port(CsvTable.Row row) {
        String country = row.cell(COUNTRY);
        String code = country + row.cell(LOCATION);
        if (!code.matches("[A-Z]{2}[A-Z0-9]{3}")) {
            throw new BadFieldException(
                    "Location",
                    "two letters and three letters or digits are expected, not '" + code + "'");
        }
        if (row.cell(NAME).isEmpty()) {
            throw new BadFieldException("Name", "is empty");
        }
        var plain = row.cell(PLAIN_NAME);
        return new Port(
                code.toLowerCase(java.util.Locale.ROOT),
                row.cell(NAME),
                plain.isEmpty() || plain.equals(row.cell(NAME)) ? List.of() : List.of(plain),
                PortKind.PORT,
                PortArea.circle(place(row.cell(POSITION)), RADIUS_NAUTICAL_MILES),
                code,
                country,
                false,
                "UN/LOCODE " + code);
    }

    private static Place place(String text) {
        Matcher match = DEGREES.matcher(text);
        if (!match.matches()) {
            throw new BadFieldException(
                    "Coordinates", "'DDMMN DDDMME' is expected, not '" + text + "'");
        }
        double north = degrees(part(match, 1), part(match, 2), part(match, 3), text);
        double east = degrees(part(match, 4), part(match, 5), part(match, 6), text);
        if (Math.abs(north) > 90 || Math.abs(east) > 180) {
            throw new BadFieldException("Coordinates", "is not on the earth: '" + text + "'");
        }
        return new Place(north, east);
    }

    private static String part(Matcher match, int group) {
        return Objects.requireNonNull(match.group(group));
    }

    private static double degrees(String degrees, String minutes, String letter, String text) {
        int part = Integer.parseInt(minutes);
        if (part >= 60) {
            throw new BadFieldException(
                    "Coordinates", "minutes are below 60, not in '" + text + "'");
        }
        double value = Integer.parseInt(degrees) + part / 60.0;
        return "SW".contains(letter) ? -value : value;
    }
}
