package org.fairlead.seas.port;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        return new SilentPorts(CsvRow.readResource("silent-ports.csv", "id", SilentPorts::port));
    }

    /// @throws IllegalArgumentException when a row cannot be a port, naming it
    static SilentPorts read(InputStream csv) throws IOException {
        return new SilentPorts(CsvRow.readAll(csv, "id", SilentPorts::port));
    }

    private static SilentPort port(CsvRow row) {
        return new SilentPort(
                row.text("id"),
                row.text("name"),
                row.words("aliases"),
                PortKind.ofSlug(row.text("kind")),
                area(row),
                row.text("country"),
                new SilentPort.Details(
                        row.optionalText("unlocode"),
                        row.optionalCount("berths"),
                        row.optionalDay("valid_from"),
                        row.optionalDay("valid_to")),
                row.text("why_ais_misses_it"),
                row.text("source"));
    }

    private static PortArea area(CsvRow row) {
        var outline = row.corners("outline");
        return outline.isEmpty()
                ? PortArea.circle(row.place(), row.number("radius_nautical_miles"))
                : PortArea.outlined(row.place(), outline);
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

    /// Ports whose own area, widened by this much, covers the place; nearest first.
    public List<SilentPort> within(Place place, double nauticalMiles) {
        return ports.stream()
                .filter(port -> port.area().milesOutside(place) <= nauticalMiles)
                .sorted(
                        Comparator.comparingDouble(
                                port -> GreatCircle.nauticalMiles(place, port.place())))
                .toList();
    }
}
