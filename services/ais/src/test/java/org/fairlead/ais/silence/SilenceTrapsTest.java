package org.fairlead.ais.silence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.ais.silence.DrivenSilences.anchored;
import static org.fairlead.ais.silence.DrivenSilences.fix;
import static org.fairlead.ais.silence.DrivenSilences.voyage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contracts.ais.ActivityDetails;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.Silence.State;
import org.fairlead.contracts.ais.SilenceFacts;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.SourceClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What must not be mistaken for a ship's silence, and what must not be missed.
class SilenceTrapsTest {

    private static final int SHE = 273000001;
    private static final int OTHER = 273000100;

    private DrivenSilences sea;

    @BeforeEach
    void start(@TempDir Path directory) {
        sea = new DrivenSilences(directory);
    }

    @AfterEach
    void stop() {
        sea.close();
    }

    private static SilenceFacts factsOf(Silence silence) {
        return requireNonNull(silence.facts());
    }

    private static SilenceFacts.Reception receptionOf(Silence silence) {
        return requireNonNull(factsOf(silence).reception());
    }

    /// Ships that go about in one cell, none far from the place.
    private static List<Fix> others(
            int ships, double from, double to, double latitude, double longitude) {
        var fixes = new ArrayList<Fix>();
        for (int ship = 0; ship < ships; ship++) {
            for (Fix one : anchored(OTHER + ship, from, to, latitude + ship * 0.001, longitude)) {
                fixes.add(one);
            }
        }
        fixes.sort(Comparator.comparingLong(Fix::epochMillis));
        return fixes;
    }

    /// Lay still but said to be under way: neither moves out of the cell nor counts as laid up.
    private static List<Fix> drifting(double from, double to) {
        var fixes = new ArrayList<Fix>();
        for (int i = 0; from + i / 6.0 <= to + 1e-9; i++) {
            fixes.add(fix(SHE, from + i / 6.0, 40, 130, 8, 0));
        }
        return fixes;
    }

    @Nested
    class WhereOthersAreHeard {

        @Test
        void aShipThatIsNotIsUnexplained() {
            sea.hear("a.1", 3, drifting(0, 3));
            sea.hear("a.1", 14, others(9, 0, 14, 40, 130));
            sea.settle();

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(Silence.UNEXPLAINED, Silence::classification)
                    .returns(State.OPEN, Silence::state)
                    .satisfies(silence -> {
                        assertThat(receptionOf(silence).ships()).isEqualTo(9);
                        assertThat(receptionOf(silence).silentIfTransmitting()).isLessThan(0.01);
                        assertThat(factsOf(silence).fixes()).isNotEmpty();
                        assertThat(silence.parameters())
                                .containsEntry("ais.silence.unexplained-below", "0.01");
                    });
        }

        @Test
        void evenAShortSilenceIsReported() {
            sea.hear("a.1", 3, drifting(0, 3));
            sea.hear("a.1", 7, others(9, 0, 7, 40, 130));
            sea.settle();

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .satisfies(silence -> assertThat(silence.durationHours()).isLessThan(6));
        }

        @Test
        void sevenOthersAreTooFewToSay() {
            sea.hear("a.1", 3, drifting(0, 3));
            sea.hear("a.1", 14, others(7, 0, 14, 40, 130));
            sea.settle();

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(Silence.UNKNOWN, Silence::classification);
        }
    }

    @Nested
    class WhereOthersAreNotHeardEither {

        /// One receiver of several fails: far away the source goes on.
        @Test
        void aSilenceIsACoverageHoleOnceTheyAreBack() {
            var far = anchored(OTHER + 50, 0, 30, 10, 100);
            sea.hear("a.1", 3, drifting(0, 3));
            sea.hear("a.1", 3, others(9, 0, 3, 40, 130));
            sea.hear("a.1", 12, far.subList(0, 73));
            sea.settle();
            assertThat(sea.newest())
                    .filteredOn(silence -> !silence.vessel().mmsi().equals("" + SHE))
                    .extracting(Silence::classification)
                    .doesNotContain(Silence.UNEXPLAINED);
            assertThat(sea.newestOf(SHE))
                    .extracting(Silence::classification)
                    .containsOnly(Silence.UNKNOWN);

            sea.hear("a.1", 16, others(9, 12, 16, 40, 130));
            sea.settle();

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(Silence.COVERAGE_HOLE, Silence::classification);
        }
    }

    /// Twelve ships come by one after another, eastward at ten knots, and she after them.
    @Nested
    class AtTheEdgeOfAReceiversRange {

        private static final double EDGE = 130.66;
        private static final int OTHERS = 12;

        /// Heard up to the edge, and beyond it only where somebody listens there.
        private static List<Fix> heard(
                int mmsi, double from, double until, boolean isHeardBeyond, double back) {
            return voyage(mmsi, from, until, 40, 130).stream()
                    .filter(fix ->
                            isHeardBeyond
                                    || fix.longitude() < EDGE * 600_000
                                    || fix.longitude() > back * 600_000)
                    .toList();
        }

        private void pass(boolean isHeardBeyond) {
            var all = new ArrayList<Fix>();
            for (int ship = 0; ship < OTHERS; ship++) {
                all.addAll(heard(OTHER + ship, ship * 0.5, 14 + ship * 0.5, isHeardBeyond, 131.9));
            }
            all.addAll(heard(SHE, 3, 20, false, 131.9));
            all.addAll(anchored(OTHER + 50, 0, 22, 10, 100));
            all.sort(Comparator.comparingLong(Fix::epochMillis));
            for (Fix fix : all) {
                double hour = (fix.epochMillis() - DrivenSilences.NOON.toEpochMilli()) / 3.6e6;
                sea.hear("a.1", hour, List.of(fix));
            }
            sea.settle();
        }

        @Test
        void aShipThatSailsOutAsAllOthersDoIsNotUnexplained() {
            pass(false);

            assertThat(sea.newest())
                    .extracting(Silence::classification)
                    .isNotEmpty()
                    .doesNotContain(Silence.UNEXPLAINED);
        }

        @Test
        void aShipThatFallsSilentWhereOthersSailOnIsUnexplained() {
            pass(true);

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(Silence.UNEXPLAINED, Silence::classification)
                    .satisfies(silence -> {
                        assertThat(receptionOf(silence).ashoreUsed()).isTrue();
                        assertThat(receptionOf(silence).lost()).isZero();
                        assertThat(receptionOf(silence).stays()).isGreaterThanOrEqualTo(12);
                    });
        }
    }

    @Nested
    class WhenASourceIsOut {

        @Test
        void oneFeedOutageIsRaisedAndNoSilence() {
            for (int ship = 0; ship < 12; ship++) {
                sea.hear("feed.1", 5, voyage(OTHER + ship, 0, 5, 40 + ship, 130));
            }
            for (int ship = 0; ship < 12; ship++) {
                sea.hear("feed.2", 12, voyage(OTHER + ship, 8, 12, 40 + ship, 130.6));
            }
            sea.settle();

            assertThat(sea.newest()).isEmpty();
            assertThat(sea.newestOf("feed-outage"))
                    .singleElement()
                    .satisfies(outage -> {
                        assertThat(outage.get("durationHours").asDouble()).isEqualTo(3);
                        assertThat(outage.get("details").get("source").asText()).isEqualTo("pier");
                        assertThat(outage.get("details").get("transmitters").asInt()).isEqualTo(12);
                    });
        }

        @Test
        void aShortSilenceBeforeItIsVoid() {
            sea.hear("feed.1", 2, drifting(0, 2));
            sea.hear("feed.1", 6, others(9, 0, 6, 40, 130));
            sea.settle();
            assertThat(sea.newestOf(SHE)).singleElement().returns(State.OPEN, Silence::state);

            sea.hear("feed.2", 12, others(9, 10, 12, 40, 130));
            sea.settle();

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(State.VOID, Silence::state)
                    .returns(Silence.FEED_OUTAGE, Silence::classification);
        }
    }

    @Nested
    class WhenASourceLosesAPartOfItsShips {

        /// Twenty ships, of which some are not heard for a while in the middle.
        private void hear(int heardMeanwhile) {
            for (double hour = 0; hour < 30; hour += 0.5) {
                int ships = hour >= 14 && hour < 19 ? heardMeanwhile : 20;
                var fixes = new ArrayList<Fix>();
                for (int ship = 0; ship < ships; ship++) {
                    fixes.addAll(anchored(OTHER + ship, hour, hour + 0.34, 40 + ship * 0.3, 130));
                }
                fixes.sort(Comparator.comparingLong(Fix::epochMillis));
                sea.hear("a.1", hour + 0.5, fixes);
            }
            sea.settle();
        }

        @Test
        void oneOutageIsToldWithTheShareThatWasLeft() {
            hear(6);

            assertThat(sea.newestOf("feed-outage"))
                    .singleElement()
                    .satisfies(outage -> {
                        assertThat(outage.get("state").asText()).isEqualTo("ended");
                        assertThat(outage.get("durationHours").asDouble()).isBetween(4.0, 6.0);
                        assertThat(outage.get("details").get("heardShare").asDouble())
                                .isBetween(0.25, 0.4);
                    });
        }

        @Test
        void aFewShipsLessAreNone() {
            hear(15);

            assertThat(sea.newestOf("feed-outage")).isEmpty();
        }
    }

    @Nested
    class LateSatelliteData {

        @Test
        void thatFillsNineHoursRetractsThemAndTheFirstVersionStaysReadable() {
            sea.hear("a.1", 3, voyage(SHE, 0, 3, 40, 130));
            sea.hear("a.1", 14, voyage(SHE, 12, 14, 40, 132.6));
            var first = sea.newestOf(SHE).getFirst();

            sea.hear(
                    "s.1",
                    "orbit",
                    SourceClass.SATELLITE,
                    14,
                    voyage(SHE, 4, 11, 40, 130.87).stream()
                            .filter(LateSatelliteData::hourly)
                            .toList());
            sea.settle();

            assertThat(first).returns(State.REAPPEARED, Silence::state);
            assertThat(first.durationHours()).isEqualTo(9);
            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(State.RETRACTED, Silence::state)
                    .returns(first.id(), Silence::id)
                    .returns(first.version(), Silence::supersedes);
            assertThat(sea.versions()).contains(first);
        }

        private static boolean hourly(Fix fix) {
            return Math.floorMod(fix.epochMillis(), 3_600_000L) == 0;
        }
    }

    @Nested
    class Over180Degrees {

        @Test
        void theEndsOfASilenceAreTwoPositions() {
            sea.hear("a.1", 3, voyage(SHE, 0, 3, -15, 179.2));
            sea.hear("a.1", 15, voyage(SHE, 12, 15, -15, -178.9));

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .satisfies(silence -> {
                        assertThat(silence.start().longitudeDegrees()).isBetween(179.6, 179.8);
                        assertThat(requireNonNull(silence.end()).longitudeDegrees())
                                .isEqualTo(-178.9);
                        assertThat(factsOf(silence).distanceNauticalMiles()).isBetween(75.0, 85.0);
                        assertThat(factsOf(silence).multiVessel()).isFalse();
                        assertThat(factsOf(silence).slackHours()).isBetween(5.5, 6.1);
                    });
        }
    }

    @Nested
    class AnAnchoredShip {

        @Test
        void isLaidUp() {
            sea.hear("a.1", 3, anchored(SHE, 0, 3, 40, 130));
            sea.hear("a.1", 14, others(9, 0, 14, 40, 130));
            sea.settle();
            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(Silence.LAY_UP, Silence::classification);

            sea.hear("a.1", 20, anchored(SHE, 18, 20, 40.001, 130));

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(Silence.LAY_UP, Silence::classification)
                    .returns(State.REAPPEARED, Silence::state);
        }

        @Test
        void thatIsElsewhereAfterwardsWasNot() {
            sea.hear("a.1", 3, anchored(SHE, 0, 3, 40, 130));
            sea.hear("a.1", 14, others(9, 0, 14, 40, 130));

            sea.hear("a.1", 20, anchored(SHE, 18, 20, 40.2, 130));
            sea.settle();

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .satisfies(silence ->
                            assertThat(silence.classification()).isNotEqualTo(Silence.LAY_UP));
        }
    }

    @Nested
    class AShortTransmission {

        @Test
        void splitsASilenceAndIsTold() {
            sea.hear("a.1", 3, voyage(SHE, 0, 3, 40, 130));
            sea.hear("a.1", 13.5, voyage(SHE, 13, 13.5, 40, 131));
            assertThat(sea.newestOf("blip")).isEmpty();
            sea.hear("a.1", 26, voyage(SHE, 24, 26, 40, 132));

            assertThat(sea.newestOf(SHE))
                    .extracting(silence -> factsOf(silence).reappearance())
                    .containsExactly("blip", "confirmed");
            assertThat(sea.newestOf("blip"))
                    .singleElement()
                    .satisfies(blip -> {
                        assertThat(blip.get("details").get("silenceBeforeId").asText())
                                .isEqualTo(sea.newestOf(SHE).getFirst().id().toString());
                        assertThat(blip.get("details").get("silenceAfterId").asText())
                                .isEqualTo(sea.newestOf(SHE).getLast().id().toString());
                        assertThat(blip.get("details").get("minutes").asDouble()).isEqualTo(30);
                    });
        }

        @Test
        void ofOneReportDoesNotEndASilenceWithoutALabel() {
            sea.hear("a.1", 3, voyage(SHE, 0, 3, 40, 130));
            sea.hear("a.1", 13, List.of(fix(SHE, 13, 40, 131)));
            sea.end();

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(State.REAPPEARED, Silence::state)
                    .satisfies(silence -> {
                        assertThat(factsOf(silence).reappearance()).isEqualTo("unconfirmed");
                        assertThat(silence.reason()).contains("briefly so far");
                    });
        }

        @Test
        void farFromWhereSheCanBeIsAnothersOrADecoys() {
            sea.hear("a.1", 3, voyage(SHE, 0, 3, 40, 130));
            sea.hear("a.1", 13, List.of(fix(SHE, 13, 1, 104)));
            sea.end();

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .satisfies(silence -> assertThat(factsOf(silence).multiVessel()).isTrue());
        }
    }

    @Nested
    class TwoShipsOnOneNumber {

        @Test
        void haveASilenceThatIsMarked() {
            var both = new ArrayList<>(voyage(SHE, 0, 3, 40, 130));
            both.addAll(voyage(SHE, 0.05, 3, -20, 60));
            both.sort(Comparator.comparingLong(Fix::epochMillis));
            sea.hear("a.1", 3.05, both);
            sea.hear("a.1", 15, voyage(SHE, 13, 15, 40, 131.5));

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .satisfies(silence -> assertThat(factsOf(silence).multiVessel()).isTrue());
        }
    }

    @Nested
    class AnotherNumber {

        private void appears(int lengthMetres, double latitude) {
            sea.identify(SHE, 100);
            sea.identify(OTHER + 90, lengthMetres);
            sea.hear("a.1", 8, others(2, 0, 8, 40, 130));
            sea.hear("a.1", 8, voyage(SHE, 4, 8, 40, 130));
            sea.hear("a.1", 20, others(2, 8, 20, 40, 130));
            sea.hear("a.1", 20, voyage(OTHER + 90, 8.5, 20, latitude, 131));
            sea.hear("a.1", 22, others(2, 20, 22, 40, 130));
            sea.settle();
        }

        @Test
        void thatAppearsWithinReachWithHerLengthMayBeHer() {
            appears(104, 40);

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(Silence.IDENTITY_SWITCH, Silence::classification)
                    .returns("" + (OTHER + 90), silence -> factsOf(silence).switchedToMmsi());
        }

        @Test
        void ofAnotherLengthIsNot() {
            appears(180, 40);

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(Silence.UNKNOWN, Silence::classification);
        }

        @Test
        void outOfReachIsNot() {
            appears(104, 43);

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(Silence.UNKNOWN, Silence::classification);
        }
    }

    @Nested
    class AnAreaOfFalsePositions {

        @Test
        void explainsWhatBeginsInIt() {
            var id = new UUID(1, 2);
            sea.zone(
                    new org.fairlead.contracts.ais.Activity(
                            id,
                            1,
                            null,
                            org.fairlead.contracts.ais.Activity.State.OPEN,
                            null,
                            List.of(),
                            DrivenSilences.at(1),
                            null,
                            new ReportedPosition(DrivenSilences.at(1), 40, 130, null, null),
                            null,
                            2,
                            new ActivityDetails.PositionZone(40, 130, 0.5, 3, List.of()),
                            "Three ships jump.",
                            false,
                            List.of("pier"),
                            Map.of(),
                            List.of(),
                            DrivenSilences.at(3)));
            sea.hear("a.1", 3, drifting(0, 3));
            sea.hear("a.1", 14, others(9, 0, 14, 40, 130));
            sea.settle();

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(Silence.JAMMING_ZONE, Silence::classification)
                    .returns(id, silence -> factsOf(silence).zoneId());
        }
    }

    @Nested
    class NobodyEverHeardAgain {

        @Test
        void isNotReobservedAfterThirtyDays() {
            sea.hear("a.1", 3, drifting(0, 3));
            sea.hear("a.1", 24 * 29, others(1, 0, 24 * 29, 40, 130));
            assertThat(sea.newestOf(SHE)).singleElement().returns(State.OPEN, Silence::state);

            sea.hear("a.1", 24 * 31, others(1, 24 * 29, 24 * 31, 40, 130));

            assertThat(sea.newestOf(SHE))
                    .singleElement()
                    .returns(State.NOT_REOBSERVED, Silence::state);
        }
    }
}
