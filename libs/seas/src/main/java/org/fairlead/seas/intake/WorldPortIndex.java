package org.fairlead.seas.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.PortArea;
import org.fairlead.seas.port.PortKind;
import org.jspecify.annotations.Nullable;

/// The World Port Index, NGA Pub. 150, as its CSV download has it: the index number is written as a
/// fraction, UN/LOCODEs with and without a blank, positions to whole minutes.
public final class WorldPortIndex {

    private static final String NUMBER = "World Port Index Number";
    private static final String NAME = "Main Port Name";
    private static final String ALTERNATE = "Alternate Port Name";
    private static final String CODE = "UN/LOCODE";
    private static final String LATITUDE = "Latitude";
    private static final String LONGITUDE = "Longitude";

    /// Positions are those of a harbour's middle, to a minute.
    private static final double RADIUS_NAUTICAL_MILES = 5;

    private WorldPortIndex() {}

    /// @throws IOException when it is not this table at all, saying which column it lacks
    public static Intake read(Reader text) throws IOException {
        var ports = new ArrayList<Port>();
        var faults = new ArrayList<Intake.Fault>();
        var ids = new HashSet<String>();
        int rows = 0;
        try (var table = new CsvTable(text)) {
            var columns = columns(table.next());
            for (var row = table.next(); row != null; row = table.next()) {
                rows++;
                try {
                    Port port = port(row, columns);
                    if (!ids.add(port.id())) {
                        throw new BadFieldException(NUMBER, "listed twice: " + port.id());
                    }
                    ports.add(port);
                } catch (BadFieldException fault) {
                    faults.add(fault.atLine(row.line()));
                }
            }
        }
        return new Intake(rows, ports, 0, faults);
    }

    private static Map<String, Integer> columns(CsvTable.@Nullable Row head) throws IOException {
        var columns = new HashMap<String, Integer>();
        for (int at = 0; head != null && at < head.cells().length; at++) {
            columns.put(head.cell(at), at);
        }
        for (String wanted : List.of(NUMBER, NAME, CODE, LATITUDE, LONGITUDE)) {
            if (!columns.containsKey(wanted)) {
                throw new IOException("no World Port Index: it has no column '" + wanted + "'");
            }
        }
        return columns;
    }

    private static Port port(CsvTable.Row row, Map<String, Integer> columns) {
        String number = number(text(row, columns, NUMBER));
        String name = text(row, columns, NAME);
        if (name.isEmpty()) {
            throw new BadFieldException(NAME, "is empty");
        }
        String code = code(text(row, columns, CODE));
        var place =
                new Place(
                        degrees(row, columns, LATITUDE, 90), degrees(row, columns, LONGITUDE, 180));
        return new Port(
                "wpi-" + number,
                name,
                aliases(text(row, columns, ALTERNATE)),
                PortKind.PORT,
                PortArea.circle(place, RADIUS_NAUTICAL_MILES),
                code,
                code == null ? null : code.substring(0, 2),
                false,
                "NGA Pub. 150 no. " + number);
    }

    private static String text(CsvTable.Row row, Map<String, Integer> columns, String column) {
        Integer at = columns.get(column);
        return at == null ? "" : row.cell(at);
    }

    private static String number(String text) {
        try {
            double number = Double.parseDouble(text);
            if (number > 0) {
                return number == Math.rint(number)
                        ? Long.toString((long) number)
                        : Double.toString(number);
            }
        } catch (NumberFormatException noNumber) {
            // Named below.
        }
        throw new BadFieldException(NUMBER, "a number above 0 is expected, not '" + text + "'");
    }

    private static @Nullable String code(String text) {
        String code = text.replace(" ", "").toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            return null;
        }
        if (!code.matches("[A-Z]{2}[A-Z0-9]{3}")) {
            throw new BadFieldException(
                    CODE,
                    "two letters and three letters or digits are expected, not '" + text + "'");
        }
        return code;
    }

    private static List<String> aliases(String text) {
        return Stream.of(text.split(";", -1))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
    }

    private static double degrees(
            CsvTable.Row row, Map<String, Integer> columns, String column, double most) {
        String text = text(row, columns, column);
        try {
            double degrees = Double.parseDouble(text);
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException noNumber) {
            // Named below.
        }
        throw new BadFieldException(
                column,
                "degrees from %.0f to %.0f are expected, not '%s'".formatted(-most, most, text));
    }
}
