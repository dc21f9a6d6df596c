package org.fairlead.seas.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The ports of the npm package `sea-ports` with our corrections: rows moved to where the port is,
/// and ports added that the package lacks.
final class ListedPorts {

    /// A harbour with its approaches, where nobody drew its limits. Ours.
    private static final double RADIUS_NAUTICAL_MILES = 5;

    private static final String CODE = "unlocode";

    private ListedPorts() {}

    static List<Port> read() {
        Map<String, Port> ports = new TreeMap<>();
        CsvRow.readResource("sea-ports.csv", CODE, ListedPorts::listed)
                .forEach(port -> ports.put(port.id(), port));
        CsvRow.readResource("port-corrections.csv", CODE, row -> row)
                .forEach(row -> correct(ports, row));
        return new ArrayList<>(ports.values());
    }

    private static void correct(Map<String, Port> ports, CsvRow row) {
        String id = row.text(CODE).toLowerCase(Locale.ROOT);
        Port known = ports.get(id);
        switch (row.text("change")) {
            case "move" -> ports.put(id, moved(known(known, id), row));
            case "add" -> ports.put(id, added(id, row));
            case "drop" -> ports.remove(known(known, id).id());
            default ->
                    throw new IllegalArgumentException(
                            "a correction is move, add or drop: " + row.text("change"));
        }
    }

    private static Port known(@Nullable Port port, String id) {
        if (port == null) {
            throw new IllegalArgumentException("corrects a port that is not listed: " + id);
        }
        return port;
    }

    private static Port listed(CsvRow row) {
        return port(row.text(CODE), row.text("name"), row.words("aliases"), row, "sea-ports 0.0.9");
    }

    private static Port moved(Port port, CsvRow row) {
        return port(port.id(), port.name(), port.aliases(), row, row.text("source"));
    }

    private static Port added(String id, CsvRow row) {
        return port(id, row.text("name"), row.words("aliases"), row, row.text("source"));
    }

    private static Port port(
            String code, String name, List<String> aliases, CsvRow row, String source) {
        String upper = code.toUpperCase(Locale.ROOT);
        return new Port(
                code.toLowerCase(Locale.ROOT),
                name,
                aliases,
                PortKind.PORT,
                PortArea.circle(row.place(), RADIUS_NAUTICAL_MILES),
                upper,
                upper.substring(0, 2),
                false,
                source);
    }
}
