package org.fairlead.association.ranking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.fairlead.association.belief.ChanceRate;
import org.fairlead.association.belief.Posterior;
import org.fairlead.association.region.WaterShare;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.water.SeaEnd;
import org.fairlead.seas.water.SeaField;
import org.jspecify.annotations.Nullable;

/// Holds every silence of an index against one sighting: milliseconds for a hundred thousand.
///
/// Most are ruled out by the chord between two unit vectors, which is never longer than the way
/// over the earth. Of the rest most are decided by bounds of the sea distance that cost a look-up,
/// and only the few between these bounds by the distance itself. What comes out is the same as
/// measuring each.
public final class Ranker {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    /// Of the sphere that never over-states: see [GreatCircle#lowerBoundNauticalMiles].
    private static final double LEAST_RADIUS_NAUTICAL_MILES =
            GreatCircle.lowerBoundNauticalMiles(new Place(0, 0), new Place(0, 90)) * 2 / Math.PI;

    private static final double LEAST_ABSENCE = 1e-6;

    /// Unit vectors of single precision are good for that much.
    private static final double ROUNDING_NAUTICAL_MILES = 0.01;

    private final RankSettings settings;
    private final Weigher weigher;

    public Ranker(RankSettings settings, WaterShare water) {
        this.settings = settings;
        this.weigher = new Weigher(settings, water);
    }

    /// What scenes without her leave of a ship's having been there, 0 to 1.
    public interface Absence {

        /// No scene says anything.
        Absence NONE = silence -> 1;

        double of(IndexedSilence silence);

        /// The same of a ship that never transmits, of whom no more is known than was seen: 1 where
        /// nothing is.
        default double ofNever() {
            return 1;
        }
    }

    /// @param field from the place of the question without limit; absent where there is no sea
    ///   graph: then by the straight line
    public Ranking rank(
            SilenceIndex.Snapshot index,
            Question question,
            @Nullable SeaField field,
            Absence absence) {
        var run = new Run(index, question, field, absence);
        var parts = index.parts();
        run.over(parts.sorted(), parts.hidden());
        run.over(parts.recent(), new BitSet());
        return run.ranking();
    }

    private final class Run {

        private final SilenceIndex.Snapshot index;
        private final Question question;
        private final @Nullable SeaField field;
        private final Absence absence;
        private final float[] place = new float[3];
        private final List<Candidate> candidates = new ArrayList<>();
        private final PriorityQueue<Far> nearest =
                new PriorityQueue<>(Comparator.comparingDouble(Far::miles).reversed());
        private double farthestKept;
        private int touched;
        private int consistent;
        private int undecided;
        private int excluded;

        private record Far(double miles, IndexedSilence silence) {}

        Run(
                SilenceIndex.Snapshot index,
                Question question,
                @Nullable SeaField field,
                Absence absence) {
            this.index = index;
            this.question = question;
            this.field = field;
            this.absence = absence;
            Segment.vector(question.place(), place, 0);
            farthestKept =
                    settings.othersKept() == 0
                            ? -1
                            : squared(settings.keptWithinNauticalMiles() + ROUNDING_NAUTICAL_MILES);
        }

        void over(Segment segment, BitSet hidden) {
            boolean isAnyHidden = !hidden.isEmpty();
            segment.touching(
                    question.fromMillis(),
                    question.toMillis(),
                    row -> {
                        if (!isAnyHidden || !hidden.get(row)) {
                            touched++;
                            hold(segment, row);
                        }
                    });
        }

        private void hold(Segment segment, int row) {
            double hoursIn =
                    hours(segment.start[row], Math.min(question.toMillis(), segment.end[row]));
            double spare = question.toleranceNauticalMiles() + ROUNDING_NAUTICAL_MILES;
            double knots = segment.knots[row] * 1.000_001;
            float square = square(segment.from, row);
            boolean isFar = square > squared(knots * hoursIn + spare);
            if (!isFar && !segment.isOpen[row]) {
                double hoursOut =
                        hours(
                                Math.max(question.fromMillis(), segment.start[row]),
                                segment.end[row]);
                isFar = square(segment.to, row) > squared(knots * hoursOut + spare);
            }
            if (isFar) {
                far(segment, row, square);
            } else {
                measure(segment.rows[row], square);
            }
        }

        /// Of the chord to an end, in radii.
        private float square(float[] ends, int row) {
            float x = ends[3 * row] - place[0];
            float y = ends[3 * row + 1] - place[1];
            float z = ends[3 * row + 2] - place[2];
            return x * x + y * y + z * z;
        }

        /// The silence itself is looked at only where its columns do not tell enough.
        private void far(Segment segment, int row, float square) {
            boolean isWithin =
                    question.fromMillis() >= segment.start[row]
                            && question.toMillis() <= segment.end[row];
            if (segment.isSeveralShips[row]) {
                other(segment.rows[row].silence(), Outcome.UNDECIDED, square);
            } else if (!isWithin) {
                unreached(segment.rows[row].silence(), square);
            } else if (square > farthestKept) {
                excluded++;
            } else {
                other(segment.rows[row].silence(), Outcome.EXCLUDED, square);
            }
        }

        private void measure(Tied tied, float square) {
            var silence = tied.silence();
            if (!silence.isSeveralShips() && isOtherLength(question, silence)) {
                other(silence, Outcome.EXCLUDED, square);
                return;
            }
            Place to = silence.to();
            double in = straight(silence.from());
            double out = to == null ? 0 : straight(to);
            var way = passage(silence, in, out);
            if (lacks(silence, way)) {
                unreached(silence, square);
                return;
            }
            SeaField sea = field;
            SeaEnd from = tied.from();
            if (sea != null && from != null) {
                way = bySea(sea, silence, from, tied.to(), in, out);
                if (lacks(silence, way)) {
                    unreached(silence, square);
                    return;
                }
            }
            reached(silence, way);
        }

        private Candidate.Passage bySea(
                SeaField sea,
                IndexedSilence silence,
                SeaEnd from,
                @Nullable SeaEnd to,
                double straightIn,
                double straightOut) {
            var most =
                    passage(
                            silence,
                            sea.mostExcludingNauticalMiles(from, straightIn),
                            to == null ? 0 : sea.mostExcludingNauticalMiles(to, straightOut));
            if (spare(silence, most) >= 0) {
                return most;
            }
            var least =
                    passage(
                            silence,
                            sea.leastExcludingNauticalMiles(from, straightIn),
                            to == null ? 0 : sea.leastExcludingNauticalMiles(to, straightOut));
            if (lacks(silence, least)) {
                return least;
            }
            return passage(
                    silence,
                    sea.excludingNauticalMiles(from.place()),
                    to == null ? 0 : sea.excludingNauticalMiles(to.place()));
        }

        private double straight(Place end) {
            return GreatCircle.lowerBoundNauticalMiles(question.place(), end);
        }

        private boolean lacks(IndexedSilence silence, Candidate.Passage way) {
            return spare(silence, way) < -question.toleranceNauticalMiles();
        }

        private Candidate.Passage passage(IndexedSilence silence, double in, double out) {
            return passageOf(question, silence, in, out);
        }

        private void unreached(IndexedSilence silence, float square) {
            other(silence, outcome(silence, Double.NEGATIVE_INFINITY), square);
        }

        private void other(IndexedSilence silence, Outcome outcome, float square) {
            excluded += outcome == Outcome.EXCLUDED ? 1 : 0;
            undecided += outcome == Outcome.UNDECIDED ? 1 : 0;
            // A chord is never longer than its arc.
            if (square > farthestKept) {
                return;
            }
            double miles = straight(silence.from());
            if (miles > settings.keptWithinNauticalMiles()) {
                return;
            }
            if (nearest.size() == settings.othersKept()) {
                if (nearest.element().miles() <= miles) {
                    return;
                }
                nearest.remove();
            }
            nearest.add(new Far(miles, silence));
            if (nearest.size() == settings.othersKept()) {
                farthestKept = squared(nearest.element().miles() + ROUNDING_NAUTICAL_MILES);
            }
        }

        private void reached(IndexedSilence silence, Candidate.Passage way) {
            Outcome outcome = outcome(silence, spare(silence, way));
            consistent += outcome == Outcome.CONSISTENT ? 1 : 0;
            undecided += outcome == Outcome.UNDECIDED ? 1 : 0;
            var parts = weigher.parts(silence, question, way, index, absence.of(silence));
            candidates.add(new Candidate(silence, outcome, way, parts, parts.weight(), 0, 0));
        }

        private Outcome outcome(IndexedSilence silence, double spare) {
            return Outcome.of(
                    spare,
                    question.toleranceNauticalMiles(),
                    question.fromMillis() >= silence.startMillis()
                            && question.toMillis() <= silence.endMillis(),
                    silence.isOpen(),
                    silence.isSeveralShips(),
                    isOtherLength(question, silence));
        }

        Ranking ranking() {
            candidates.sort(
                    Comparator.comparingDouble(Candidate::weight)
                            .reversed()
                            .thenComparing(one -> one.silence().id()));
            double[] weights = candidates.stream().mapToDouble(Candidate::weight).toArray();
            var posterior = Posterior.of(weights, neverWeight(absence.ofNever()));
            double silent = java.util.Arrays.stream(weights).sum();
            var shared = new ArrayList<Candidate>(candidates.size());
            for (int at = 0; at < weights.length; at++) {
                shared.add(
                        candidates
                                .get(at)
                                .with(
                                        posterior.shares()[at],
                                        silent == 0 ? 0 : weights[at] / silent));
            }
            return new Ranking(
                    shared,
                    posterior.never(),
                    nearest.stream()
                            .sorted(Comparator.comparingDouble(Far::miles))
                            .map(Far::silence)
                            .toList(),
                    touched,
                    consistent,
                    undecided,
                    excluded);
        }
    }

    /// However sure the scenes are, somebody else remains possible.
    private double neverWeight(double absence) {
        return Math.max(LEAST_ABSENCE, absence)
                * settings.neverTransmittingPerMillionSquareNauticalMiles()
                / 1e6;
    }

    private static boolean isOtherLength(Question question, IndexedSilence silence) {
        return question.lengthGate()
                .isOther(question.hull().lengthMetres(), silence.hull().lengthsMetres());
    }

    /// At the instant of the sighting that leaves most time on the tighter side: time to spare on
    /// arrival grows with it and on departure shrinks.
    private static Candidate.Passage passageOf(
            Question question, IndexedSilence silence, double in, double out) {
        if (silence.isOpen()) {
            return new Candidate.Passage(
                    in, 0, hours(silence.startMillis(), question.toMillis()), 0);
        }
        long start = silence.startMillis();
        long end = silence.endMillis();
        double equal = (hours(start, end) + (in - out) / silence.exclusionKnots()) / 2;
        long earliest = Math.max(question.fromMillis(), start);
        long latest = Math.min(question.toMillis(), end);
        long at = Math.clamp(start + Math.round(equal * MILLIS_PER_HOUR), earliest, latest);
        return new Candidate.Passage(in, out, hours(start, at), hours(at, end));
    }

    private static double spare(IndexedSilence silence, Candidate.Passage way) {
        double knots = silence.exclusionKnots();
        double arrival = knots * way.hoursIn() - way.milesIn();
        return silence.isOpen()
                ? arrival
                : Math.min(arrival, knots * way.hoursOut() - way.milesOut());
    }

    /// Of a distance as a chord of the same length, in radii.
    private static double squared(double nauticalMiles) {
        double radii = nauticalMiles / LEAST_RADIUS_NAUTICAL_MILES;
        return radii * radii;
    }

    private static double hours(long from, long to) {
        return (to - from) / MILLIS_PER_HOUR;
    }

    /// The share of times around the question's at which some silence of this ship would have been
    /// consistent with a sighting at the same place.
    public double chanceRate(
            SilenceIndex.Snapshot index, String mmsi, Question question, @Nullable SeaField field) {
        var rate =
                new ChanceRate(
                        question.fromMillis() - settings.chanceWindowMillis(),
                        question.fromMillis() + settings.chanceWindowMillis());
        long lasting = question.toMillis() - question.fromMillis();
        for (Tied tied : index.ofShip(mmsi)) {
            var silence = tied.silence();
            Place to = silence.to();
            if (to != null && !silence.isSeveralShips() && !isOtherLength(question, silence)) {
                double knots = silence.exclusionKnots();
                long first =
                        silence.startMillis()
                                + millis(miles(question, field, silence.from()) / knots);
                long last = silence.endMillis() - millis(miles(question, field, to) / knots);
                if (first <= last) {
                    rate.add(first - lasting, last);
                }
            }
        }
        return rate.rate();
    }

    private static double miles(Question question, @Nullable SeaField field, Place end) {
        double straight = GreatCircle.lowerBoundNauticalMiles(question.place(), end);
        return field == null ? straight : Math.max(straight, field.excludingNauticalMiles(end));
    }

    private static long millis(double hours) {
        return Math.round(hours * MILLIS_PER_HOUR);
    }
}
