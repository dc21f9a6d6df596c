package org.fairlead.association.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.fairlead.association.hull.HullKnown;
import org.fairlead.association.hull.HullSeen;
import org.fairlead.association.hull.HullSettings;
import org.fairlead.association.region.WaterShare;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.water.SeaDistance;
import org.fairlead.seas.water.SeaField;
import org.fairlead.seas.water.WaterGraph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RankerTest {

    private static final long HOUR = 3_600_000;
    private static final double TOLERANCE = 1.8;
    private static final WaterGraph GRAPH =
            WaterGraph.openOrBuild(Path.of("../seas/target/graph/seas.graph"));
    private static final SeaDistance SEA = GRAPH.distances(java.util.Set.of());
    private static final RankSettings SETTINGS =
            new RankSettings(
                    0.1,
                    100,
                    75,
                    60,
                    1,
                    9,
                    20,
                    1_000,
                    30 * 24 * HOUR,
                    new HullSettings(15, 4, 0.03, 100, 0.7, 40, 0.8, 20));
    private static final Place RAJIN = new Place(42.233, 130.3);

    private final Ranker ranker = new Ranker(SETTINGS, WaterShare.of(GRAPH.land()));
    private final Random random = new Random(20260101);

    private static Question question(Place place, long from, long to, @Nullable Double length) {
        return new Question(
                place,
                from,
                to,
                TOLERANCE,
                HullSeen.ofLength(length, 5.0),
                new Question.LengthGate(0.2, 15));
    }

    private IndexedSilence silence(
            String mmsi, long start, long end, Place from, @Nullable Place to, double knots) {
        return new IndexedSilence(
                new UUID(random.nextLong(), random.nextLong()),
                mmsi,
                start,
                end,
                from,
                to,
                knots,
                0.75 * knots,
                new HullKnown(new int[] {100}, 16, 70),
                false);
    }

    private List<IndexedSilence> made(int count) {
        var made = new ArrayList<IndexedSilence>();
        for (int at = 0; at < count; at++) {
            long start = (long) (random.nextDouble() * 1_000) * HOUR;
            long end = start + (long) (HOUR * Math.exp(random.nextDouble() * 6));
            var from = near(random.nextInt(3) == 0 ? new Place(38, 126) : RAJIN);
            made.add(
                    new IndexedSilence(
                            new UUID(at, random.nextLong()),
                            "m" + at / 3,
                            start,
                            end,
                            from,
                            at % 9 == 0 ? null : near(from),
                            8 + random.nextDouble() * 15,
                            8,
                            new HullKnown(new int[] {80 + random.nextInt(60)}, null, 70),
                            at % 13 == 0));
        }
        return made;
    }

    private Place near(Place place) {
        double wide = Math.exp(random.nextDouble() * 3);
        return new Place(
                Math.clamp(place.latitudeDegrees() + random.nextGaussian() * wide, -75, 75),
                Math.IEEEremainder(place.longitudeDegrees() + random.nextGaussian() * wide, 360));
    }

    /// Every silence measured by itself, as slowly as it takes.
    private static Map<UUID, Outcome> measured(
            List<IndexedSilence> silences, Question question, @Nullable SeaField field) {
        var outcomes = new HashMap<UUID, Outcome>();
        for (var silence : silences) {
            if (silence.startMillis() <= question.toMillis()
                    && silence.endMillis() >= question.fromMillis()) {
                outcomes.put(silence.id(), measured(silence, question, field));
            }
        }
        return outcomes;
    }

    private static Outcome measured(
            IndexedSilence silence, Question question, @Nullable SeaField field) {
        double spare = Double.NEGATIVE_INFINITY;
        long first = Math.max(question.fromMillis(), silence.startMillis());
        long last = Math.min(question.toMillis(), silence.endMillis());
        Place to = silence.to();
        double in = miles(field, question.place(), silence.from());
        double out = to == null ? 0 : miles(field, question.place(), to);
        // Instant by instant: the best of them counts.
        for (long at = first; at <= last; at += Math.max(1, (last - first) / 2_000)) {
            double arrival = silence.exclusionKnots() * (at - silence.startMillis()) / HOUR - in;
            double departure =
                    to == null
                            ? arrival
                            : silence.exclusionKnots() * (silence.endMillis() - at) / HOUR - out;
            spare = Math.max(spare, Math.min(arrival, departure));
        }
        return Outcome.of(
                spare,
                TOLERANCE,
                question.fromMillis() >= silence.startMillis()
                        && question.toMillis() <= silence.endMillis(),
                to == null,
                silence.isSeveralShips(),
                question.lengthGate()
                        .isOther(question.hull().lengthMetres(), silence.hull().lengthsMetres()));
    }

    private static double miles(@Nullable SeaField field, Place here, Place end) {
        double straight = GreatCircle.lowerBoundNauticalMiles(here, end);
        return field == null ? straight : Math.max(straight, field.excludingNauticalMiles(end));
    }

    private static SilenceIndex indexed(List<IndexedSilence> silences, boolean bySea) {
        var index = new SilenceIndex();
        silences.forEach(one -> index.put(Tied.of(one, bySea ? SEA : null)));
        return index;
    }

    private static void sameCounts(Ranking ranking, Map<UUID, Outcome> expected) {
        assertThat(ranking.touched()).isEqualTo(expected.size());
        assertThat(ranking.consistent()).isEqualTo(count(expected, Outcome.CONSISTENT));
        assertThat(ranking.undecided()).isEqualTo(count(expected, Outcome.UNDECIDED));
        assertThat(ranking.excluded()).isEqualTo(count(expected, Outcome.EXCLUDED));
        assertThat(ranking.candidates())
                .allSatisfy(one ->
                        assertThat(expected.get(one.silence().id())).isEqualTo(one.outcome()));
    }

    private static long count(Map<UUID, Outcome> outcomes, Outcome wanted) {
        return outcomes.values().stream().filter(wanted::equals).count();
    }

    @Test
    void comesOutAsMeasuringEachByTheStraightLine() {
        var silences = made(3_000);
        var index = indexed(silences, false).snapshot();
        for (int hour = 20; hour < 1_000; hour += 70) {
            var question = question(RAJIN, hour * HOUR, hour * HOUR, 100.0);

            sameCounts(
                    ranker.rank(index, question, null, Ranker.Absence.NONE),
                    measured(silences, question, null));
        }
    }

    @Test
    void comesOutAsMeasuringEachBySea() {
        var silences = made(3_000);
        var index = indexed(silences, true).snapshot();
        var field = SEA.around(RAJIN, Double.MAX_VALUE);
        int bySea = 0;
        int straight = 0;
        for (int hour = 20; hour < 1_000; hour += 20) {
            var question = question(RAJIN, hour * HOUR, hour * HOUR, null);
            var ranking = ranker.rank(index, question, field, Ranker.Absence.NONE);

            sameCounts(ranking, measured(silences, question, field));
            var first = ranker.rank(index, question, null, Ranker.Absence.NONE);
            assertThat(
                            ranker.rank(
                                    index,
                                    question,
                                    SEA.around(RAJIN, first.searchNauticalMiles()),
                                    Ranker.Absence.NONE))
                    .as("a search that stops where nobody can have come from")
                    .isEqualTo(ranking);
            bySea += ranking.consistent();
            straight += ranker.rank(index, question, null, Ranker.Absence.NONE).consistent();
        }
        assertThat(bySea)
                .as("the sea excludes some that the straight line admits")
                .isBetween(10, straight - 5);
    }

    @Test
    void comesOutAsMeasuringEachInAnInterval() {
        var silences = made(1_000);
        var index = indexed(silences, false).snapshot();
        for (int hour = 20; hour < 1_000; hour += 200) {
            var question = question(RAJIN, hour * HOUR, (hour + 30) * HOUR, null);
            var ranking = ranker.rank(index, question, null, Ranker.Absence.NONE);
            var expected = measured(silences, question, null);

            assertThat(ranking.touched()).isEqualTo(expected.size());
            // Stepping through the interval misses the best instant by seconds.
            assertThat((double) ranking.consistent())
                    .isCloseTo(count(expected, Outcome.CONSISTENT), within(2.0));
        }
    }

    @Test
    void posteriorsAndTheShipThatNeverTransmitsSumToOne() {
        var index = indexed(made(2_000), false).snapshot();

        var ranking =
                ranker.rank(
                        index,
                        question(RAJIN, 400 * HOUR, 400 * HOUR, 100.0),
                        null,
                        Ranker.Absence.NONE);

        double sum = 0;
        for (var candidate : ranking.candidates()) {
            sum += candidate.posterior();
        }
        assertThat(ranking.candidates()).hasSizeGreaterThan(10);
        assertThat(sum + ranking.never()).isEqualTo(1.0);
        assertThat(ranking.candidates())
                .isSortedAccordingTo(
                        java.util.Comparator.comparingDouble(Candidate::posterior).reversed());
        assertThat(ranking.candidates().stream().mapToDouble(Candidate::posteriorAmongSilent).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Nested
    class AShipOfAShortSilence {

        private final IndexedSilence shortOne =
                silence("short", 0, 12 * HOUR, RAJIN, new Place(42, 130.8), 15);
        private final IndexedSilence longOne =
                silence("long", -400 * HOUR, 400 * HOUR, RAJIN, new Place(42, 130.8), 15);

        private Ranking ranked(Question question, Ranker.Absence absence) {
            var index = indexed(List.of(shortOne, longOne), true);
            return ranker.rank(
                    index.snapshot(), question, SEA.around(RAJIN, Double.MAX_VALUE), absence);
        }

        private double posterior(Ranking ranking, String mmsi) {
            return ranking.candidates().stream()
                    .filter(one -> one.silence().mmsi().equals(mmsi))
                    .findFirst()
                    .orElseThrow()
                    .posterior();
        }

        private final Question atSix = question(RAJIN, 6 * HOUR, 6 * HOUR, 100.0);

        @Test
        void isLikelierThanOneWhoCanHaveBeenAnywhere() {
            var ranking = ranked(atSix, Ranker.Absence.NONE);

            assertThat(posterior(ranking, "short")).isGreaterThan(50 * posterior(ranking, "long"));
        }

        @Test
        void isLessLikelyByTheRecallOfASceneWithoutHer() {
            double before = posterior(ranked(atSix, Ranker.Absence.NONE), "short");

            double after =
                    posterior(ranked(atSix, one -> one.mmsi().equals("short") ? 0.1 : 1), "short");

            assertThat(after / (1 - after)).isCloseTo(0.1 * before / (1 - before), within(1e-9));
        }

        @Test
        void isExcludedByHerLength() {
            var ranking = ranked(question(RAJIN, 6 * HOUR, 6 * HOUR, 200.0), Ranker.Absence.NONE);

            assertThat(ranking.candidates()).isEmpty();
            assertThat(ranking.never()).isEqualTo(1);
            assertThat(ranking.others()).containsExactlyInAnyOrder(shortOne, longOne);
        }

        @Test
        void isNoCandidateTenHoursAfterSheCameBack() {
            var ranking = ranked(question(RAJIN, 22 * HOUR, 22 * HOUR, 100.0), Ranker.Absence.NONE);

            assertThat(ranking.candidates())
                    .extracting(one -> one.silence().mmsi())
                    .containsExactly("long");
        }
    }

    @Test
    void aPriorOfTrafficCountsHerOtherSilencesHere() {
        var here = silence("often", 0, 12 * HOUR, RAJIN, RAJIN, 15);
        var before = silence("often", -300 * HOUR, -200 * HOUR, RAJIN, new Place(34, 130), 15);
        var other = silence("once", 0, 12 * HOUR, RAJIN, RAJIN, 15);
        var index = indexed(List.of(here, before, other), false);

        var ranking =
                ranker.rank(
                        index.snapshot(),
                        question(RAJIN, 6 * HOUR, 6 * HOUR, null),
                        null,
                        Ranker.Absence.NONE);

        assertThat(ranking.candidates())
                .extracting(one -> one.parts().traffic())
                .containsExactly(2.0, 1.0);
    }

    @Test
    void theChanceRateIsWhatRandomTimesFind() {
        var silences = made(300);
        var index = indexed(silences, true).snapshot();
        var field = SEA.around(RAJIN, Double.MAX_VALUE);
        int compared = 0;
        for (int ship = 0; ship < 100; ship++) {
            String mmsi = "m" + ship;
            var hers = silences.stream().filter(one -> one.mmsi().equals(mmsi)).toList();
            var question = question(RAJIN, 500 * HOUR, 500 * HOUR, null);
            double rate = ranker.chanceRate(index, mmsi, question, field);
            int hits = 0;
            int draws = 1_500;
            for (int draw = 0; draw < draws; draw++) {
                long at = 500 * HOUR + (long) ((random.nextDouble() * 2 - 1) * 30 * 24 * HOUR);
                hits +=
                        measured(hers, question(RAJIN, at, at, null), field)
                                        .containsValue(Outcome.CONSISTENT)
                                ? 1
                                : 0;
            }
            assertThat(rate).isCloseTo((double) hits / draws, within(0.06));
            compared += rate > 0 ? 1 : 0;
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Nested
    class AnIndexThatChanges {

        @Test
        void answersAsOneMadeAnew() {
            var silences = made(4_000);
            var index = indexed(silences.subList(0, 3_000), false);
            index.snapshot();
            var now = new ArrayList<>(silences.subList(300, 3_000));
            silences.subList(0, 300).forEach(one -> index.remove(one.id()));
            for (var one : silences.subList(3_000, 3_400)) {
                index.put(Tied.of(one, null));
                now.add(one);
                var snapshot = one.startMillis() % 7 == 0 ? index.snapshot() : null;
                assertThat(snapshot == null || snapshot.size() == now.size()).isTrue();
            }
            var question = question(RAJIN, 400 * HOUR, 400 * HOUR, null);

            var changed = ranker.rank(index.snapshot(), question, null, Ranker.Absence.NONE);
            var anew =
                    ranker.rank(
                            indexed(now, false).snapshot(), question, null, Ranker.Absence.NONE);

            assertThat(changed).isEqualTo(anew);
        }

        @Test
        void takesANewerVersionInPlaceOfAnOlder() {
            var one = silence("a", 0, 12 * HOUR, RAJIN, RAJIN, 15);
            var shorter =
                    new IndexedSilence(
                            one.id(), "a", 0, 2 * HOUR, RAJIN, RAJIN, 15, 10, one.hull(), false);
            var index = indexed(List.of(one), false);
            index.snapshot();

            index.put(Tied.of(shorter, null));

            assertThat(index.snapshot().size()).isEqualTo(1);
            assertThat(index.snapshot().ofShip("a")).hasSize(1);
            assertThat(
                            ranker.rank(
                                            index.snapshot(),
                                            question(RAJIN, 6 * HOUR, 6 * HOUR, null),
                                            null,
                                            Ranker.Absence.NONE)
                                    .touched())
                    .isZero();
        }
    }
}
