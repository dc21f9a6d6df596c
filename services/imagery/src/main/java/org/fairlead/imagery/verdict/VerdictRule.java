package org.fairlead.imagery.verdict;

import java.time.Instant;
import java.util.TreeSet;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict.Outcome;
import org.fairlead.imagery.silence.KnownSilence;
import org.fairlead.imagery.silence.KnownVessel;
import org.fairlead.seas.distance.GreatCircle;

/// Decides what one sighting says of one silence. No clock, no database.
///
/// Excluded needs a proof: a distance that is never over-stated and a speed that is never
/// under-stated. Consistent needs hours to spare on both sides. Everything else is undecided.
final class VerdictRule {

    private final VerdictConfig config;
    private final ExclusionSpeed speed;

    VerdictRule(VerdictConfig config) {
        this.config = config;
        this.speed = new ExclusionSpeed(config);
    }

    /// By the straight line first: what that excludes needs no sea. Everything else is measured by
    /// sea.
    Judgement judge(Sighting sighting, KnownSilence known, Ruler sea) {
        var straight = judge(sighting, known);
        return straight instanceof Judgement.Reached reached
                        && reached.outcome() != Outcome.EXCLUDED
                ? judgeBy(sea, sighting, known)
                : straight;
    }

    /// By the straight line only.
    Judgement judge(Sighting sighting, KnownSilence known) {
        return judgeBy(Ruler.GREAT_CIRCLE, sighting, known);
    }

    private Judgement judgeBy(Ruler ruler, Sighting sighting, KnownSilence known) {
        Silence silence = known.silence();
        if (!touches(sighting, silence)) {
            return new Judgement.NotInSilence(Wording.notInSilence());
        }
        var way = Passage.best(sighting, silence, speed.knots(known), ruler);
        var imos = known.vessel() == null ? new TreeSet<String>() : known.vessel().imos();
        if (imos.size() > 1) {
            return reached(Outcome.UNDECIDED, way, Wording.severalShips(way, imos));
        }
        if (isOtherLength(sighting, known.vessel())) {
            return reached(Outcome.EXCLUDED, way, otherLength(sighting, known.vessel(), way));
        }
        return judgeWay(sighting, silence, way);
    }

    private Judgement judgeWay(Sighting sighting, Silence silence, Passage way) {
        if (way.spareHours() * way.knots() < -toleranceNauticalMiles(sighting)) {
            return isWithin(sighting, silence)
                    ? reached(Outcome.EXCLUDED, way, Wording.excluded(way))
                    : reached(Outcome.UNDECIDED, way, Wording.partlyOutside(way));
        }
        if (way.spareHours() < 0) {
            return reached(Outcome.UNDECIDED, way, Wording.withinErrors(way));
        }
        if (silence.end() == null) {
            return reached(Outcome.UNDECIDED, way, Wording.open(way, silence.state()));
        }
        return reached(Outcome.CONSISTENT, way, Wording.consistent(way));
    }

    private static Judgement reached(Outcome outcome, Passage way, String explanation) {
        return new Judgement.Reached(outcome, way.margins(), explanation, way.paths().method());
    }

    /// Whether a verdict is worth keeping: far exclusions and far open silences say nothing that
    /// distance does not say by itself.
    boolean isKept(Judgement.Reached judgement) {
        return judgement.outcome() == Outcome.CONSISTENT
                || judgement.margins().lowerBoundFromStartNauticalMiles()
                        <= config.keptWithinNauticalMiles();
    }

    double fastestKnots() {
        return speed.fastestKnots();
    }

    private boolean touches(Sighting sighting, Silence silence) {
        return !sighting.to().isBefore(silence.start().at())
                && !sighting.from().isAfter(end(silence));
    }

    private boolean isWithin(Sighting sighting, Silence silence) {
        return !sighting.from().isBefore(silence.start().at())
                && !sighting.to().isAfter(end(silence));
    }

    private Instant end(Silence silence) {
        return silence.end() == null
                ? silence.start().at().plus(config.openSilenceHorizon())
                : silence.end().at();
    }

    private double toleranceNauticalMiles(Sighting sighting) {
        return config.toleranceNauticalMiles()
                + config.positionErrorSigmas()
                        * sighting.placeErrorMetres()
                        / GreatCircle.METRES_PER_NAUTICAL_MILE;
    }

    private boolean isOtherLength(
            Sighting sighting, @org.jspecify.annotations.Nullable KnownVessel vessel) {
        Double seen = sighting.lengthMetres();
        if (seen == null || vessel == null || vessel.lengthsMetres().isEmpty()) {
            return false;
        }
        Double stated = sighting.lengthErrorMetres();
        double error = stated == null ? config.unstatedLengthErrorMetres() : stated;
        return vessel.lengthsMetres().stream()
                .allMatch(length ->
                        Math.abs(seen - length)
                                > Math.max(
                                        config.lengthTolerance() * length,
                                        config.positionErrorSigmas() * error));
    }

    private static String otherLength(
            Sighting sighting, @org.jspecify.annotations.Nullable KnownVessel vessel, Passage way) {
        Double seen = sighting.lengthMetres();
        return vessel == null || seen == null
                ? ""
                : Wording.otherLength(seen, vessel.lengthsMetres(), way);
    }
}
