package org.fairlead.seas.port;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// Every port Fairlead knows: those of public lists, corrected, and the silent ones.
///
/// A silent port takes the place of the listed port of the same UN/LOCODE. Looked up by place
/// through squares of a degree, so a fix on the open sea costs one look-up.
public final class Ports {

    private final List<Port> ports;
    private final Map<String, Port> byId = new HashMap<>();
    private final PortIndex index;
    private final PortNames names;

    public Ports(List<Port> ports) {
        this.ports = List.copyOf(ports);
        for (Port port : this.ports) {
            if (byId.put(port.id(), port) != null) {
                throw new IllegalArgumentException("port twice: " + port.id());
            }
        }
        this.index = new PortIndex(this.ports);
        this.names = new PortNames(this.ports);
    }

    /// What comes with this module.
    public static Ports register() {
        return new Ports(merged(SilentPorts.register().all(), ListedPorts.read()));
    }

    /// What comes with this module, and what an operator imported: an imported port is left out
    /// where one of the same UN/LOCODE is known.
    public static Ports with(List<Port> imported) {
        var known = register();
        var codes = codes(known.ports);
        var all = new ArrayList<>(known.ports);
        imported.stream()
                .filter(port -> port.unlocode() == null || codes.add(port.unlocode()))
                .filter(port -> !known.byId.containsKey(port.id()))
                .forEach(all::add);
        return new Ports(all);
    }

    private static List<Port> merged(List<SilentPort> silent, List<Port> listed) {
        var codes = codes(silent.stream().map(Port::of).toList());
        return Stream.concat(
                        silent.stream().map(Port::of),
                        listed.stream().filter(port -> !codes.contains(port.unlocode())))
                .toList();
    }

    private static HashSet<String> codes(List<Port> ports) {
        var codes = new HashSet<String>();
        ports.forEach(port -> port.code().ifPresent(codes::add));
        return codes;
    }

    public List<Port> all() {
        return ports;
    }

    public Optional<Port> byId(String id) {
        return Optional.ofNullable(byId.get(id.toLowerCase(Locale.ROOT)));
    }

    /// Ports whose own area, widened by this much, holds the place; nearest centre first. 0 asks in
    /// which ports the place lies.
    public List<Port> near(Place place, double nauticalMiles) {
        return index.around(place, nauticalMiles)
                .filter(port -> port.area().milesOutside(place) <= nauticalMiles)
                .sorted(
                        Comparator.comparingDouble(
                                port -> GreatCircle.nauticalMiles(place, port.place())))
                .toList();
    }

    /// Ports of exactly this name, alias, id or UN/LOCODE, whatever the case, accents, hyphens and
    /// apostrophes. A UN/LOCODE or an id names one port; a name may be that of several.
    public List<Port> called(String text) {
        return names.called(text);
    }

    /// Ports whose name is like this, best first: for "did you mean". At most `most`.
    public List<Port> like(String text, int most) {
        return names.like(text, most);
    }
}
