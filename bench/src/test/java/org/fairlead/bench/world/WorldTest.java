package org.fairlead.bench.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.fairlead.nmea.AisColumnReader;
import org.fairlead.nmea.AisColumns;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

class WorldTest {

    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
    private static final double FASTEST_KNOTS = 30;
    private static final Pattern SATELLITE_LINE =
            Pattern.compile("^\\\\s:SYN-SAT[0-9]+,c:([0-9]+)\\*");

    private static WorldSettings eventful(int vessels, Duration span) {
        return WorldSettings.of(7, vessels, START, span).with(Shares.EVENTFUL);
    }

    @Nested
    class FromOneSeed {

        @Test
        void givesTheSameBytesAndTheSameTruthTwice() {
            var settings = eventful(200, Duration.ofHours(3));

            assertThat(digest(settings)).isEqualTo(digest(settings));
        }

        @Test
        void givesOtherBytesThanFromAnother() {
            var one = WorldSettings.of(1, 50, START, Duration.ofHours(1));
            var two = WorldSettings.of(2, 50, START, Duration.ofHours(1));

            assertThat(digest(one)).isNotEqualTo(digest(two));
        }

        /// A ship that is there twice, with another MMSI, is found by whoever looks at both worlds.
        @Test
        void hasNoShipOfAnotherWhoseNumbersFollow() {
            var one = WorldSettings.of(1, 500, START, Duration.ofHours(1));
            var two = WorldSettings.of(2, 500, START, Duration.ofHours(1)).withShipsFrom(500);

            assertThat(identities(one)).doesNotContainAnyElementsOf(identities(two));
            assertThat(identities(one))
                    .containsAnyElementsOf(
                            identities(
                                    WorldSettings.of(3, 500, START, Duration.ofHours(1))
                                            .withShipsFrom(499)));
        }

        private static Set<Integer> identities(WorldSettings settings) {
            var numbers = new HashSet<Integer>();
            var fleet = new Fleet(settings);
            for (int ship = 0; ship < settings.vessels(); ship++) {
                var identity = fleet.identity(ship, 0);
                numbers.add(identity.mmsi());
                numbers.add(identity.imo());
            }
            numbers.remove(0);
            return numbers;
        }

        private String digest(WorldSettings settings) {
            var lines = new CRC32();
            var truth = new CRC32();
            var run = new World(settings).run(one -> truth.update(one.toString().getBytes()));
            while (run.next()) {
                lines.update(run.bytes(), 0, run.length());
                lines.update((int) run.arrivedAtMillis());
            }
            return lines.getValue() + " " + truth.getValue();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithAPerfectReceiver {

        private final Decoded decoded =
                Decoded.of(WorldSettings.perfect(3, 120, START, Duration.ofHours(6)));

        @Test
        void isUnderstoodToTheLastLine() {
            assertThat(decoded.rejected).isZero();
            assertThat(decoded.open).isZero();
            assertThat(decoded.rows).hasSize((int) decoded.sent);
        }

        @Test
        void hearsEachPositionOnceInTheOrderOfTime() {
            assertThat(new HashSet<>(decoded.rows)).hasSameSizeAs(decoded.rows);
            assertThat(decoded.rows).extracting(Row::epochMillis).isSorted();
        }

        /// Table 1 of ITU-R M.1371-5: 3 minutes at rest, else 2 to 10 seconds (class A) or 30
        /// seconds (class B).
        @Test
        void keepsTheIntervalsOfTheStandard() {
            var before = new HashMap<Integer, Row>();
            var seen = new HashSet<String>();
            for (Row row : decoded.rows) {
                var last = before.put(row.mmsi, row);
                if (last == null || last.status != row.status) {
                    continue;
                }
                long seconds = (row.epochMillis - last.epochMillis) / 1_000;
                boolean isAtRest =
                        row.isClassA ? row.status == 1 || row.status == 5 : last.tenthKnots <= 20;
                if (isAtRest) {
                    assertThat(seconds).as(last + " " + row).isBetween(179L, 181L);
                    seen.add("at rest");
                } else if (row.isClassA) {
                    assertThat(seconds).as(last + " " + row).isBetween(2L, 11L);
                    seen.add(last.tenthKnots > 140 ? "fast" : "under way");
                } else if (last.tenthKnots > 20) {
                    assertThat(seconds).as(last + " " + row).isBetween(29L, 31L);
                    seen.add("class B");
                }
            }
            assertThat(seen).containsExactlyInAnyOrder("at rest", "fast", "under way", "class B");
        }

        @Test
        void movesNoShipFasterThanShipsGo() {
            var before = new HashMap<Integer, Row>();
            for (Row row : decoded.rows) {
                var last = before.put(row.mmsi, row);
                if (last != null) {
                    double hours = (row.epochMillis - last.epochMillis + 1_000) / 3_600_000.0;
                    double miles = GreatCircle.nauticalMiles(last.place(), row.place());
                    assertThat(miles).as(last + " " + row).isLessThan(FASTEST_KNOTS * hours + 0.1);
                }
            }
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithShoreStationsAndSatellites {

        private final World.Heard heard =
                new World(
                                eventful(600, Duration.ofHours(72))
                                        .withReception(90, 4, true, 5, 20)
                                        .withTruePositionEvery(Duration.ofMinutes(10)))
                        .hear();

        @Test
        void tellsSilencesWithTheirCauses() {
            var causes =
                    heard.truth(Truth.Silence.class).stream().map(Truth.Silence::cause).distinct();

            assertThat(causes)
                    .contains(
                            Truth.Cause.SWITCHED_OFF,
                            Truth.Cause.OUT_OF_RANGE,
                            Truth.Cause.RECEIVER_DOWN,
                            Truth.Cause.FEED_OUTAGE,
                            Truth.Cause.ANTENNA_FAILURE);
        }

        @Test
        void hasEveryKindOfTruth() {
            var kinds = new HashSet<Class<?>>();
            heard.truth().forEach(one -> kinds.add(one.getClass()));

            assertThat(kinds).containsExactlyInAnyOrder(Truth.class.getPermittedSubclasses());
        }

        @Test
        void bringsTwoShipsTogetherWhereItSaysSo() {
            Map<Integer, List<Truth.TruePosition>> tracks = new HashMap<>();
            for (var one : heard.truth(Truth.TruePosition.class)) {
                tracks.computeIfAbsent(one.ship(), any -> new ArrayList<>()).add(one);
            }
            int compared = 0;
            for (var encounter : heard.truth(Truth.Encounter.class)) {
                var mine = during(encounter, tracks.getOrDefault(encounter.ship(), List.of()));
                var others =
                        during(encounter, tracks.getOrDefault(encounter.otherShip(), List.of()));
                for (var place : mine) {
                    for (var other : others) {
                        if (Duration.between(place.at(), other.at()).abs().toMillis() < 20_000) {
                            compared++;
                            assertThat(GreatCircle.nauticalMiles(place.place(), other.place()))
                                    .isCloseTo(encounter.metres() / 1_852, within(0.03));
                        }
                    }
                }
            }
            assertThat(compared).isGreaterThan(20);
        }

        private static List<Truth.TruePosition> during(
                Truth.Encounter encounter, List<Truth.TruePosition> track) {
            return track.stream()
                    .filter(one ->
                            one.at().isAfter(encounter.from()) && one.at().isBefore(encounter.to()))
                    .toList();
        }

        @Test
        void movesNoShipFasterThanShipsGoWhateverItSends() {
            Map<Integer, Truth.TruePosition> before = new HashMap<>();
            for (var one : heard.truth(Truth.TruePosition.class)) {
                var last = before.put(one.ship(), one);
                if (last != null) {
                    double hours = Duration.between(last.at(), one.at()).toMillis() / 3_600_000.0;
                    assertThat(GreatCircle.nauticalMiles(last.place(), one.place()))
                            .as(last + " " + one)
                            .isLessThan(FASTEST_KNOTS * hours + 0.1);
                }
            }
        }

        @Test
        void isSilentWhileATransponderIsOff() {
            var off = heard.truth(Truth.NotTransmitting.class);
            var blips = heard.truth(Truth.Blip.class);

            assertThat(off).hasSizeGreaterThan(10);
            assertThat(blips).isNotEmpty();
            for (var blip : blips) {
                assertThat(off)
                        .anySatisfy(one -> {
                            assertThat(one.ship()).isEqualTo(blip.ship());
                            assertThat(blip.from()).isBetween(one.from(), one.to());
                            assertThat(blip.to()).isBefore(one.to());
                        });
            }
        }

        @Test
        void arrivesInOrderWithDuplicatesAndNoise() {
            assertThat(heard.lines()).extracting(HeardLine::arrivedAt).isSorted();

            var sentences = new HashMap<String, Integer>();
            int notAis = 0;
            for (HeardLine line : heard.lines()) {
                int bang = line.text().indexOf('!');
                if (bang < 0 || !line.text().startsWith("\\")) {
                    notAis++;
                } else {
                    sentences.merge(line.text().substring(bang), 1, Integer::sum);
                }
            }
            assertThat(notAis).isBetween(heard.lines().size() / 500, heard.lines().size() / 150);
            assertThat(sentences.values()).anyMatch(times -> times > 2);
        }

        /// What satellites heard comes 28 to 110 minutes late, and within a minute of its fellows;
        /// a line in a few hundred is damaged, also in its time.
        @Test
        void delaysWhatSatellitesHeard() {
            var lines =
                    heard.lines().stream()
                            .filter(line -> SATELLITE_LINE.matcher(line.text()).find())
                            .toList();

            assertThat(lines).hasSizeGreaterThan(1_000);
            assertThat(lines.stream().filter(line -> isLate(line)).count())
                    .isGreaterThan(lines.size() * 99L / 100);
        }

        private static boolean isLate(HeardLine line) {
            var found = SATELLITE_LINE.matcher(line.text());
            if (!found.find()) {
                return false;
            }
            var at = Instant.ofEpochSecond(Long.parseLong(found.group(1)));
            var delay = Duration.between(at, line.arrivedAt());
            return delay.compareTo(Duration.ofMinutes(28)) >= 0
                    && delay.compareTo(Duration.ofMinutes(112)) <= 0;
        }
    }

    @Nested
    class InMemory {

        /// What is on its way at once is bounded, whatever the length: the world is ten times
        /// longer and the lines on their way are not.
        @Test
        void holdsNoMoreForALongerWorld() {
            var day = new World(WorldSettings.of(5, 100, START, Duration.ofHours(5)));
            var days = new World(WorldSettings.of(5, 100, START, Duration.ofHours(50)));

            assertThat(mostPending(days)).isLessThan(3 * mostPending(day));
        }

        private int mostPending(World world) {
            var run = world.run(truth -> {});
            int most = 0;
            while (run.next()) {
                most = Math.max(most, run.pending());
            }
            return most;
        }
    }

    /// A position as the decoder reads it.
    private record Row(
            int mmsi,
            boolean isClassA,
            long epochMillis,
            int latitude,
            int longitude,
            int tenthKnots,
            int status,
            int second) {

        Place place() {
            return new Place(latitude / 600_000.0, longitude / 600_000.0);
        }
    }

    private record Decoded(List<Row> rows, long rejected, long open, long sent) {

        static Decoded of(WorldSettings settings) {
            var run = new World(settings).run(truth -> {});
            var out = new ByteArrayOutputStream();
            while (run.next()) {
                out.write(run.bytes(), 0, run.length());
                out.write('\n');
            }
            byte[] bytes = out.toByteArray();
            var reader = new AisColumnReader();
            var columns = new AisColumns(4_096);
            var rows = new ArrayList<Row>();
            int at = 0;
            while (at < bytes.length) {
                at += reader.read(bytes, at, bytes.length, true, columns);
                for (int i = 0; i < columns.size(); i++) {
                    rows.add(
                            new Row(
                                    columns.mmsi[i],
                                    columns.type[i] < 4,
                                    columns.epochMillis[i],
                                    columns.latitude[i],
                                    columns.longitude[i],
                                    columns.speed[i],
                                    columns.navigationStatus[i],
                                    columns.utcSecond[i]));
                }
                columns.clear();
            }
            return new Decoded(
                    rows,
                    reader.counts().rejected(),
                    reader.counts().openParts(),
                    run.positionsSent());
        }
    }
}
