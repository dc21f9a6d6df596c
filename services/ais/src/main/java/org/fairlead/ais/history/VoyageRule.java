package org.fairlead.ais.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.history.InferredVisitRule.Inferred;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.sea.Sea;
import org.fairlead.ais.sea.SeaMiles;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails.PortVisit;
import org.fairlead.contracts.ais.ActivityDetails.RunCapacity;
import org.fairlead.contracts.ais.ActivityDetails.Voyage;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.VisitBasis;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Voyages from one observed visit to the next in another port; and within a silence the runs that
/// its inferred visits allow, with how many at most.
final class VoyageRule {

    /// Capacity is given for 12, 24 and 36 hours, as a call of 12 is the shortest.
    private static final int CALLS = 3;

    private final PortCallConfig config;
    private final Sea sea;

    VoyageRule(PortCallConfig config, Sea sea) {
        this.config = config;
        this.sea = sea;
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

    private Finding observed(Activity from, Activity to) {
        var start =
                java.util.Objects.requireNonNull(from.end() == null ? from.start() : from.end());
        var end = java.util.Objects.requireNonNull(to.start());
        double hours = Duration.between(start.at(), end.at()).toMinutes() / 60.0;
        double miles = sea.miles().atLeast(place(start), place(end));
        var details =
                new Voyage(
                        port(from).port(),
                        port(to).port(),
                        VisitBasis.OBSERVED,
                        from.id(),
                        to.id(),
                        null,
                        rounded(miles),
                        sea.miles().basis(),
                        null);
        var notHeard = port(from).notHeard();
        return new Finding(
                Finding.idOf("voyage", from.id(), to.id()),
                mmsi(to),
                List.of(),
                start,
                end,
                false,
                details,
                "observed " + start.at() + end.at() + details.distanceBasis(),
                String.format(
                        Locale.ROOT,
                        notHeard == null
                                ? "From %s to %s in %.1f hours; %s."
                                : "Last seen in %s and next in %s %.1f hours later; %s. Where she was"
                                        + " between is not known.",
                        port(from).port().name(),
                        port(to).port().name(),
                        hours,
                        distance(miles)),
                from.synthetic() || to.synthetic(),
                to.sources(),
                Map.of(),
                List.of());
    }

    private static int mmsi(Activity visit) {
        return Integer.parseInt(java.util.Objects.requireNonNull(visit.vessel()).mmsi());
    }

    private Finding inferred(Inferred one, Inferred other) {
        var capacities = capacities(one, other);
        int atMost = capacities.getFirst().atMost();
        double miles = sea.miles().atLeast(centre(one), other.port().area());
        var details =
                new Voyage(
                        one.visit().port(),
                        other.visit().port(),
                        VisitBasis.INFERRED,
                        one.finding().id(),
                        other.finding().id(),
                        atMost,
                        rounded(miles),
                        sea.miles().basis(),
                        capacities);
        var silence = one.silence();
        return new Finding(
                Finding.idOf("voyage", one.finding().id(), other.finding().id()),
                Integer.parseInt(silence.vessel().mmsi()),
                List.of(),
                silence.start(),
                silence.end(),
                false,
                details,
                "inferred " + capacities,
                "Calls in %s and in %s in one silence are possible and something speaks for each; at most %d runs between them fit into it, %s."
                        .formatted(
                                one.visit().port().name(),
                                other.visit().port().name(),
                                atMost,
                                distance(miles)),
                silence.synthetic(),
                silence.sources(),
                one.finding().parameters(),
                one.finding().fixes());
    }

    /// How many ways between the two fit into the silence, for calls of the shortest length worth a
    /// detour, twice and three times that: bounds, from the shortest ways.
    private List<RunCapacity> capacities(Inferred one, Inferred other) {
        var silence = one.silence();
        var end = java.util.Objects.requireNonNull(silence.end());
        var start = silence.start();
        double hours = Duration.between(start.at(), end.at()).toMinutes() / 60.0;
        double there = nearer(place(start), one, other);
        double back = nearer(place(end), one, other);
        double under = hours - (there + back) / config.inferredSpeedKnots();
        double run =
                sea.miles().atLeast(centre(one), other.port().area()) / config.inferredSpeedKnots();
        double shortest = config.inferredCall().toMinutes() / 60.0;
        var capacities = new ArrayList<RunCapacity>();
        for (int times = 1; times <= CALLS; times++) {
            double call = times * shortest;
            int runs = (int) Math.max(0, Math.floor((under - call) / (run + call)));
            capacities.add(new RunCapacity(call, runs));
        }
        return capacities;
    }

    private double nearer(Place place, Inferred one, Inferred other) {
        return Math.min(
                sea.miles().atLeast(place, one.port().area()),
                sea.miles().atLeast(place, other.port().area()));
    }

    private static Place centre(Inferred one) {
        return one.port().area().centre();
    }

    private static Place place(ReportedPosition position) {
        return new Place(position.latitudeDegrees(), position.longitudeDegrees());
    }

    private String distance(double miles) {
        return String.format(
                Locale.ROOT,
                "at least %.0f nm %s",
                miles,
                sea.miles().basis().equals(SeaMiles.SEA_BASIS) ? "by sea" : "as the crow flies");
    }

    private static double rounded(double miles) {
        return Math.round(miles * 10) / 10.0;
    }
}
