package org.fairlead.seas.reach;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.water.SeaDistance;
import org.fairlead.seas.water.SeaRoute;

/// How many laden runs from one port to another fit into a silence: out to the first port, a call,
/// over to the second, a call, back for the next, and on to the end.
///
/// @param callHours in each of the two ports
/// @param runs by plausible distances
/// @param mostRuns by the lower bounds: never fewer than can be
public record Capacity(double callHours, int runs, int mostRuns) {

    /// Empty where there is no way.
    static List<Capacity> of(
            SeaDistance sea,
            ReachQuestion question,
            Place load,
            Place discharge,
            List<Double> callHours) {
        var out = sea.between(question.from(), load);
        var over = sea.between(load, discharge);
        var on = question.end().map(end -> sea.between(discharge, end));
        if (out.isEmpty() || over.isEmpty() || on.filter(Optional::isEmpty).isPresent()) {
            return List.of();
        }
        return callHours.stream()
                .map(hours ->
                        new Capacity(
                                hours,
                                runs(question, hours, out, over, on, SeaRoute::pathNauticalMiles),
                                runs(
                                        question,
                                        hours,
                                        out,
                                        over,
                                        on,
                                        SeaRoute::excludingNauticalMiles)))
                .toList();
    }

    private static int runs(
            ReachQuestion question,
            double callHours,
            Optional<SeaRoute> out,
            Optional<SeaRoute> over,
            Optional<Optional<SeaRoute>> on,
            ToDoubleFunction<SeaRoute> miles) {
        double between = hours(over, question, miles);
        double rest =
                question.hours()
                        - hours(out, question, miles)
                        - on.map(way -> hours(way, question, miles)).orElse(0.0);
        double one = 2 * callHours + between;
        return rest < one ? 0 : 1 + (int) Math.floor((rest - one) / (one + between) + 1e-9);
    }

    private static double hours(
            Optional<SeaRoute> way, ReachQuestion question, ToDoubleFunction<SeaRoute> miles) {
        return way.map(route -> miles.applyAsDouble(route) / question.knots()).orElse(0.0);
    }
}
