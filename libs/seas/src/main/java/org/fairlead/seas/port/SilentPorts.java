package org.fairlead.seas.port;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// The register of silent ports, small enough to be searched from end to end.
public final class SilentPorts {

    private final List<SilentPort> ports;

    public SilentPorts(List<SilentPort> ports) {
        this.ports = List.copyOf(ports);
        var ids = new HashSet<String>();
        for (SilentPort port : this.ports) {
            if (!ids.add(port.id())) {
                throw new IllegalArgumentException("silent port twice: " + port.id());
            }
        }
    }

    /// The register that comes with this module.
    public static SilentPorts register() {
        try (InputStream csv = SilentPorts.class.getResourceAsStream("silent-ports.csv")) {
            if (csv == null) {
                throw new IllegalStateException("silent-ports.csv is not in the module");
            }
            return read(csv);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// @throws IllegalArgumentException when a row cannot be a port, naming it
    static SilentPorts read(InputStream csv) throws IOException {
        try (var rows =
                new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .<Map<String, String>>readValues(csv)) {
            return new SilentPorts(rows.readAll().stream().map(SilentPorts::port).toList());
        }
    }

    private static SilentPort port(Map<String, String> row) {
        try {
            return new SilentPort(
                    text(row, "id"),
                    text(row, "name"),
                    words(text(row, "aliases")),
                    SilentPort.Kind.ofSlug(text(row, "kind")),
                    new Place(number(row, "latitude_degrees"), number(row, "longitude_degrees")),
                    number(row, "radius_nautical_miles"),
                    text(row, "country"),
                    text(row, "why_ais_misses_it"),
                    text(row, "source"));
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException(
                    "silent port " + row.get("id") + ": " + fault.getMessage(), fault);
        }
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(text(row, column));
    }

    private static String text(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return value.strip();
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(";", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public List<SilentPort> all() {
        return ports;
    }

    /// Ports with these letters in their name or in one of their aliases, whatever the case.
    public List<SilentPort> called(String part) {
        return ports.stream().filter(port -> port.isCalled(part)).toList();
    }

    /// The port nearest to the place, however far away.
    public Optional<SilentPort> nearest(Place place) {
        return ports.stream()
                .min(
                        Comparator.comparingDouble(
                                port -> GreatCircle.nauticalMiles(place, port.place())));
    }

    /// Ports whose own radius, widened by this much, covers the place; nearest first.
    public List<SilentPort> within(Place place, double nauticalMiles) {
        return ports.stream()
                .filter(port ->
                        GreatCircle.lowerBoundNauticalMiles(place, port.place())
                                <= port.radiusNauticalMiles() + nauticalMiles)
                .sorted(
                        Comparator.comparingDouble(
                                port -> GreatCircle.nauticalMiles(place, port.place())))
                .toList();
    }
}
