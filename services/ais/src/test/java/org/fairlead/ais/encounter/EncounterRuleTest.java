package org.fairlead.ais.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fairlead.ais.Configured;
import org.fairlead.ais.Voyager;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.sample.Sample;
import org.fairlead.contracts.ais.ActivityDetails.Encounter;
import org.junit.jupiter.api.Test;

class EncounterRuleTest {

    private static final int SHE = 273000001;
    private static final int OTHER = 372000002;
    private static final EncounterConfig CONFIG = Configured.defaults(EncounterConfig.class);

    /// Runs what the topology runs: points to cells, contacts to pairs.
    private static List<Finding> of(
            List<Sample> hers, List<Sample> others, Predicate<Sample> isNearPort, Random order) {
        var grid = new GridPoints(CONFIG, isNearPort);
        var notes = new ArrayList<Map.Entry<Long, byte[]>>();
        add(notes, grid, SHE, hers, false);
        add(notes, grid, OTHER, others, false);
        Collections.shuffle(notes, order);
        return meet(notes);
    }

    private static void add(
            List<Map.Entry<Long, byte[]>> notes,
            GridPoints grid,
            int mmsi,
            List<Sample> samples,
            boolean isFishing) {
        Sample before = null;
        for (Sample sample : samples) {
            for (Point point : grid.between(mmsi, before, sample, isFishing)) {
                for (long cell : grid.cellsOf(point)) {
                    notes.add(Map.entry(cell, point.note(true)));
                }
            }
            before = sample;
        }
    }

    private static List<Finding> meet(List<Map.Entry<Long, byte[]>> notes) {
        var cells = new HashMap<Long, Meeting>();
        var nearness = Nearness.of(CONFIG);
        var pairs = new TreeMap<Long, PairState>();
        for (var note : notes) {
            var next =
                    cells.getOrDefault(note.getKey(), Meeting.NONE)
                            .on(
                                    note.getKey(),
                                    note.getValue(),
                                    nearness,
                                    (pair, contact) ->
                                            pairs.put(
                                                    pair,
                                                    pairs.getOrDefault(pair, PairState.NONE)
                                                            .and(contact)));
            cells.put(note.getKey(), next);
        }
        var found = new ArrayList<Finding>();
        pairs.values().forEach(pair -> found.addAll(pair.encounters(CONFIG)));
        return found;
    }

    private static List<Finding> of(List<Sample> hers, List<Sample> others) {
        return of(hers, others, sample -> false, new Random(1));
    }

    private static List<Sample> lies(String at, double latitude, double longitude, Duration time) {
        return new Voyager(at, latitude, longitude).lies(time).samples();
    }

    @Test
    void twoHoursWithinFiveHundredMetresOverMidnightAreOneEncounter() {
        var found =
                of(
                        lies("2024-01-02T22:50:00Z", 30, 124, Duration.ofMinutes(155)),
                        lies("2024-01-02T22:50:00Z", 30.003, 124, Duration.ofMinutes(155)));

        assertThat(found)
                .singleElement()
                .satisfies(one -> {
                    var encounter = (Encounter) one.details();
                    assertThat(encounter.tiers()).containsExactly(EncounterRule.WIDE);
                    assertThat(encounter.closestMetres()).isBetween(320.0, 345.0);
                    assertThat(one.from()).isBefore(Instant.parse("2024-01-03T00:00:00Z"));
                    assertThat(Duration.between(one.from(), one.to()))
                            .isBetween(Duration.ofMinutes(140), Duration.ofMinutes(150));
                    assertThat(one.vessel()).isEqualTo(SHE);
                    assertThat(one.others()).containsExactly(OTHER);
                    assertThat(one.fixes()).hasSizeGreaterThan(4);
                });
    }

    @Test
    void halfAnHourWithinTwoHundredAndFiftyMetresIsOneByTheCloseRule() {
        var found =
                of(
                        lies("2024-01-02T12:00:00Z", 30, 124, Duration.ofMinutes(45)),
                        lies("2024-01-02T12:00:00Z", 30.0015, 124, Duration.ofMinutes(45)));

        assertThat(found)
                .singleElement()
                .satisfies(one ->
                        assertThat(((Encounter) one.details()).tiers())
                                .containsExactly(EncounterRule.CLOSE));
    }

    @Test
    void halfAnHourAtFourHundredMetresIsNone() {
        assertThat(
                        of(
                                lies("2024-01-02T12:00:00Z", 30, 124, Duration.ofMinutes(45)),
                                lies("2024-01-02T12:00:00Z", 30.0036, 124, Duration.ofMinutes(45))))
                .isEmpty();
    }

    @Test
    void shipsThatPassDoNotMeet() {
        var north =
                new Voyager("2024-01-02T12:00:00Z", 29.8, 124).sails(Duration.ofHours(3), 10, 0);
        var south =
                new Voyager("2024-01-02T12:00:00Z", 30.3, 124).sails(Duration.ofHours(3), 10, 180);

        assertThat(of(north.samples(), south.samples())).isEmpty();
    }

    @Test
    void aConvoyAtSpeedDoesNotMeet() {
        var one = new Voyager("2024-01-02T12:00:00Z", 30, 124).sails(Duration.ofHours(5), 4, 90);
        var other =
                new Voyager("2024-01-02T12:00:00Z", 30.001, 124).sails(Duration.ofHours(5), 4, 90);

        assertThat(of(one.samples(), other.samples())).isEmpty();
    }

    @Test
    void bunkeringInPortIsLeftAlone() {
        assertThat(
                        of(
                                lies("2024-01-02T12:00:00Z", 30, 124, Duration.ofHours(5)),
                                lies("2024-01-02T12:00:00Z", 30.0005, 124, Duration.ofHours(5)),
                                sample -> true,
                                new Random(1)))
                .isEmpty();
    }

    @Test
    void twoFishersMakeNoEncounter() {
        var notes = new ArrayList<Map.Entry<Long, byte[]>>();
        var grid = new GridPoints(CONFIG, sample -> false);
        var hers = lies("2024-01-02T12:00:00Z", 30, 124, Duration.ofHours(5));
        var others = lies("2024-01-02T12:00:00Z", 30.001, 124, Duration.ofHours(5));
        add(notes, grid, SHE, hers, true);
        add(notes, grid, OTHER, others, true);
        assertThat(meet(notes)).isEmpty();

        notes.clear();
        add(notes, grid, SHE, hers, true);
        add(notes, grid, OTHER, others, false);
        assertThat(meet(notes)).hasSize(1);
    }

    @Test
    void theyMeetAcrossTheAntimeridianAndTheBordersOfCells() {
        var found =
                of(
                        new Voyager("2024-01-02T12:00:00Z", 29.999, 179.998)
                                .sails(Duration.ofHours(5), 0.8, 45)
                                .samples(),
                        new Voyager("2024-01-02T12:00:00Z", 30.001, -179.999)
                                .sails(Duration.ofHours(5), 0.8, 45)
                                .samples());

        assertThat(found)
                .singleElement()
                .satisfies(one -> assertThat(one.durationHours()).isGreaterThan(4.5));
    }

    @Test
    void partsLessThanFourHoursApartAreOneEncounterAndFartherApartTwo() {
        var she = lies("2024-01-02T00:00:00Z", 30, 124, Duration.ofHours(24));
        var twice =
                new Voyager("2024-01-02T00:00:00Z", 30.001, 124)
                        .lies(Duration.ofHours(3))
                        .sails(Duration.ofMinutes(45), 8, 0)
                        .sails(Duration.ofMinutes(45), 8, 180)
                        .lies(Duration.ofHours(3));
        var apart =
                new Voyager("2024-01-02T00:00:00Z", 30.001, 124)
                        .lies(Duration.ofHours(3))
                        .sails(Duration.ofHours(3), 8, 0)
                        .sails(Duration.ofHours(3), 8, 180)
                        .lies(Duration.ofHours(3));

        assertThat(of(she, twice.samples())).hasSize(1);
        assertThat(of(she, apart.samples())).hasSize(2);
    }

    @Test
    void aPauseOfFiftyMinutesIsBridgedAndOneOfTwoHoursIsNot() {
        var she = lies("2024-01-02T00:00:00Z", 30, 124, Duration.ofHours(6));
        var bridged =
                new Voyager("2024-01-02T00:00:00Z", 30.001, 124)
                        .lies(Duration.ofMinutes(70))
                        .isSilent(Duration.ofMinutes(50), 0, 0)
                        .lies(Duration.ofMinutes(70));
        var silent =
                new Voyager("2024-01-02T00:00:00Z", 30.003, 124)
                        .lies(Duration.ofMinutes(70))
                        .isSilent(Duration.ofHours(2), 0, 0)
                        .lies(Duration.ofMinutes(70));

        assertThat(of(she, bridged.samples()))
                .singleElement()
                .satisfies(one ->
                        assertThat(((Encounter) one.details()).tiers())
                                .contains(EncounterRule.WIDE));
        assertThat(of(she, silent.samples())).isEmpty();
    }

    @Test
    void isTheSameInEveryOrderOfArrival() {
        var hers = lies("2024-01-02T22:50:00Z", 30, 124, Duration.ofHours(5));
        var others =
                new Voyager("2024-01-02T22:00:00Z", 30.0012, 124.0001)
                        .sails(Duration.ofHours(7), 0.05, 0)
                        .samples();
        var first = of(hers, others, sample -> false, new Random(0));
        for (int seed = 1; seed < 12; seed++) {
            assertThat(of(hers, others, sample -> false, new Random(seed))).isEqualTo(first);
        }
        assertThat(first).hasSize(1);
    }

    @Test
    void whatIsTakenBackIsNoMore() {
        var grid = new GridPoints(CONFIG, sample -> false);
        var notes = new ArrayList<Map.Entry<Long, byte[]>>();
        var hers = lies("2024-01-02T12:00:00Z", 30, 124, Duration.ofHours(3));
        add(notes, grid, SHE, hers, false);
        add(
                notes,
                grid,
                OTHER,
                lies("2024-01-02T12:00:00Z", 30.001, 124, Duration.ofHours(3)),
                false);
        var back = new ArrayList<>(notes);
        Sample before = null;
        for (Sample sample : hers) {
            for (Point point : grid.between(SHE, before, sample, false)) {
                for (long cell : grid.cellsOf(point)) {
                    back.add(Map.entry(cell, point.note(false)));
                }
            }
            before = sample;
        }

        assertThat(meet(notes)).hasSize(1);
        assertThat(meet(back)).isEmpty();
    }

    @Test
    void theStateOfAPairGivesItselfBack() {
        var point = new Point(SHE, 100, 30, 124, 0.5, true, false, "pier");
        var other = new Point(OTHER, 100, 30.001, 124, 0.5, false, true, "sky");
        var state = PairState.NONE.and(Contact.of(other, point).note(true));

        assertThat(PairState.decode(state.encode()).encode()).isEqualTo(state.encode());
        assertThat(Contact.ofNote(Contact.of(other, point).note(true)).contact().a())
                .isEqualTo(point);
        assertThat(new ByteArrayInputStream(state.encode()).available()).isLessThan(300);
    }
}
