package org.fairlead.association.ranking;

import org.fairlead.association.hull.HullFactors;
import org.fairlead.association.hull.HullLikelihood;
import org.fairlead.association.region.ReachableArea;
import org.fairlead.association.region.WaterShare;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// Weighs one candidate: prior times likelihood.
///
/// If she was anywhere she can have been with equal right, her density here is one over the area of
/// that water. She sails at up to her plausible speed most of the time and at up to her fastest the
/// rest of it, so her density is `(1 - w) / A(plausible) + w / A(fastest)`, the first only where
/// she can have been here at that speed.
final class Weigher {

    private final RankSettings settings;
    private final ReachableArea areas;
    private final HullLikelihood hulls;

    Weigher(RankSettings settings, WaterShare water) {
        this.settings = settings;
        this.areas = new ReachableArea(water, settings.leastAreaSquareNauticalMiles());
        this.hulls = new HullLikelihood(settings.hull());
    }

    Candidate.Parts parts(
            IndexedSilence silence,
            Question question,
            Candidate.Passage passage,
            SilenceIndex.Snapshot index,
            double absence) {
        double spare = question.toleranceNauticalMiles();
        double plausible = silence.plausibleKnots();
        boolean isPlausible =
                passage.milesIn() <= plausible * passage.hoursIn() + spare
                        && passage.milesOut() <= plausible * passage.hoursOut() + spare;
        var ends = areas.between(silence.from(), silence.to());
        double narrow =
                isPlausible ? area(ends, passage, plausible, spare) : Double.POSITIVE_INFINITY;
        double wide = area(ends, passage, silence.exclusionKnots(), spare);
        double faster = settings.fasterThanPlausibleShare();
        return new Candidate.Parts(
                narrow,
                wide,
                (1 - faster) / narrow + faster / wide,
                traffic(silence, question.place(), index),
                hull(silence, question),
                absence);
    }

    private static double area(
            ReachableArea.Ends ends, Candidate.Passage passage, double knots, double spare) {
        return ends.within(knots * passage.hoursIn() + spare, knots * passage.hoursOut() + spare);
    }

    /// Ends of her other silences within reach of the place: she was here before, or came back.
    private double traffic(IndexedSilence silence, Place place, SilenceIndex.Snapshot index) {
        if (settings.trafficWeight() == 0) {
            return 1;
        }
        int here = 0;
        for (Tied other : index.ofShip(silence.mmsi())) {
            if (!other.silence().id().equals(silence.id())) {
                Place next = other.silence().to();
                here += isNear(other.silence().from(), place) ? 1 : 0;
                here += next != null && isNear(next, place) ? 1 : 0;
            }
        }
        return 1 + settings.trafficWeight() * Math.min(here, settings.trafficMost());
    }

    private boolean isNear(Place one, Place other) {
        return Math.abs(one.latitudeDegrees() - other.latitudeDegrees()) * 59
                        <= settings.trafficWithinNauticalMiles()
                && GreatCircle.nauticalMiles(one, other) <= settings.trafficWithinNauticalMiles();
    }

    private HullFactors hull(IndexedSilence silence, Question question) {
        var seen = question.hull();
        if (seen.headingDegrees() == null || seen.isStill()) {
            return hulls.of(seen, silence.hull());
        }
        double came = bearing(silence.from(), question.place());
        Place next = silence.to();
        return next == null
                ? hulls.of(seen, silence.hull(), came)
                : hulls.of(seen, silence.hull(), came, bearing(question.place(), next));
    }

    /// On which one sets out along the great circle, degrees true.
    static double bearing(Place from, Place to) {
        double north1 = Math.toRadians(from.latitudeDegrees());
        double north2 = Math.toRadians(to.latitudeDegrees());
        double east = Math.toRadians(to.longitudeDegrees() - from.longitudeDegrees());
        double degrees =
                Math.toDegrees(
                        Math.atan2(
                                Math.sin(east) * Math.cos(north2),
                                Math.cos(north1) * Math.sin(north2)
                                        - Math.sin(north1) * Math.cos(north2) * Math.cos(east)));
        return degrees < 0 ? degrees + 360 : degrees;
    }
}
