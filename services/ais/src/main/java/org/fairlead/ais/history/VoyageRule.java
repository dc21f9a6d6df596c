package org.fairlead.ais.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.history.InferredVisitRule.Inferred;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails.PortVisit;
import org.fairlead.contracts.ais.ActivityDetails.Voyage;
import org.fairlead.contracts.ais.VisitBasis;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Voyages from one observed visit to the next in another port; and within a silence the runs that
/// its inferred visits allow, with how many at most.
final class VoyageRule {

    private final PortCallConfig config;
    private final SeaMiles miles;

    VoyageRule(PortCallConfig config, SeaMiles miles) {
        this.config = config;
        this.miles = miles;
    }

    List<Finding> of(List<Activity> visits, List<Inferred> inferred) {
        var found = new ArrayList<Finding>();
        @Nullable Activity before = null;
        for (Activity visit : visits) {
            if (!InferredVisitRule.isCall(visit)) {
                continue;
            }
            if (before != null && !port(before).port().equals(port(visit).port())) {
                found.add(observed(before, visit));
            }
            before = visit;
        }
        for (Inferred one : inferred) {
            for (Inferred other : inferred) {
                boolean isPair =
                        one.silence().id().equals(other.silence().id())
                                && one.isPlaced()
                                && one != other
                                && (!other.isPlaced()
                                        || one.port().ref().id().compareTo(other.port().ref().id())
                                                < 0);
                if (isPair) {
                    found.add(inferred(one, other));
                }
            }
        }
        return found;
    }

    private static PortVisit port(Activity visit) {
        return (PortVisit) visit.details();
    }

    private static Finding observed(Activity from, Activity to) {
        var start =
                java.util.Objects.requireNonNull(from.end() == null ? from.start() : from.end());
        var end = java.util.Objects.requireNonNull(to.start());
        double hours = Duration.between(start.at(), end.at()).toMinutes() / 60.0;
        var details =
                new Voyage(
                        port(from).port(),
                        port(to).port(),
                        VisitBasis.OBSERVED,
                        from.id(),
                        to.id(),
                        null);
        return new Finding(
                Finding.idOf("voyage", from.id(), to.id()),
                mmsi(to),
                List.of(),
                start,
                end,
                false,
                details,
                "observed " + start.at() + end.at(),
                String.format(
                        Locale.ROOT,
                        "From %s to %s in %.1f hours.",
                        port(from).port().name(),
                        port(to).port().name(),
                        hours),
                from.synthetic() || to.synthetic(),
                to.sources(),
                Map.of(),
                List.of());
    }

    private static int mmsi(Activity visit) {
        return Integer.parseInt(java.util.Objects.requireNonNull(visit.vessel()).mmsi());
    }

    private Finding inferred(Inferred one, Inferred other) {
        int atMost = runs(one, other);
        var details =
                new Voyage(
                        one.visit().port(),
                        other.visit().port(),
                        VisitBasis.INFERRED,
                        one.finding().id(),
                        other.finding().id(),
                        atMost);
        var silence = one.silence();
        return new Finding(
                Finding.idOf("voyage", one.finding().id(), other.finding().id()),
                Integer.parseInt(silence.vessel().mmsi()),
                List.of(),
                silence.start(),
                silence.end(),
                false,
                details,
                "inferred " + atMost,
                "Both %s and %s speak for a call in one silence; at most %d runs between them fit into it."
                        .formatted(one.visit().port().name(), other.visit().port().name(), atMost),
                silence.synthetic(),
                silence.sources(),
                one.finding().parameters(),
                one.finding().fixes());
    }

    /// How many ways between the two fit into the silence: a bound, from the shortest way and
    /// calls.
    private int runs(Inferred one, Inferred other) {
        var silence = one.silence();
        var end = java.util.Objects.requireNonNull(silence.end());
        var start = silence.start();
        double hours = Duration.between(start.at(), end.at()).toMinutes() / 60.0;
        double call = config.inferredCall().toMinutes() / 60.0;
        var startPlace = new Place(start.latitudeDegrees(), start.longitudeDegrees());
        var endPlace = new Place(end.latitudeDegrees(), end.longitudeDegrees());
        double there =
                Math.min(
                        miles.atLeast(startPlace, one.port()),
                        miles.atLeast(startPlace, other.port()));
        double back =
                Math.min(
                        miles.atLeast(endPlace, one.port()), miles.atLeast(endPlace, other.port()));
        double left = hours - (there + back) / config.inferredSpeedKnots() - call;
        double run =
                miles.atLeast(one.port().area().centre(), other.port())
                                / config.inferredSpeedKnots()
                        + call;
        return (int) Math.max(0, Math.floor(left / run));
    }
}
