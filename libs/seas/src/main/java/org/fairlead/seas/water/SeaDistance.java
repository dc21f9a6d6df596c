package org.fairlead.seas.water;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Distances over navigable water with some gates closed. Safe for many threads.
public final class SeaDistance {

    /// Ring 2 of a hexagonal grid over-measures by 3.5 % and cells along a coast by as much again:
    /// raw distances were at most 1.067 times the tightened way.
    static final double SHORTEST_OF_RAW = 0.92;

    /// What a port's place and its ties to the graph may add.
    public static final double END_NAUTICAL_MILES = 10;

    private final WaterGraph graph;
    private final Sight sight;
    private final Set<String> closed;
    private final int closedBits;
    private final Mooring worldMooring;
    private final Map<Place, Moorings> ties = new ConcurrentHashMap<>();

    SeaDistance(WaterGraph graph, Sight sight, Set<String> closed) {
        this.graph = graph;
        this.sight = sight;
        this.closed = Set.copyOf(closed);
        this.closedBits = GateBits.of(closed);
        this.worldMooring = new Mooring(graph.world(), sight);
    }

    /// Ids of the gates no way leads through.
    public Set<String> closed() {
        return closed;
    }

    /// Empty when there is no way, or an end has no navigable water within reach.
    public Optional<SeaRoute> between(Place from, Place to) {
        double straight = GreatCircle.nauticalMiles(from, to);
        if (sight.isClear(from, to)) {
            return Optional.of(
                    new SeaRoute(straight, straight, straight, List.of(from, to), Set.of(), 0));
        }
        var near = graph.isInTheatre(List.of(from, to)) ? inTheatre(from, to) : null;
        if (near != null
                && near.rawNauticalMiles() <= Window.THEATRE.shortestWayOutAndBack(from, to)) {
            return Optional.of(near);
        }
        var far = inWorld(from, to);
        if (near == null) {
            return Optional.ofNullable(far);
        }
        return Optional.of(
                far == null || near.rawNauticalMiles() <= far.rawNauticalMiles() ? near : far);
    }

    private @Nullable SeaRoute inTheatre(Place from, Place to) {
        var mooring = new Mooring(graph.theatre(), sight);
        var start = mooring.tie(from, THEATRE_REACH_NAUTICAL_MILES);
        var end = mooring.tie(to, THEATRE_REACH_NAUTICAL_MILES);
        return graph.theatreSearches()
                .with(search -> found(search, graph.theatre(), from, to, start, end));
    }

    private @Nullable SeaRoute inWorld(Place from, Place to) {
        var start = worldMooring.tieOrGuess(from);
        var end = worldMooring.tieOrGuess(to);
        return graph.worldSearches()
                .with(search -> found(search, graph.world(), from, to, start, end));
    }

    /// In the window cells are so fine that the nearest few miles tie a port well.
    private static final double THEATRE_REACH_NAUTICAL_MILES = 10;

    private @Nullable SeaRoute found(
            Search search, Web web, Place from, Place to, Moorings start, Moorings end) {
        if (start.isEmpty() || end.isEmpty()) {
            return null;
        }
        return search.find(start, end, to, closedBits)
                .map(way ->
                        route(
                                web,
                                way.nodes(),
                                from,
                                to,
                                start,
                                end,
                                (double) way.units() / Web.UNITS_PER_NAUTICAL_MILE))
                .orElse(null);
    }

    private SeaRoute route(
            Web web,
            List<Integer> nodes,
            Place from,
            Place to,
            Moorings start,
            Moorings end,
            double raw) {
        var gates = new TreeSet<String>();
        var pieces = new ArrayList<List<Place>>();
        var piece = new ArrayList<>(List.of(from));
        for (int at = 0; at < nodes.size(); at++) {
            int node = nodes.get(at);
            int bits = at == 0 ? 0 : gatesBetween(web, nodes.get(at - 1), node);
            names(bits, gates);
            if (bits != 0
                    && (web.resolution(node) == 0 || web.resolution(nodes.get(at - 1)) == 0)) {
                pieces.add(piece);
                piece = new ArrayList<>();
            }
            piece.add(web.place(node));
        }
        piece.add(to);
        pieces.add(piece);
        var pull = new Tightening(sight);
        var way = new ArrayList<Place>();
        for (int at = 0; at < pieces.size(); at++) {
            way.addAll(
                    pull.tightened(
                            pieces.get(at),
                            at == 0 ? ashore(start) : 0,
                            at == pieces.size() - 1 ? ashore(end) : 0));
        }
        // Pieces begin where the last one ended.
        for (int at = way.size() - 1; at > 0; at--) {
            if (way.get(at).equals(way.get(at - 1))) {
                way.remove(at);
            }
        }
        double straight = GreatCircle.nauticalMiles(from, to);
        double path = Math.max(straight, length(way));
        double lower =
                Math.min(path, Math.max(straight, SHORTEST_OF_RAW * raw - 2 * END_NAUTICAL_MILES));
        return new SeaRoute(path, lower, Math.max(path, raw), way, gates, guessed(start, end));
    }

    private static double guessed(Moorings start, Moorings end) {
        return (start.isFar() ? start.ashoreNauticalMiles() : 0)
                + (end.isFar() ? end.ashoreNauticalMiles() : 0);
    }

    private static double ashore(Moorings ends) {
        return ends.ashoreNauticalMiles();
    }

    private static int gatesBetween(Web web, int from, int to) {
        for (int arc = web.first.get(from); arc < web.first.get(from + 1); arc++) {
            if (web.target.get(arc) == to && (web.length.unsigned(arc) & Web.GATED) != 0) {
                return web.gates(arc);
            }
        }
        return 0;
    }

    private static void names(int bits, Set<String> into) {
        for (int gate = 0; gate < Gates.all().size(); gate++) {
            if ((bits & 1 << gate) != 0) {
                into.add(Gates.all().get(gate).id());
            }
        }
    }

    private static double length(List<Place> way) {
        double miles = 0;
        for (int at = 1; at < way.size(); at++) {
            miles += GreatCircle.nauticalMiles(way.get(at - 1), way.get(at));
        }
        return miles;
    }

    /// From one place to all the sea within the limit, looked up afterwards as often as one likes.
    public SeaField around(Place from, double limitNauticalMiles) {
        var ties = worldMooring.tieOrGuess(from);
        int[] units = Flood.from(ties, graph.world(), closedBits, limitNauticalMiles);
        return SeaField.of(graph.world(), units, sight, from, limitNauticalMiles);
    }

    /// A place that will be looked up in many fields, tied to the graph once.
    public SeaEnd end(Place place) {
        return SeaEnd.of(graph.world(), place);
    }

    /// Everything a ship can touch on a way of this length from one place to the other.
    ///
    /// @param to absent for a ship that never came back
    public Corridor corridor(Place from, @Nullable Place to, double nauticalMiles) {
        return Corridor.of(this, from, to, nauticalMiles);
    }

    /// Ties of a place that is asked for again and again, such as a port.
    Moorings remembered(Place place) {
        return ties.computeIfAbsent(place, this::tie);
    }

    WaterGraph graph() {
        return graph;
    }

    Moorings tie(Place place) {
        return worldMooring.tieOrGuess(place);
    }

    int closedBits() {
        return closedBits;
    }
}
