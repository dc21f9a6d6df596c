package org.fairlead.imagery.verdict;

import java.util.List;
import java.util.TreeSet;
import org.fairlead.association.ranking.Question;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.contracts.imagery.Verdict.Outcome;
import org.fairlead.imagery.silence.KnownSilence;
import org.fairlead.imagery.silence.KnownVessel;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

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
        var question = question(sighting);
        var way = Passage.best(sighting, silence, speed.knots(known), ruler);
        boolean isWithin = isWithin(sighting, silence);
        boolean isSeveral = known.vessel() != null && known.vessel().imos().size() > 1;
        boolean isOther =
                question.lengthGate().isOther(sighting.lengthMetres(), lengths(known.vessel()));
        var outcome =
                org.fairlead.association.ranking.Outcome.of(
                        way.spareHours() * way.knots(),
                        question.toleranceNauticalMiles(),
                        isWithin,
                        silence.end() == null,
                        isSeveral,
                        isOther);
        return new Judgement.Reached(
                Outcome.valueOf(outcome.name()),
                way.margins(),
                explanation(
                        sighting, known, way, outcome, isOther, question.toleranceNauticalMiles()),
                way.paths().method(),
                proof(sighting, known, way, question.toleranceNauticalMiles()));
    }

    private static String explanation(
            Sighting sighting,
            KnownSilence known,
            Passage way,
            org.fairlead.association.ranking.Outcome outcome,
            boolean isOther,
            double tolerance) {
        var imos = known.vessel() == null ? new TreeSet<String>() : known.vessel().imos();
        return switch (outcome) {
            case CONSISTENT -> Wording.consistent(way);
            case EXCLUDED ->
                    isOther ? otherLength(sighting, known.vessel(), way) : Wording.excluded(way);
            case UNDECIDED -> {
                if (imos.size() > 1) {
                    yield Wording.severalShips(way, imos);
                }
                if (way.spareHours() * way.knots() < -tolerance) {
                    yield Wording.partlyOutside(way);
                }
                yield way.spareHours() < 0
                        ? Wording.withinErrors(way)
                        : Wording.open(way, known.silence().state());
            }
        };
    }

    private static Verdict.Proof proof(
            Sighting sighting, KnownSilence known, Passage way, double tolerance) {
        return new Verdict.Proof(
                Math.round(tolerance * 100) / 100.0,
                sighting.lengthMetres(),
                known.vessel() == null ? List.of() : List.copyOf(known.vessel().lengthsMetres()),
                coordinates(way.paths().wayFromStart()),
                coordinates(way.paths().wayToEnd()));
    }

    /// The same proof with the ways drawn that a field of distances does not draw.
    static Verdict.Proof drawn(
            Verdict.Proof proof,
            Sighting sighting,
            ReportedPosition start,
            @Nullable ReportedPosition end,
            Ruler ruler) {
        Place seen = new Place(sighting.latitudeDegrees(), sighting.longitudeDegrees());
        return new Verdict.Proof(
                proof.toleranceNauticalMiles(),
                proof.lengthSeenMetres(),
                proof.statedLengthsMetres(),
                coordinates(ruler.between(place(start), seen).way()),
                end == null ? null : coordinates(ruler.between(seen, place(end)).way()));
    }

    private static Place place(ReportedPosition position) {
        return new Place(position.latitudeDegrees(), position.longitudeDegrees());
    }

    /// To four digits: ten metres.
    private static @Nullable List<List<Double>> coordinates(@Nullable List<Place> way) {
        return way == null
                ? null
                : way.stream()
                        .map(place ->
                                List.of(
                                        rounded(place.longitudeDegrees()),
                                        rounded(place.latitudeDegrees())))
                        .toList();
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e4) / 1e4;
    }

    /// Whether a verdict is worth keeping: far exclusions and far open silences say nothing that
    /// distance does not say by itself.
    boolean isKept(Judgement.Reached judgement) {
        return judgement.outcome() == Outcome.CONSISTENT
                || judgement.margins().lowerBoundFromStartNauticalMiles()
                        <= config.keptWithinNauticalMiles();
    }

    private boolean touches(Sighting sighting, Silence silence) {
        return !sighting.to().isBefore(silence.start().at())
                && !sighting.from().isAfter(speed.end(silence));
    }

    private boolean isWithin(Sighting sighting, Silence silence) {
        return !sighting.from().isBefore(silence.start().at())
                && !sighting.to().isAfter(speed.end(silence));
    }

    /// As ranking takes it: with what is granted for the errors of place and length.
    Question question(Sighting sighting) {
        Double stated = sighting.lengthErrorMetres();
        boolean isFine = sighting.isOpticalWithin(config.fineGroundResolutionMetres());
        double unstated =
                isFine
                        ? config.unstatedLengthErrorFineMetres()
                        : config.unstatedLengthErrorMetres();
        double error = stated == null ? unstated : stated;
        return new Question(
                new Place(sighting.latitudeDegrees(), sighting.longitudeDegrees()),
                sighting.from().toEpochMilli(),
                sighting.to().toEpochMilli(),
                config.toleranceNauticalMiles()
                        + config.positionErrorSigmas()
                                * sighting.placeErrorMetres()
                                / GreatCircle.METRES_PER_NAUTICAL_MILE,
                SeenHull.of(sighting, isFine ? Double.valueOf(error) : stated),
                new Question.LengthGate(
                        isFine ? config.lengthToleranceFine() : config.lengthTolerance(),
                        stated == null
                                ? config.positionErrorSigmas() * unstated
                                : config.lengthErrorSigmas() * stated));
    }

    private static int[] lengths(@Nullable KnownVessel vessel) {
        return vessel == null
                ? new int[0]
                : vessel.lengthsMetres().stream().mapToInt(Integer::intValue).toArray();
    }

    private static String otherLength(
            Sighting sighting, @Nullable KnownVessel vessel, Passage way) {
        Double seen = sighting.lengthMetres();
        return vessel == null || seen == null
                ? ""
                : Wording.otherLength(seen, vessel.lengthsMetres(), way);
    }
}
