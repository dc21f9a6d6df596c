package org.fairlead.ais.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.fairlead.ais.Configured;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.portcall.Harbours;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.portcall.RegisteredHarbours;
import org.fairlead.ais.sea.Sea;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails.DraughtChange;
import org.fairlead.contracts.ais.ActivityDetails.IdentityChange;
import org.fairlead.contracts.ais.ActivityDetails.IdentityConflict;
import org.fairlead.contracts.ais.ActivityDetails.PortVisit;
import org.fairlead.contracts.ais.ActivityDetails.Voyage;
import org.fairlead.contracts.ais.PortRef;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VesselIdentity.Draught;
import org.fairlead.contracts.ais.VesselIdentity.Tuple;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.ais.VisitBasis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HistoryRuleTest {

    private static final String SHE = "273000001";
    private static final VesselRef VESSEL = new VesselRef(SHE, null, null);
    private static final PortRef RAJIN = new PortRef("rajin", "Rajin", "KP");
    private static final PortRef DUNAI = new PortRef("dunai", "Dunai", "RU");
    private static final Harbours PORTS = new RegisteredHarbours();

    private static List<Finding> of(History history) {
        return new HistoryRule(
                        Configured.defaults(HistoryConfig.class),
                        Configured.defaults(PortCallConfig.class),
                        PORTS,
                        Sea.WITHOUT_LAND)
                .of(history);
    }

    private static List<Finding> of(History history, Class<?> details) {
        return of(history).stream().filter(one -> details.isInstance(one.details())).toList();
    }

    private static History with(List<Silence> silences, List<Activity> visits) {
        return new History(null, silences, visits, List.of());
    }

    private static ReportedPosition at(
            String time, double latitude, double longitude, @Nullable Double course) {
        return new ReportedPosition(
                Instant.parse(time), latitude, longitude, course == null ? 0.0 : 10.0, course);
    }

    private static Silence silence(ReportedPosition start, ReportedPosition end) {
        return new Silence(
                new UUID(1, start.at().getEpochSecond()),
                1,
                null,
                Silence.State.REAPPEARED,
                VESSEL,
                start,
                end,
                Duration.between(start.at(), end.at()).toMinutes() / 60.0,
                180.0,
                Silence.UNCLASSIFIED,
                "Heard again.",
                false,
                List.of("pier"),
                Map.of(),
                end.at());
    }

    private static Activity visit(PortRef port, String from, String to, int confidence) {
        var place =
                port.equals(RAJIN) ? new double[] {42.233, 130.3} : new double[] {42.879, 132.335};
        return new Activity(
                new UUID(2, Instant.parse(from).getEpochSecond()),
                1,
                null,
                Activity.State.ENDED,
                VESSEL,
                List.of(),
                Instant.parse(from),
                Instant.parse(to),
                at(from, place[0], place[1], null),
                at(to, place[0], place[1], null),
                20,
                new PortVisit(
                        port,
                        VisitBasis.OBSERVED,
                        confidence,
                        null,
                        null,
                        null,
                        null,
                        true,
                        false,
                        List.of(),
                        null),
                "Left.",
                false,
                List.of("pier"),
                Map.of(),
                List.of(),
                Instant.parse(to));
    }

    @Nested
    class Voyages {

        @Test
        void runFromVisitToVisit() {
            var history =
                    with(
                            List.of(),
                            List.of(
                                    visit(RAJIN, "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", 4),
                                    visit(DUNAI, "2024-01-02T10:00:00Z", "2024-01-03T00:00:00Z", 4),
                                    visit(RAJIN, "2024-01-03T10:00:00Z", "2024-01-04T00:00:00Z", 4),
                                    visit(
                                            DUNAI,
                                            "2024-01-04T10:00:00Z",
                                            "2024-01-05T00:00:00Z",
                                            4)));

            assertThat(of(history, Voyage.class))
                    .extracting(one -> ((Voyage) one.details()).to().name())
                    .containsExactly("Dunai", "Rajin", "Dunai");
            assertThat(of(history, Voyage.class).getFirst())
                    .returns(10.0, Finding::durationHours)
                    .returns(
                            "From Rajin to Dunai in 10.0 hours; at least 97 nm as the crow flies.",
                            Finding::reason);
        }

        @Test
        void doNotCountAPortThatWasOnlyPassed() {
            var history =
                    with(
                            List.of(),
                            List.of(
                                    visit(RAJIN, "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", 4),
                                    visit(
                                            DUNAI,
                                            "2024-01-02T10:00:00Z",
                                            "2024-01-02T11:00:00Z",
                                            1)));

            assertThat(of(history, Voyage.class)).isEmpty();
        }

        @Test
        void doNotEndWhereTheyBegan() {
            var history =
                    with(
                            List.of(),
                            List.of(
                                    visit(RAJIN, "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", 4),
                                    visit(
                                            RAJIN,
                                            "2024-01-02T10:00:00Z",
                                            "2024-01-03T00:00:00Z",
                                            4)));

            assertThat(of(history, Voyage.class)).isEmpty();
        }
    }

    @Nested
    class InferredVisits {

        /// Off Dunai, westward bound; back eighteen days later.
        private final Silence offDunai =
                silence(
                        at("2023-08-17T01:30:00Z", 42.590, 132.350, 265.0),
                        at("2023-09-04T10:00:00Z", 42.600, 132.330, 80.0));

        @Test
        void needAPortWithinReachAndSomethingElse() {
            var found = of(with(List.of(offDunai), List.of()), PortVisit.class);

            assertThat(found)
                    .extracting(one -> ((PortVisit) one.details()).port().name())
                    .contains("Rajin", "Dunai")
                    .doesNotContain("Nampo", "Sevastopol");
            assertThat(found)
                    .allSatisfy(one -> {
                        var visit = (PortVisit) one.details();
                        assertThat(visit.basis()).isEqualTo(VisitBasis.INFERRED);
                        assertThat(visit.confidence()).isNull();
                        assertThat(visit.corroboration()).isNotEmpty();
                        assertThat(visit.silenceId()).isEqualTo(offDunai.id());
                        assertThat(one.from()).isAfter(offDunai.start().at());
                    });
        }

        @Test
        void theShuttleIsAPairWithABound() {
            assertThat(of(with(List.of(offDunai), List.of()), Voyage.class))
                    .filteredOn(one -> ((Voyage) one.details()).to().name().equals("Rajin"))
                    .singleElement()
                    .satisfies(one -> {
                        var voyage = (Voyage) one.details();
                        assertThat(voyage.from().name()).isEqualTo("Dunai");
                        assertThat(voyage.basis()).isEqualTo(VisitBasis.INFERRED);
                        assertThat(voyage.atMost()).isBetween(10, 25);
                    });
        }

        @Test
        void areNotMadeOfAShortSilence() {
            var day =
                    silence(
                            at("2023-08-17T01:30:00Z", 42.590, 132.350, 265.0),
                            at("2023-08-17T20:00:00Z", 42.600, 132.330, 80.0));

            assertThat(of(with(List.of(day), List.of()), PortVisit.class)).isEmpty();
        }

        @Test
        void areNotMadeOfAShipThatIsHeardInMidOceanAgain() {
            var passage =
                    silence(
                            at("2023-08-17T01:30:00Z", 30, -160, 265.0),
                            at("2023-08-27T20:00:00Z", 32, -170, 265.0));

            assertThat(of(with(List.of(passage), List.of()), PortVisit.class)).isEmpty();
        }

        @Test
        void fallWithTheirSilence() {
            var retracted =
                    new Silence(
                            offDunai.id(),
                            2,
                            1,
                            Silence.State.RETRACTED,
                            VESSEL,
                            offDunai.start(),
                            offDunai.end(),
                            1,
                            null,
                            Silence.UNCLASSIFIED,
                            "Filled.",
                            false,
                            List.of(),
                            Map.of(),
                            NOON);

            assertThat(of(with(List.of(retracted), List.of()))).isEmpty();
        }
    }

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");

    private static Tuple said(
            int fromHour, int toHour, @Nullable String imo, String name, @Nullable String sign) {
        return new Tuple(
                imo,
                name,
                sign,
                70,
                120,
                20,
                NOON.plus(Duration.ofHours(fromHour)),
                NOON.plus(Duration.ofHours(toHour)),
                "pier",
                false);
    }

    private static History saying(String mmsi, List<Tuple> past, List<Draught> draughts) {
        return new History(
                new VesselIdentity(
                        mmsi,
                        1,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        NOON,
                        NOON,
                        false,
                        List.of("pier"),
                        past,
                        draughts),
                List.of(),
                List.of(),
                List.of());
    }

    @Nested
    class Identities {

        @Test
        void aNewNameIsAChange() {
            var history =
                    saying(
                            SHE,
                            List.of(
                                    said(50, 90, "9179842", "SEA PEARL", "UBXY4"),
                                    said(0, 40, "9179842", "ANGARA", "UBXY4")),
                            List.of());

            assertThat(of(history))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(((IdentityChange) one.details()).changes())
                                .singleElement()
                                .satisfies(change ->
                                        assertThat(change.toString())
                                                .contains("ANGARA", "SEA PEARL"));
                        assertThat(one.start()).isNull();
                        assertThat(one.from()).isEqualTo(NOON.plus(Duration.ofHours(40)));
                    });
        }

        @Test
        void aChangeWithinASilenceNamesIt() {
            var silence =
                    silence(
                            new ReportedPosition(
                                    NOON.plus(Duration.ofHours(40)), 42, 132, 10.0, null),
                            new ReportedPosition(
                                    NOON.plus(Duration.ofHours(50)), 42, 132, 10.0, null));
            var said =
                    saying(
                            SHE,
                            List.of(
                                    said(50, 90, "9179842", "SEA PEARL", "UBXY4"),
                                    said(0, 40, "9179842", "ANGARA", "UBXY4")),
                            List.of());
            var history = new History(said.identity(), List.of(silence), List.of(), List.of());

            assertThat(of(history, IdentityChange.class))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(((IdentityChange) one.details()).silenceId())
                                .isEqualTo(silence.id());
                        assertThat(one.start()).isEqualTo(silence.start());
                        assertThat(one.reason()).endsWith("within a silence.");
                    });
        }

        @Test
        void twoNamesAtOnceAreAConflictAndNoChange() {
            var history =
                    saying(
                            SHE,
                            List.of(
                                    said(0, 40, "9179842", "ANGARA", "UBXY4"),
                                    said(5, 30, "9179842", "SEA PEARL", "UBXY4")),
                            List.of());

            assertThat(of(history))
                    .singleElement()
                    .satisfies(one ->
                            assertThat(((IdentityConflict) one.details()).rule())
                                    .isEqualTo("two-at-once"));
        }

        @Test
        void aTypingMistakeThatIsMendedWithinMinutesIsNoConflict() {
            var slip =
                    new Tuple(
                            "9179842",
                            "ANGRA",
                            "UBXY4",
                            70,
                            120,
                            20,
                            NOON,
                            NOON.plus(Duration.ofMinutes(12)),
                            "pier",
                            false);

            assertThat(
                            of(
                                    saying(
                                            SHE,
                                            List.of(
                                                    slip,
                                                    said(0, 40, "9179842", "ANGARA", "UBXY4")),
                                            List.of()),
                                    IdentityConflict.class))
                    .isEmpty();
        }

        @Test
        void aWrongCheckDigitIsAConflict() {
            assertThat(of(saying(SHE, List.of(said(0, 1, "9179843", "X", null)), List.of())))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(((IdentityConflict) one.details()).rule())
                                .isEqualTo("imo-check-digit");
                        assertThat(one.reason()).contains("9179843");
                    });
        }

        @Test
        void aRightOneIsNot() {
            assertThat(of(saying(SHE, List.of(said(0, 1, "9179842", "X", "UBXY4")), List.of())))
                    .isEmpty();
        }

        @Test
        void aCallSignOfAnotherFlagIsAConflict() {
            assertThat(of(saying(SHE, List.of(said(0, 1, null, "X", "3FAB7")), List.of())))
                    .singleElement()
                    .satisfies(one ->
                            assertThat(((IdentityConflict) one.details()).statement())
                                    .isEqualTo(
                                            "The MMSI claims RU, the call sign 3FAB7 belongs to PA."));
        }

        @Test
        void digitsThatNobodyHasAreAConflict() {
            assertThat(of(saying("299000001", List.of(said(0, 1, null, "X", null)), List.of())))
                    .singleElement()
                    .satisfies(one ->
                            assertThat(((IdentityConflict) one.details()).rule())
                                    .isEqualTo("mid-unassigned"));
        }

        @Test
        void aCallSignOfATerritoryIsNone() {
            assertThat(CallSigns.flag("VRAB7")).contains("HK");
            assertThat(CallSigns.isSame("HK", "CN")).isTrue();
            assertThat(CallSigns.isSame("GB", "GI")).isTrue();
            assertThat(CallSigns.isSame("RU", "PA")).isFalse();
            assertThat(CallSigns.flag("12345")).isEmpty();
            assertThat(CallSigns.flag("")).isEmpty();
        }

        @Test
        void anotherDraughtAfterASilenceIsTold() {
            var silence =
                    silence(
                            new ReportedPosition(
                                    NOON.plus(Duration.ofHours(40)), 42, 132, 10.0, null),
                            new ReportedPosition(
                                    NOON.plus(Duration.ofHours(150)), 42, 132, 10.0, null));
            var before = draught(4.6, 0, 39);
            var after = draught(6.0, 151, 160);

            assertThat(
                            of(
                                    new History(
                                            saying(SHE, List.of(), List.of(before, after))
                                                    .identity(),
                                            List.of(silence),
                                            List.of(),
                                            List.of()),
                                    DraughtChange.class))
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.reason())
                                    .isEqualTo(
                                            "Draught 4.6 m before the silence, 6.0 m after it."));
            assertThat(
                            of(
                                    new History(
                                            saying(
                                                            SHE,
                                                            List.of(),
                                                            List.of(before, draught(4.9, 151, 160)))
                                                    .identity(),
                                            List.of(silence),
                                            List.of(),
                                            List.of()),
                                    DraughtChange.class))
                    .isEmpty();
        }

        private static Draught draught(double metres, int fromHour, int toHour) {
            return new Draught(
                    metres,
                    NOON.plus(Duration.ofHours(fromHour)),
                    NOON.plus(Duration.ofHours(toHour)),
                    "pier",
                    false);
        }

        @Test
        void isTheSameInEveryOrderOfTuples() {
            var past = new ArrayList<Tuple>();
            for (int i = 0; i < 9; i++) {
                past.add(
                        said(
                                i * 20,
                                i * 20 + 15,
                                i % 3 == 0 ? "9179842" : "9187629",
                                "N" + i % 4,
                                null));
            }
            var first = of(saying(SHE, past, List.of()));
            for (int seed = 0; seed < 20; seed++) {
                Collections.shuffle(past, new Random(seed));

                assertThat(of(saying(SHE, past, List.of()))).isEqualTo(first);
            }
        }
    }
}
