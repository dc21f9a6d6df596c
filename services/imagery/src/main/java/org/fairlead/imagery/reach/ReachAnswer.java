package org.fairlead.imagery.reach;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.imagery.absence.AbsenceStore;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.Ports;
import org.fairlead.seas.reach.Capacity;
import org.fairlead.seas.reach.ExcludedPort;
import org.fairlead.seas.reach.ReachQuestion;
import org.fairlead.seas.reach.ReachableCell;
import org.fairlead.seas.reach.ReachablePort;
import org.fairlead.seas.reach.ReachableSet;
import org.fairlead.seas.reach.ServiceTimes;
import org.fairlead.seas.water.SeaDistance;
import org.jspecify.annotations.Nullable;

/// Puts a reachable set into the form of the API.
final class ReachAnswer {

    private static final double SQUARE_DEGREES = 0.5;

    private final SeaDistance sea;
    private final Ports ports;
    private final ReachConfig config;
    private final AbsenceStore.Scenes scenes;
    private final int[] lengthsMetres;

    /// @param scenes of the time of the question
    /// @param lengthsMetres of the ship, where they are known
    ReachAnswer(
            SeaDistance sea,
            Ports ports,
            ReachConfig config,
            AbsenceStore.Scenes scenes,
            int[] lengthsMetres) {
        this.sea = sea;
        this.ports = ports;
        this.config = config;
        this.scenes = scenes;
        this.lengthsMetres = lengthsMetres.clone();
    }

    /// @param at only cells and ports of this instant; absent: of the whole silence
    ReachView of(
            ReachQuestion question,
            @Nullable Instant at,
            boolean withCells,
            Port load,
            Port unload) {
        var set = ReachableSet.of(sea, question);
        var cells =
                !withCells ? List.<ReachableCell>of() : at == null ? set.cells() : set.cellsAt(at);
        boolean coarse = cells.size() > config.mostCells();
        var times =
                new ServiceTimes(config.touchHours(), config.partialHours(), config.fullHours());
        var reached =
                set.ports(ports.all(), times).stream().filter(port -> isAt(port, at)).toList();
        var features = new ArrayList<>(coarse ? squares(cells) : cells(cells));
        reached.forEach(port -> features.add(feature(port)));
        return new ReachView(
                "FeatureCollection",
                features,
                question(question),
                at,
                coarse,
                reached.stream().map(this::view).toList(),
                set.excluded(ports.all()).stream().map(port -> view(port, question)).toList(),
                new ReachView.Runs(
                        load.id(),
                        unload.id(),
                        set.capacity(load.place(), unload.place(), config.runCallHours()).stream()
                                .map(ReachAnswer::fit)
                                .toList()));
    }

    private static boolean isAt(ReachablePort port, @Nullable Instant at) {
        return at == null || (!at.isBefore(port.arrival()) && !at.isAfter(port.departure()));
    }

    private ReachView.Question question(ReachQuestion question) {
        return new ReachView.Question(
                ends(question.from()),
                question.end().map(ReachAnswer::ends).orElse(null),
                question.since(),
                question.until(),
                rounded(question.hours()),
                question.knots(),
                rounded(question.nauticalMiles()),
                sea.closed().stream().sorted().toList());
    }

    private static ReachView.Ends ends(Place place) {
        return new ReachView.Ends(place.latitudeDegrees(), place.longitudeDegrees());
    }

    private static List<ReachView.Feature> cells(List<ReachableCell> cells) {
        return cells.stream()
                .map(cell ->
                        new ReachView.Feature(
                                "Feature",
                                new ReachView.Geometry("Polygon", List.of(ring(cell))),
                                new ReachView.CellProperties(
                                        "reach", cell.earliest(), cell.latest(), cell.isCertain())))
                .toList();
    }

    /// Closed, counter-clockwise, and without a jump at the antimeridian.
    private static List<List<Double>> ring(ReachableCell cell) {
        var ring = new ArrayList<List<Double>>();
        double middle = cell.centre().longitudeDegrees();
        for (Place corner : cell.corners()) {
            double east = Math.IEEEremainder(corner.longitudeDegrees() - middle, 360);
            ring.add(List.of(degrees(middle + east), degrees(corner.latitudeDegrees())));
        }
        ring.add(ring.getFirst());
        return ring;
    }

    private static List<ReachView.Feature> squares(List<ReachableCell> cells) {
        record Square(int row, int column) {}
        Map<String, List<ReachableCell>> inSquare = new TreeMap<>();
        Map<String, Square> squares = new TreeMap<>();
        for (ReachableCell cell : cells) {
            var square =
                    new Square(
                            (int) Math.floor(cell.centre().latitudeDegrees() / SQUARE_DEGREES),
                            (int) Math.floor(cell.centre().longitudeDegrees() / SQUARE_DEGREES));
            String key = square.row() + " " + square.column();
            squares.put(key, square);
            inSquare.computeIfAbsent(key, name -> new ArrayList<>()).add(cell);
        }
        var features = new ArrayList<ReachView.Feature>();
        squares.forEach((key, square) -> {
            double south = square.row() * SQUARE_DEGREES;
            double west = square.column() * SQUARE_DEGREES;
            features.add(
                    new ReachView.Feature(
                            "Feature",
                            new ReachView.Geometry("Polygon", List.of(box(south, west))),
                            together(inSquare.getOrDefault(key, List.of()))));
        });
        return features;
    }

    private static List<List<Double>> box(double south, double west) {
        double north = south + SQUARE_DEGREES;
        double east = west + SQUARE_DEGREES;
        return List.of(
                List.of(west, south),
                List.of(east, south),
                List.of(east, north),
                List.of(west, north),
                List.of(west, south));
    }

    private static ReachView.CellProperties together(List<ReachableCell> cells) {
        return new ReachView.CellProperties(
                "reach",
                cells.stream().map(ReachableCell::earliest).min(Instant::compareTo).orElseThrow(),
                cells.stream().map(ReachableCell::latest).max(Instant::compareTo).orElseThrow(),
                cells.stream().anyMatch(ReachableCell::isCertain));
    }

    private static ReachView.Feature feature(ReachablePort reached) {
        Port port = reached.port();
        return new ReachView.Feature(
                "Feature",
                new ReachView.Geometry(
                        "Point",
                        List.of(port.place().longitudeDegrees(), port.place().latitudeDegrees())),
                new ReachView.PortProperties(
                        "reachable-port", port.id(), port.name(), port.isSilent()));
    }

    private ReachView.PortView view(ReachablePort reached) {
        Port port = reached.port();
        return new ReachView.PortView(
                port.id(),
                port.name(),
                port.country(),
                port.isSilent(),
                port.place().latitudeDegrees(),
                port.place().longitudeDegrees(),
                rounded(reached.fromNauticalMiles()),
                rounded(reached.toNauticalMiles()),
                reached.arrival(),
                reached.departure(),
                rounded(reached.slackHours()),
                rounded(reached.mostSlackHours()),
                reached.services().stream()
                        .map(service -> service.name().toLowerCase(Locale.ROOT))
                        .toList(),
                scenes.at(port.place(), reached.arrival(), reached.departure()).of(lengthsMetres));
    }

    private static ReachView.Excluded view(ExcludedPort excluded, ReachQuestion question) {
        Port port = excluded.port();
        boolean hasWay = Double.isFinite(excluded.usualHours());
        return new ReachView.Excluded(
                port.id(),
                port.name(),
                port.country(),
                port.isSilent(),
                rounded(excluded.straightHours()),
                hasWay ? Double.valueOf(rounded(excluded.leastHours())) : null,
                hasWay ? Double.valueOf(rounded(excluded.usualHours())) : null,
                hasWay
                        ? String.format(
                                Locale.ROOT,
                                "%.0f h in a straight line, but about %.0f h by sea: the silence has %.0f h",
                                excluded.straightHours(),
                                excluded.usualHours(),
                                question.hours())
                        : "no way by sea leads there");
    }

    private static ReachView.Fit fit(Capacity capacity) {
        return new ReachView.Fit(capacity.callHours(), capacity.runs(), capacity.mostRuns());
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static double degrees(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
