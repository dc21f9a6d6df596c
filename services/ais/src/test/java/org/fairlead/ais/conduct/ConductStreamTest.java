package org.fairlead.ais.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.fairlead.ais.Configured;
import org.fairlead.ais.Voyager;
import org.fairlead.ais.anomaly.AnomalyConfig;
import org.fairlead.ais.derivation.DerivationConfig;
import org.fairlead.ais.derivation.TopologyStream;
import org.fairlead.ais.encounter.EncounterConfig;
import org.fairlead.ais.loitering.LoiteringConfig;
import org.fairlead.ais.portcall.Harbours;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.sample.Sample;
import org.fairlead.ais.sample.SampleConfig;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails.Loitering;
import org.fairlead.contracts.ais.ActivityDetails.PositionZone;
import org.fairlead.contracts.ais.ActivityDetails.Teleport;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.service.json.StrictJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConductStreamTest {

    private static final int SHE = 273000001;
    private static final int OTHER = 372000002;
    private static final Harbours DUNAI =
            Harbours.of(List.of(Harbours.harbour("dunai", "Dunai", "RU", 42.879, 132.335, 1)));

    @TempDir Path directory;

    private final ObjectMapper json = StrictJson.mapper();
    private final List<TopologyTestDriver> drivers = new ArrayList<>();

    @AfterEach
    void stop() {
        drivers.forEach(TopologyTestDriver::close);
    }

    private final class Driven {

        private final TopologyTestDriver driver;
        private int sequence;

        Driven() {
            this(Map.of());
        }

        Driven(Map<String, String> sample) {
            var settings = new Properties();
            settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
            settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
            settings.put(
                    StreamsConfig.STATE_DIR_CONFIG,
                    directory.resolve("state" + drivers.size()).toString());
            var meters = new SimpleMeterRegistry();
            var conduct =
                    new ConductStream(
                            Configured.with(SampleConfig.class, sample),
                            Configured.defaults(PortCallConfig.class),
                            Configured.defaults(LoiteringConfig.class),
                            Configured.defaults(AnomalyConfig.class),
                            Configured.defaults(EncounterConfig.class),
                            DUNAI,
                            meters);
            driver =
                    new TopologyTestDriver(
                            TopologyStream.of(
                                    List.of(conduct),
                                    Configured.defaults(DerivationConfig.class),
                                    json,
                                    meters),
                            settings,
                            Instant.parse("2024-01-02T12:00:00Z"));
            drivers.add(driver);
        }

        void send(int mmsi, List<Sample> samples) {
            send(mmsi, samples, 50, Duration.ZERO);
            rest();
        }

        /// So many at a time, and some time by the clock after each.
        void send(int mmsi, List<Sample> samples, int atATime, Duration pause) {
            for (int i = 0; i < samples.size(); i += atATime) {
                var part = samples.subList(i, Math.min(samples.size(), i + atATime));
                long newest = part.stream().mapToLong(Sample::atMillis).max().orElseThrow();
                var fixes = part.stream().map(sample -> fix(mmsi, sample)).toList();
                var frame = new Frame("a/" + ++sequence, "pier", newest, fixes);
                driver.createInputTopic(
                                Topics.AIS_FRAMES,
                                new StringSerializer(),
                                new ByteArraySerializer())
                        .pipeInput(frame.id(), FrameCodec.encode(frame));
                driver.advanceWallClockTime(pause);
            }
        }

        /// Nothing more comes: what waits goes on.
        void rest() {
            driver.advanceWallClockTime(Duration.ofSeconds(11));
            driver.advanceWallClockTime(Duration.ofSeconds(11));
            driver.advanceWallClockTime(Duration.ofSeconds(2));
            // By this clock what is sent is of today: a pair rests after twenty minutes.
            driver.advanceWallClockTime(Duration.ofMinutes(21));
        }

        void says(int mmsi, int shipType) throws IOException {
            var at = Instant.parse("2024-01-02T12:00:00Z");
            driver.createInputTopic(
                            Topics.AIS_IDENTITIES, new StringSerializer(), new StringSerializer())
                    .pipeInput(
                            "" + mmsi,
                            json.writeValueAsString(
                                    new VesselIdentity(
                                            "" + mmsi,
                                            1,
                                            null,
                                            "SHE",
                                            null,
                                            shipType,
                                            null,
                                            null,
                                            null,
                                            at,
                                            at,
                                            false,
                                            List.of("pier"))),
                            at);
            rest();
        }

        List<Activity> told() {
            var told = new ArrayList<Activity>();
            driver.createOutputTopic(
                            Topics.AIS_ACTIVITIES,
                            new StringDeserializer(),
                            new ByteArrayDeserializer())
                    .readRecordsToList()
                    .forEach(record -> {
                        try {
                            var activity = json.readValue(record.value(), Activity.class);
                            assertThat(
                                            new String(
                                                    record.headers().lastHeader("ce_type").value(),
                                                    StandardCharsets.UTF_8))
                                    .isEqualTo(Activity.typeOf(activity.details().kindName()));
                            told.add(activity);
                        } catch (IOException unreadable) {
                            throw new AssertionError(unreadable);
                        }
                    });
            return told;
        }

        /// What holds: the newest version of each, without those taken back.
        List<Activity> holding() {
            var newest = new HashMap<UUID, Activity>();
            told().forEach(one -> newest.put(one.id(), one));
            return newest.values().stream()
                    .filter(one -> one.state() != Activity.State.RETRACTED)
                    .sorted(Comparator.comparing(Activity::from).thenComparing(Activity::id))
                    .toList();
        }
    }

    private static Fix fix(int mmsi, Sample one) {
        return new Fix(
                mmsi,
                one.atMillis(),
                one.latitude(),
                one.longitude(),
                one.speed(),
                one.course(),
                511,
                one.status(),
                -128,
                1,
                0);
    }

    private static Voyager inbound() {
        return new Voyager("2024-01-02T00:00:00Z", 42.879 - 10 / 60.0, 132.335)
                .sails(Duration.ofHours(1), 10, 0);
    }

    @Test
    void aCallIsToldWhenItBeginsAndAgainWhenItEnds() {
        var driven = new Driven();
        driven.send(SHE, inbound().lies(Duration.ofHours(5)).samples());
        var open = driven.told();
        driven.send(
                SHE,
                inbound().lies(Duration.ofHours(9)).sails(Duration.ofHours(2), 10, 180).samples());
        var ended = driven.told();

        assertThat(open)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo(Activity.State.OPEN);
                    assertThat(one.version()).isEqualTo(1);
                });
        assertThat(ended)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo(open.getFirst().id());
                    assertThat(one.state()).isEqualTo(Activity.State.ENDED);
                    assertThat(one.version()).isEqualTo(2);
                    assertThat(one.supersedes()).isEqualTo(1);
                    assertThat(one.durationHours()).isBetween(9.0, 10.5);
                });
    }

    @Test
    void framesThatComeTwiceSayNothingTwice() {
        var driven = new Driven();
        var samples = inbound().lies(Duration.ofHours(5)).samples();
        driven.send(SHE, samples);
        assertThat(driven.told()).hasSize(1);

        driven.send(SHE, samples);

        assertThat(driven.told()).isEmpty();
    }

    @Test
    void lateDataRetractsLoiteringThatItDisproves() {
        var driven = new Driven();
        // To and fro at twelve knots; but of that only the turns near one place were heard.
        var ship = new Voyager("2024-01-02T00:00:00Z", 30, 124);
        for (int i = 0; i < 8; i++) {
            ship.sails(Duration.ofMinutes(25), 12, 0).sails(Duration.ofMinutes(25), 12, 180);
        }
        var all = ship.samples();
        driven.send(
                SHE,
                all.stream()
                        .filter(one ->
                                one.atMillis() / 60_000 % 50
                                        == all.getFirst().atMillis() / 60_000 % 50)
                        .toList());
        var told = driven.told();
        driven.send(SHE, all);

        assertThat(told).extracting(one -> one.details().kindName()).containsOnly("loitering");
        assertThat(told.getLast().details())
                .isInstanceOfSatisfying(Loitering.class, one -> assertThat(one.isLong()).isTrue());
        assertThat(driven.told())
                .filteredOn(one -> one.state() == Activity.State.RETRACTED)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo(told.getFirst().id());
                    assertThat(one.reason()).contains("Late data");
                });
    }

    @Test
    void twoShipsMeetOverMidnightOnce() {
        var driven = new Driven();
        driven.send(
                SHE,
                new Voyager("2024-01-02T22:45:00Z", 30, 124)
                        .lies(Duration.ofMinutes(160))
                        .samples());
        driven.send(
                OTHER,
                new Voyager("2024-01-02T22:45:00Z", 30.002, 124)
                        .lies(Duration.ofMinutes(160))
                        .samples());

        assertThat(driven.holding())
                .filteredOn(one -> one.details().kindName().equals("encounter"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.durationHours()).isBetween(2.3, 2.6);
                    assertThat(one.others())
                            .singleElement()
                            .satisfies(other -> assertThat(other.mmsi()).isEqualTo("" + OTHER));
                });
    }

    @Test
    void inAHarbourThatNoListHasNobodyMeetsForAsLongAsItIsCrowded() throws IOException {
        var driven = new Driven();
        for (int boat = 0; boat < 14; boat++) {
            driven.send(SHE + boat, moored(boat));
        }
        assertThat(encounters(driven)).as("14 boats").isEmpty();

        for (int tug = 0; tug < 4; tug++) {
            driven.says(SHE + tug, 52);
        }
        assertThat(encounters(driven)).as("10 boats beside 4 tugs").hasSize(10 * 9 / 2);

        for (int boat = 14; boat < 16; boat++) {
            driven.send(SHE + boat, moored(boat));
        }
        var last = new HashMap<UUID, Activity>();
        driven.told().stream()
                .filter(one -> one.details().kindName().equals("encounter"))
                .forEach(one -> last.put(one.id(), one));
        assertThat(last.values())
                .as("12 boats, one after the other")
                .hasSize(11 * 10 / 2)
                .allSatisfy(one -> {
                    assertThat(one.state()).isEqualTo(Activity.State.RETRACTED);
                    assertThat(one.reason()).contains("in a crowd as in a harbour");
                });
    }

    /// Within two hundred metres of each other.
    private static List<Sample> moored(int boat) {
        return new Voyager("2024-01-02T12:00:00Z", 30 + boat * 1e-4, 124)
                .lies(Duration.ofHours(3))
                .samples();
    }

    private static List<Activity> encounters(Driven driven) {
        return driven.holding().stream()
                .filter(one -> one.details().kindName().equals("encounter"))
                .toList();
    }

    @Test
    void anEncounterThatGoesOnIsToldAgainOnlyWhenItHasGrownMuch() {
        var driven = new Driven();
        driven.send(
                SHE,
                new Voyager("2024-01-02T12:00:00Z", 30, 124).lies(Duration.ofHours(9)).samples());
        driven.send(
                OTHER,
                new Voyager("2024-01-02T12:00:00Z", 30.001, 124)
                        .lies(Duration.ofHours(9))
                        .samples(),
                3,
                Duration.ofSeconds(2));
        driven.rest();

        var told =
                driven.told().stream()
                        .filter(one -> one.details().kindName().equals("encounter"))
                        .toList();
        assertThat(told).extracting(Activity::id).containsOnly(told.getFirst().id());
        // After half an hour, at two hours by the other rule, when twice as long, and in the end.
        assertThat(told).hasSizeBetween(4, 8);
        assertThat(told.getLast().durationHours()).isBetween(8.5, 9.0);
    }

    /// Two ships in a port fifty miles away, and for three hours both shown at one place at sea.
    private static List<Sample> shownElsewhere(double north) {
        return new Voyager("2024-01-02T12:00:00Z", 30 + north, 124)
                .sails(Duration.ofHours(2), 6, 90)
                .jumps(31, 123.2)
                .lies(Duration.ofHours(3))
                .jumps(30 + north, 124.4)
                .sails(Duration.ofHours(3), 6, 90)
                .samples();
    }

    @Test
    void whoIsShownWhereNobodyCanHaveSailedMetNobodyThere() {
        var driven = new Driven();
        driven.send(SHE, shownElsewhere(0));
        driven.send(OTHER, shownElsewhere(0.1));

        assertThat(driven.holding())
                .extracting(one -> one.details().kindName())
                .contains("teleport")
                .doesNotContain("encounter", "loitering");
    }

    @Test
    void whoMetAfterComingBackFromThereMetAllTheSame() {
        var driven = new Driven();
        for (int i = 0; i < 2; i++) {
            driven.send(
                    SHE + i * (OTHER - SHE),
                    new Voyager("2024-01-02T12:00:00Z", 30 + i * 0.001, 124)
                            .sails(Duration.ofHours(2), 1, 90)
                            .jumps(31 + i, 123.2)
                            .lies(Duration.ofHours(5))
                            .jumps(30 + i * 0.001, 124.05)
                            .lies(Duration.ofHours(3))
                            .samples());
        }

        assertThat(driven.holding())
                .filteredOn(one -> one.details().kindName().equals("encounter"))
                .anySatisfy(
                        one -> assertThat(one.to()).isAfter(Instant.parse("2024-01-02T21:00:00Z")));
    }

    @Test
    void whoIsShownElsewhereIsTheSameInEveryOrderOfArrival() {
        var first = held(shownElsewhere(0), shownElsewhere(0.1), new Random(0), false);

        for (int seed = 1; seed < 3; seed++) {
            assertThat(held(shownElsewhere(0), shownElsewhere(0.1), new Random(seed), true))
                    .isEqualTo(first);
        }
    }

    @Test
    void whoTurnsOutToBeATugMetNobody() throws IOException {
        var driven = new Driven();
        for (int mmsi : new int[] {SHE, OTHER}) {
            driven.send(
                    mmsi,
                    new Voyager("2024-01-02T12:00:00Z", 30, 124)
                            .lies(Duration.ofMinutes(160))
                            .samples());
        }
        assertThat(driven.holding())
                .extracting(one -> one.details().kindName())
                .contains("encounter", "loitering");

        driven.says(OTHER, 52);

        assertThat(driven.told())
                .filteredOn(one -> one.details().kindName().equals("encounter"))
                .last()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Activity.State.RETRACTED));
    }

    @Test
    void threeShipsThatJumpNearEachOtherAreAttributedToTheArea() {
        var driven = new Driven();
        for (int i = 0; i < 3; i++) {
            driven.send(
                    SHE + i,
                    new Voyager("2024-01-02T12:00:00Z", 30.3 + i * 0.05, 124.4)
                            .sails(Duration.ofHours(1), 8, 90)
                            .jumps(36.3, 127 + i)
                            .sails(Duration.ofHours(1), 8, 90)
                            .samples());
        }

        var holding = driven.holding();
        assertThat(holding)
                .filteredOn(one -> one.details() instanceof PositionZone)
                .singleElement()
                .satisfies(one -> assertThat(one.others()).hasSize(3));
        assertThat(holding)
                .filteredOn(one -> one.details() instanceof Teleport)
                .hasSize(3)
                .allSatisfy(one ->
                        assertThat(((Teleport) one.details()).attribution()).isEqualTo("area"));
    }

    @Test
    void whatHoldsDoesNotDependOnTheOrderOfArrival() {
        var hers =
                inbound()
                        .lies(Duration.ofHours(9))
                        .sails(Duration.ofHours(3), 12, 160)
                        .sails(Duration.ofHours(6), 0.7, 90)
                        .jumps(39, 135)
                        .sails(Duration.ofHours(2), 12, 90)
                        .samples();
        var others =
                new Voyager("2024-01-02T12:00:00Z", 42.15, 132.6)
                        .sails(Duration.ofHours(9), 0.6, 90)
                        .samples();
        var first = held(hers, others, new Random(0), false);

        assertThat(first).hasSizeGreaterThan(3);
        for (int seed = 1; seed < 3; seed++) {
            assertThat(held(hers, others, new Random(seed), true)).isEqualTo(first);
        }
    }

    /// Everything that is said but who published it when.
    private Map<UUID, String> held(
            List<Sample> hers, List<Sample> others, Random random, boolean isShuffled) {
        var driven = new Driven();
        var one = new ArrayList<>(hers);
        var other = new ArrayList<>(others);
        if (isShuffled) {
            Collections.shuffle(one, random);
            Collections.shuffle(other, random);
        }
        driven.send(isShuffled ? OTHER : SHE, isShuffled ? other : one);
        driven.send(isShuffled ? SHE : OTHER, isShuffled ? one : other);
        var held = new TreeMap<UUID, String>();
        driven.holding()
                .forEach(activity ->
                        held.put(
                                activity.id(),
                                activity.state()
                                        + " "
                                        + activity.details()
                                        + activity.from()
                                        + activity.to()
                                        + activity.fixes()));
        return held;
    }

    @Test
    void whatIsForgottenStaysAsItWasTold() {
        var driven = new Driven(Map.of("ais.sample.remembered-days", "3"));
        var ship = inbound().lies(Duration.ofHours(9)).sails(Duration.ofHours(30), 10, 160);
        for (int day = 0; day < 5; day++) {
            ship.sails(Duration.ofHours(24), 9, 100);
        }
        driven.send(SHE, ship.samples());
        var told = driven.told();
        // Far too late to be judged.
        driven.send(SHE, inbound().sails(Duration.ofHours(2), 9, 0).samples());

        assertThat(told)
                .last()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Activity.State.ENDED));
        assertThat(driven.told()).isEmpty();
    }

    @Test
    void anOldFileIsWorkedInAndChangesNothingOfWhatCameBefore() {
        var driven = new Driven();
        driven.send(
                SHE,
                new Voyager("2024-03-02T00:00:00Z", 42.879 - 10 / 60.0, 132.335)
                        .sails(Duration.ofHours(1), 10, 0)
                        .lies(Duration.ofHours(9))
                        .sails(Duration.ofHours(2), 10, 180)
                        .samples());
        var march = driven.holding();

        driven.send(
                SHE,
                inbound().lies(Duration.ofHours(9)).sails(Duration.ofHours(2), 10, 180).samples());

        assertThat(march).hasSize(1);
        assertThat(driven.holding())
                .filteredOn(one -> one.from().isBefore(Instant.parse("2024-02-01T00:00:00Z")))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Activity.State.ENDED));
    }
}
