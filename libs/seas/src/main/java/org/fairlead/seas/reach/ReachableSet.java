package org.fairlead.seas.reach;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.water.Corridor;
import org.fairlead.seas.water.SeaDistance;
import org.fairlead.seas.water.SeaRoute;

/// Where a ship can have been in a silence: the space-time prism over navigable water, and the
/// ports in it.
///
/// Nothing is left out that she can have reached; what is in it she may still not have reached.
public final class ReachableSet {

    /// How many ports a straight line admits and the sea does not are worth a distance each.
    private static final int EXPLAINED = 12;

    private final SeaDistance sea;
    private final ReachQuestion question;
    private final Corridor corridor;

    private ReachableSet(SeaDistance sea, ReachQuestion question, Corridor corridor) {
        this.sea = sea;
        this.question = question;
        this.corridor = corridor;
    }

    public static ReachableSet of(SeaDistance sea, ReachQuestion question) {
        var corridor = sea.corridor(question.from(), question.to(), question.nauticalMiles());
        return new ReachableSet(sea, question, corridor);
    }

    public ReachQuestion question() {
        return question;
    }

    /// All cells she can have touched, each with its times.
    public List<ReachableCell> cells() {
        return corridor.cells(question.nauticalMiles()).stream().map(this::cell).toList();
    }

    /// Cells in which she can have been at the instant.
    public List<ReachableCell> cellsAt(Instant at) {
        return corridor.cells(question.nauticalMiles()).stream()
                .filter(cell ->
                        !question.after(cell.leastFrom()).isAfter(at)
                                && !question.before(cell.leastTo()).isBefore(at))
                .map(this::cell)
                .toList();
    }

    private ReachableCell cell(Corridor.Cell cell) {
        return new ReachableCell(
                corridor.centre(cell.node()),
                corridor.corners(cell.node()),
                question.after(cell.leastFrom()),
                question.before(cell.leastTo()),
                cell.isCertain());
    }

    /// Ports she can have called at, most time first.
    public List<ReachablePort> ports(List<Port> ports, ServiceTimes times) {
        var found = new ArrayList<ReachablePort>();
        for (Port port : ports) {
            if (isAdmittedByStraightLine(port)) {
                reached(port, times).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingDouble(port -> -port.slackHours()));
        return found;
    }

    private Optional<ReachablePort> reached(Port port, ServiceTimes times) {
        return corridor.legs(port.place())
                .filter(legs -> legs.least() <= question.nauticalMiles())
                .map(legs -> {
                    double slack = question.hours() - legs.usual() / question.knots();
                    return new ReachablePort(
                            port,
                            legs.usualFrom(),
                            legs.usualTo(),
                            question.after(legs.leastFrom()),
                            question.before(legs.leastTo()),
                            slack,
                            question.hours() - legs.least() / question.knots(),
                            times.within(slack));
                });
    }

    /// Ports that a straight line admits and the sea does not, silent ones first, and of these the
    /// nearest: each with what it would have taken.
    public List<ExcludedPort> excluded(List<Port> ports) {
        return ports.stream()
                .filter(this::isAdmittedByStraightLine)
                .filter(port ->
                        corridor.legs(port.place())
                                .filter(legs -> legs.least() <= question.nauticalMiles())
                                .isEmpty())
                .sorted(
                        Comparator.comparing((Port port) -> !port.isSilent())
                                .thenComparingDouble(this::straightMiles))
                .limit(EXPLAINED)
                .map(this::explained)
                .toList();
    }

    private ExcludedPort explained(Port port) {
        var out = sea.between(question.from(), port.place());
        var back = question.end().map(end -> sea.between(port.place(), end));
        double least = miles(out, true) + back.map(way -> miles(way, true)).orElse(0.0);
        double usual = miles(out, false) + back.map(way -> miles(way, false)).orElse(0.0);
        return new ExcludedPort(
                port,
                straightMiles(port) / question.knots(),
                Math.max(least, question.nauticalMiles()) / question.knots(),
                usual / question.knots());
    }

    private static double miles(Optional<SeaRoute> way, boolean isLeast) {
        return way.map(route ->
                        isLeast ? route.excludingNauticalMiles() : route.pathNauticalMiles())
                .orElse(Double.POSITIVE_INFINITY);
    }

    private boolean isAdmittedByStraightLine(Port port) {
        return straightMiles(port) <= question.nauticalMiles();
    }

    private double straightMiles(Port port) {
        Place place = port.place();
        return GreatCircle.lowerBoundNauticalMiles(question.from(), place)
                + question.end()
                        .map(end -> GreatCircle.lowerBoundNauticalMiles(place, end))
                        .orElse(0.0);
    }

    /// How many runs from one port to another fit, for each length of a call.
    public List<Capacity> capacity(Place load, Place discharge, List<Double> callHours) {
        return Capacity.of(sea, question, load, discharge, callHours);
    }
}
