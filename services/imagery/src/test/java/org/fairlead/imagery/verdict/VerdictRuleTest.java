package org.fairlead.imagery.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.imagery.Observation;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict.Outcome;
import org.fairlead.imagery.silence.KnownSilence;
import org.fairlead.imagery.silence.KnownVessel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The geometry is that of the reference case: a ro-ro of 122 m falls silent south of Vladivostok
/// and is heard again in the Korea Strait.
class VerdictRuleTest {

    private static final int CARGO = 79;

    private final VerdictRule rule = new VerdictRule(TestVerdictConfig.DEFAULTS);

    private final ReportedPosition offVladivostok =
            report("2024-01-03T06:00:00Z", 42.60, 131.90, 11.2);
    private final ReportedPosition inTheKoreaStrait =
            report("2024-02-05T19:20:00Z", 34.60, 129.50, 12.4);

    private Judgement.Reached reached(Sighting sighting, KnownSilence known) {
        return (Judgement.Reached) rule.judge(sighting, known);
    }

    @Nested
    class TheReferenceSilence {

        private final KnownSilence silence =
                known(offVladivostok, inTheKoreaStrait, vessel(CARGO, 122));

        @Test
        void isConsistentWithRajinWithHoursToSpareOnBothSides() {
            var verdict = reached(rajin("2024-01-14T02:10:00Z"), silence);

            assertThat(verdict.outcome()).isEqualTo(Outcome.CONSISTENT);
            var margins = verdict.margins();
            assertThat(margins.exclusionSpeedKnots()).isEqualTo(20);
            assertThat(margins.lowerBoundFromStartNauticalMiles()).isCloseTo(74, within(1.0));
            assertThat(margins.arrivalHours()).isCloseTo(260.17 - 73.6 / 20, within(0.2));
            assertThat(margins.lowerBoundToEndNauticalMiles()).isCloseTo(456, within(3.0));
            assertThat(margins.departureHours()).isCloseTo(545.17 - 456 / 20.0, within(0.4));
        }

        @Test
        void saysSoWithoutConcludingMore() {
            var verdict = reached(rajin("2024-01-14T02:10:00Z"), silence);

            assertThat(verdict.explanation())
                    .startsWith("She was last heard at least 74 nm away, 260.2 h before; at 20 kn")
                    .contains("256.5 h to spare")
                    .endsWith("She can have been there; these data do not say that she was.");
        }

        @Test
        void saysNothingOfASightingTenHoursAfterSheWasHeardAgain() {
            var judgement = rule.judge(rajin("2024-02-06T05:20:00Z"), silence);

            assertThat(judgement).isInstanceOf(Judgement.NotInSilence.class);
        }

        @Test
        void saysNothingOfASightingBeforeIt() {
            assertThat(rule.judge(rajin("2024-01-03T05:59:59Z"), silence))
                    .isInstanceOf(Judgement.NotInSilence.class);
        }

        @Test
        void excludesAPortSheCannotHaveReachedYet() {
            var zhoushan = sighting("2024-01-04T06:00:00Z", 30.15, 122.2);

            var verdict = reached(zhoushan, silence);

            assertThat(verdict.outcome()).isEqualTo(Outcome.EXCLUDED);
            assertThat(verdict.margins().arrivalHours()).isNegative();
            assertThat(verdict.explanation())
                    .contains("h too few")
                    .contains("if these reports are her own");
        }

        @Test
        void excludesAPortSheCannotHaveComeBackFrom() {
            var verdict = reached(rajin("2024-02-05T10:00:00Z"), silence);

            assertThat(verdict.outcome()).isEqualTo(Outcome.EXCLUDED);
            assertThat(verdict.margins().arrivalHours()).isPositive();
            assertThat(verdict.margins().departureHours()).isNegative();
        }
    }

    @Nested
    class ASightingOfAnInterval {

        private final KnownSilence silence =
                known(offVladivostok, inTheKoreaStrait, vessel(CARGO, 122));

        @Test
        void isConsistentWhenSomeInstantOfItFits() {
            // At its end she can no longer get back in time, at its beginning she can.
            var verdict =
                    reached(
                            interval("2024-02-03T00:00:00Z", "2024-02-05T19:00:00Z", 42.233, 130.3),
                            silence);

            assertThat(verdict.outcome()).isEqualTo(Outcome.CONSISTENT);
        }

        @Test
        void isExcludedWhenNoInstantFits() {
            var verdict =
                    reached(
                            interval("2024-02-05T10:00:00Z", "2024-02-05T19:00:00Z", 42.233, 130.3),
                            silence);

            assertThat(verdict.outcome()).isEqualTo(Outcome.EXCLUDED);
        }

        @Test
        void isNotExcludedWhenPartOfItLiesOutside() {
            var verdict =
                    reached(
                            interval("2024-02-05T10:00:00Z", "2024-02-06T10:00:00Z", 42.233, 130.3),
                            silence);

            assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(verdict.explanation()).contains("outside the silence");
        }

        /// Brute force over the interval must agree with the balanced instant.
        @Test
        void agreesWithTryingEveryInstant() {
            var random = new Random(7);
            for (int run = 0; run < 500; run++) {
                var start = report("2024-01-01T00:00:00Z", 30 + 10 * random.nextDouble(), 130, 0);
                var end =
                        new ReportedPosition(
                                start.at().plusSeconds(3600 * (1 + random.nextInt(72))),
                                30 + 10 * random.nextDouble(),
                                135,
                                0.0,
                                null);
                long span = end.at().getEpochSecond() - start.at().getEpochSecond();
                Instant from = start.at().plusSeconds(random.nextLong(span));
                Instant to = from.plusSeconds(random.nextLong(span));
                var seen = interval(from.toString(), to.toString(), 35, 132);
                var way = Passage.best(seen, silence(start, end), 20, Ruler.GREAT_CIRCLE);

                double best = Double.NEGATIVE_INFINITY;
                Instant last = to.isBefore(end.at()) ? to : end.at();
                for (Instant at = from; !at.isAfter(last); at = at.plusSeconds(30)) {
                    var instant = interval(at.toString(), at.toString(), 35, 132);
                    best =
                            Math.max(
                                    best,
                                    Passage.best(
                                                    instant,
                                                    silence(start, end),
                                                    20,
                                                    Ruler.GREAT_CIRCLE)
                                            .spareHours());
                }

                assertThat(way.spareHours()).isCloseTo(best, within(0.01));
            }
        }
    }

    @Nested
    class AnOpenSilence {

        private final KnownSilence open = known(offVladivostok, null, vessel(CARGO, 122));

        @Test
        void isUndecidedWhereSheCanHaveArrived() {
            var verdict = reached(rajin("2024-01-14T02:10:00Z"), open);

            assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(verdict.margins().departureHours()).isNull();
            assertThat(verdict.explanation()).contains("not been heard since");
        }

        @Test
        void excludesWhereSheCannotHaveArrived() {
            assertThat(reached(sighting("2024-01-04T06:00:00Z", 30.15, 122.2), open).outcome())
                    .isEqualTo(Outcome.EXCLUDED);
        }

        @Test
        void saysNothingBeyondItsHorizon() {
            assertThat(rule.judge(rajin("2024-02-02T06:00:01Z"), open))
                    .isInstanceOf(Judgement.NotInSilence.class);
        }
    }

    @Nested
    class TheEdgeOfReach {

        /// Due north along a meridian: 20 kn for 10 h is 200 nm by the bound's own radius.
        private final ReportedPosition start = report("2024-01-01T00:00:00Z", 0, 150, 10);

        private Outcome tenHoursLater(double miles, double errorMetres) {
            double degrees = miles / 59.705;
            var seen =
                    new Sighting(
                            UUID.randomUUID(),
                            1,
                            Sighting.State.RECORDED,
                            Instant.parse("2024-01-01T10:00:00Z"),
                            Instant.parse("2024-01-01T10:00:00Z"),
                            degrees,
                            150,
                            errorMetres,
                            null,
                            null,
                            null,
                            null,
                            "test",
                            "test",
                            null,
                            true);
            var end = report("2024-03-01T00:00:00Z", 0, 150, 10);
            return reached(seen, known(start, end, vessel(CARGO, 122))).outcome();
        }

        @ParameterizedTest
        @CsvSource({
            "199.9, 0, CONSISTENT",
            "200.5, 0, UNDECIDED",
            "200.9, 0, UNDECIDED",
            "201.1, 0, EXCLUDED",
            "203.0, 1852, UNDECIDED",
            "204.1, 1852, EXCLUDED"
        })
        void isSoftByOneMileAndThreeDeviations(double miles, double error, Outcome expected) {
            assertThat(tenHoursLater(miles, error)).isEqualTo(expected);
        }
    }

    @Nested
    class TheLengthSeen {

        private Outcome outcome(double seenMetres, @Nullable Double error, Integer... stated) {
            return outcome("SAR", null, seenMetres, error, stated);
        }

        private Outcome outcome(
                String sensor,
                @Nullable Double resolution,
                double seenMetres,
                @Nullable Double error,
                Integer... stated) {
            var none = Observation.NONE;
            var observation =
                    new Observation(
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            none.hullLayout(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            resolution);
            var sighting =
                    new Sighting(
                            UUID.randomUUID(),
                            1,
                            Sighting.State.RECORDED,
                            Instant.parse("2024-01-14T02:10:00Z"),
                            Instant.parse("2024-01-14T02:10:00Z"),
                            42.233,
                            130.3,
                            500,
                            seenMetres,
                            error,
                            null,
                            null,
                            sensor,
                            "test",
                            null,
                            true,
                            observation);
            return reached(sighting, known(offVladivostok, inTheKoreaStrait, vessel(CARGO, stated)))
                    .outcome();
        }

        @Test
        void excludesWhenFarFromEveryStatedLength() {
            assertThat(outcome(220, null, 122)).isEqualTo(Outcome.EXCLUDED);
            assertThat(outcome(60, null, 122)).isEqualTo(Outcome.EXCLUDED);
        }

        @Test
        void isGrantedAFifth() {
            assertThat(outcome(146, 1.0, 122)).isEqualTo(Outcome.CONSISTENT);
            assertThat(outcome(147, 1.0, 122)).isEqualTo(Outcome.EXCLUDED);
        }

        @Test
        void isGrantedATwentiethInAnOpticalImageOfAMetre() {
            assertThat(outcome("optical", 0.5, 210, 1.0, 200)).isEqualTo(Outcome.CONSISTENT);
            assertThat(outcome("optical", 0.5, 211, 1.0, 200)).isEqualTo(Outcome.EXCLUDED);
            assertThat(outcome("optical", 1.0, 211, 1.0, 200)).isEqualTo(Outcome.EXCLUDED);
            assertThat(outcome("optical", 1.1, 211, 1.0, 200)).isEqualTo(Outcome.CONSISTENT);
            assertThat(outcome("optical", null, 211, 1.0, 200)).isEqualTo(Outcome.CONSISTENT);
        }

        @Test
        void isGrantedAFifthInARadarImageHoweverFine() {
            assertThat(outcome("Umbra SAR", 0.5, 211, 1.0, 200)).isEqualTo(Outcome.CONSISTENT);
        }

        /// Three deviations of three metres, where that is more than a twentieth.
        @Test
        void isGrantedNineMetresInAFineImageThatStatesNoError() {
            assertThat(outcome("optical", 0.5, 109, null, 100)).isEqualTo(Outcome.CONSISTENT);
            assertThat(outcome("optical", 0.5, 110, null, 100)).isEqualTo(Outcome.EXCLUDED);
        }

        /// A ship of 40 m in a coarse image may well measure 50.
        @Test
        void excludesNobodyByALittleWhenItsErrorIsNotStated() {
            assertThat(outcome(50, null, 40)).isEqualTo(Outcome.CONSISTENT);
        }

        @Test
        void isGrantedFiveDeviationsWhereThatIsMore() {
            assertThat(outcome(221, 20.0, 122)).isEqualTo(Outcome.CONSISTENT);
            assertThat(outcome(223, 20.0, 122)).isEqualTo(Outcome.EXCLUDED);
        }

        @Test
        void fitsWhenItFitsAnyLengthSheEverStated() {
            assertThat(outcome(220, null, 122, 210)).isEqualTo(Outcome.CONSISTENT);
        }

        @Test
        void saysNothingWhereSheStatedNone() {
            assertThat(outcome(220, null)).isEqualTo(Outcome.CONSISTENT);
        }
    }

    @Nested
    class ItsSpeed {

        private double knots(@Nullable Integer type, double reported, Integer... lengths) {
            var start = report("2024-01-03T06:00:00Z", 42.6, 131.9, reported);
            var known = known(start, inTheKoreaStrait, vessel(type, lengths));
            return reached(rajin("2024-01-14T02:10:00Z"), known).margins().exclusionSpeedKnots();
        }

        @Test
        void isTheCapOfHerKind() {
            assertThat(knots(70, 11, 122)).isEqualTo(20);
            assertThat(knots(71, 11, 300)).isEqualTo(26);
            assertThat(knots(71, 11)).isEqualTo(26);
            assertThat(knots(80, 11, 180)).isEqualTo(18);
            assertThat(knots(30, 11, 40)).isEqualTo(15);
            assertThat(knots(60, 11, 150)).isEqualTo(30);
            assertThat(knots(40, 11, 30)).isEqualTo(45);
            assertThat(knots(null, 11)).isEqualTo(26);
        }

        @Test
        void isMoreWhereSheReportedMore() {
            assertThat(knots(30, 20, 40)).isEqualTo(22);
        }

        @Test
        void isNotThatOfAFaultyTransmitter() {
            assertThat(knots(30, 102.2, 40)).isEqualTo(15);
        }
    }

    @Test
    void severalShipsUnderOneNumberLeaveItUndecided() {
        var vessel =
                new KnownVessel(
                        identity(CARGO),
                        new TreeSet<>(List.of(122)),
                        new TreeSet<>(List.of("9179842", "9161003")));

        var verdict =
                reached(
                        sighting("2024-01-04T06:00:00Z", 30.15, 122.2),
                        known(offVladivostok, inTheKoreaStrait, vessel));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.explanation()).contains("9161003, 9179842");
    }

    @Test
    void aConsistentSilenceIsKeptFromAnyDistanceAnExclusionOnlyFromNear() {
        var silence = known(offVladivostok, inTheKoreaStrait, vessel(CARGO, 122));
        var singapore = reached(sighting("2024-01-20T00:00:00Z", 1.2, 103.8), silence);
        var rotterdam = reached(sighting("2024-01-20T00:00:00Z", 52.0, 4.0), silence);

        assertThat(singapore.outcome()).isEqualTo(Outcome.CONSISTENT);
        assertThat(rule.isKept(singapore)).isTrue();
        assertThat(rotterdam.outcome()).isEqualTo(Outcome.CONSISTENT);
        assertThat(rule.isKept(reached(sighting("2024-01-04T00:00:00Z", 52.0, 4.0), silence)))
                .isFalse();
    }

    private static Sighting rajin(String at) {
        return sighting(at, 42.233, 130.300);
    }

    private static Sighting sighting(String at, double latitude, double longitude) {
        return interval(at, at, latitude, longitude);
    }

    private static Sighting interval(String from, String to, double latitude, double longitude) {
        return new Sighting(
                UUID.randomUUID(),
                1,
                Sighting.State.RECORDED,
                Instant.parse(from),
                Instant.parse(to),
                latitude,
                longitude,
                500,
                null,
                null,
                null,
                null,
                "optical",
                "test",
                null,
                true);
    }

    private static ReportedPosition report(
            String at, double latitude, double longitude, double speed) {
        return new ReportedPosition(Instant.parse(at), latitude, longitude, speed, null);
    }

    private static KnownSilence known(
            ReportedPosition start, @Nullable ReportedPosition end, KnownVessel vessel) {
        return new KnownSilence(silence(start, end), vessel);
    }

    private static Silence silence(ReportedPosition start, @Nullable ReportedPosition end) {
        return new Silence(
                UUID.randomUUID(),
                1,
                null,
                end == null ? Silence.State.OPEN : Silence.State.REAPPEARED,
                new VesselRef("273990901", "9179842", "ANGARA"),
                start,
                end,
                0,
                null,
                Silence.UNCLASSIFIED,
                "Test.",
                true,
                List.of("test"),
                Map.of(),
                start.at());
    }

    private static KnownVessel vessel(@Nullable Integer type, Integer... lengths) {
        return new KnownVessel(
                identity(type), new TreeSet<>(List.of(lengths)), new TreeSet<>(List.of("9179842")));
    }

    private static VesselIdentity identity(@Nullable Integer type) {
        return new VesselIdentity(
                "273990901",
                1,
                "9179842",
                "ANGARA",
                null,
                type,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                true,
                List.of());
    }
}
