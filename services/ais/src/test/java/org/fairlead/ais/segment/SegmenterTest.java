package org.fairlead.ais.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SegmenterTest {

    private static final long NOON = Instant.parse("2024-01-02T12:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;

    private static Segmenter.Segments split(List<Point> points) {
        return Segmenter.split(points, SegmentDefaults.VALUES);
    }

    /// Eastward at ten knots from there, every few minutes.
    private static List<Point> eastward(
            double latitude, double longitude, long from, int n, long everyMinutes) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < n; i++) {
            double hours = i * everyMinutes / 60.0;
            double east = 10 * hours / 60 / Math.cos(Math.toRadians(latitude));
            double x = longitude + east;
            points.add(
                    new Point(
                            from + i * everyMinutes * MINUTE,
                            latitude,
                            x > 180 ? x - 360 : x,
                            10,
                            90));
        }
        return points;
    }

    private static List<Point> merged(List<Point> some, List<Point> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(Comparator.comparingLong(Point::atMillis));
        return all;
    }

    @Nested
    class OneShip {

        @Test
        void isOneSegment() {
            assertThat(split(eastward(40, 130, NOON, 50, 6)).count()).isEqualTo(1);
        }

        @Test
        void isOneSegmentOver180Degrees() {
            assertThat(split(eastward(-15, 179.5, NOON, 50, 6)).count()).isEqualTo(1);
        }

        @Test
        void isTwoSegmentsAfterADayOfSilence() {
            var points =
                    merged(
                            eastward(40, 130, NOON, 9, 6),
                            eastward(40, 130.2, NOON + 25 * 60 * MINUTE, 9, 6));

            assertThat(split(points).count()).isEqualTo(2);
        }

        @Test
        void losesTheOneReportThatIsOutOfPlace() {
            var points = new ArrayList<>(eastward(40, 130, NOON, 50, 6));
            var displaced = points.get(20);
            points.set(20, new Point(displaced.atMillis(), 10, -30, 10, 90));

            var segments = split(points);

            assertThat(segments.ofAtLeast(2)).isEqualTo(1);
            assertThat(segments.segmentOf().get(21)).isEqualTo(segments.segmentOf().get(19));
            assertThat(segments.segmentOf().get(20)).isNotEqualTo(segments.segmentOf().get(19));
        }
    }

    @Nested
    class TwoShipsOnOneNumber {

        @Test
        void areToldApartInEveryMixture() {
            for (int seed = 0; seed < 60; seed++) {
                var random = new Random(seed);
                double latitude = random.nextDouble(-60, 60);
                double longitude = random.nextDouble(-180, 180);
                // 25 kn for the time between two reports, and more than either goes in it.
                double away = random.nextDouble(8, 80) * (random.nextBoolean() ? 1 : -1);
                var one = eastward(latitude, longitude, NOON, 30, random.nextInt(1, 20));
                var other =
                        eastward(
                                Math.clamp(latitude + away, -80, 80),
                                longitude,
                                NOON + random.nextInt(1, 9) * 1000,
                                30,
                                random.nextInt(1, 20));
                var all = merged(one, other);

                var segments = split(all);

                assertThat(segments.count()).as("seed %d", seed).isEqualTo(2);
                for (int i = 0; i < all.size(); i++) {
                    assertThat(segments.segmentOf().get(i).equals(segments.segmentOf().getFirst()))
                            .as("seed %d, report %d", seed, i)
                            .isEqualTo(one.contains(all.get(i)) == one.contains(all.getFirst()));
                }
            }
        }
    }

    @Nested
    class RealTracks {

        private static final Path TRACKS = Path.of("../../../shared/data/ais/tracks");

        private record Truth(Point point, String segment) {}

        private static List<Truth> read(String file, String field) throws IOException {
            var path = TRACKS.resolve(file);
            assumeTrue(Files.exists(path), () -> "SKIPPED: no " + path.toAbsolutePath());
            var json = new ObjectMapper();
            var rows = new ArrayList<Truth>();
            for (String line : Files.readAllLines(path)) {
                JsonNode row = json.readTree(line);
                if (!row.get("lat").isNull()) {
                    rows.add(
                            new Truth(
                                    new Point(
                                            Instant.parse(row.get("timestamp").asText())
                                                    .toEpochMilli(),
                                            row.get("lat").asDouble(),
                                            row.get("lon").asDouble(),
                                            row.get("speed").asDouble(),
                                            Double.NaN),
                                    row.get(field).asText()));
                }
            }
            rows.sort(Comparator.comparingLong(row -> row.point().atMillis()));
            return rows;
        }

        /// @param pure of the pairs of reports next to each other in a segment of ours, the share
        ///   that is one ship's in theirs as well
        /// @param linked of the pairs next to each other in a segment of theirs, no farther apart
        ///   than a day, the share that is in one segment of ours
        private record Agreement(double pure, double linked) {}

        private static Agreement agreement(List<Truth> rows) {
            var found = split(rows.stream().map(Truth::point).toList()).segmentOf();
            var newestOfTheirs = new HashMap<String, Integer>();
            var newestOfOurs = new HashMap<Integer, Integer>();
            int[] pairs = new int[2];
            int[] agreed = new int[2];
            for (int i = 0; i < rows.size(); i++) {
                if (found.get(i) == Segmenter.Segments.SET_ASIDE) {
                    continue;
                }
                String theirs = rows.get(i).segment();
                var before = newestOfTheirs.put(theirs, i);
                if (before != null && hours(rows, before, i) <= 24) {
                    pairs[0]++;
                    agreed[0] += found.get(before).equals(found.get(i)) ? 1 : 0;
                }
                var ours = newestOfOurs.put(found.get(i), i);
                if (ours != null) {
                    pairs[1]++;
                    agreed[1] += rows.get(ours).segment().equals(theirs) ? 1 : 0;
                }
            }
            return new Agreement(agreed[1] / (double) pairs[1], agreed[0] / (double) pairs[0]);
        }

        private static double hours(List<Truth> rows, int from, int to) {
            return (rows.get(to).point().atMillis() - rows.get(from).point().atMillis())
                    / 3_600_000.0;
        }

        /// The file has no speeds and courses, and was segmented with a longest pause of a week
        /// (some segments bridge 50 hours), so what is compared is who follows on whom.
        @Test
        void ofSeveralShipsAgreeWithTheExpectedSegments() throws IOException {
            var agreement =
                    agreement(
                            read(
                                    "ais_gpsdio_segment_416000000_expected_segments.jsonl",
                                    "segment"));

            assertThat(agreement.pure()).isGreaterThan(0.98);
            assertThat(agreement.linked()).isGreaterThan(0.98);
        }

        @Test
        void withReportsOutOfPlaceAgreeWithTheExpectedSegments() throws IOException {
            var agreement = agreement(read("ais_gpsdio_segment_338013000.jsonl", "expected"));

            assertThat(agreement.pure()).isGreaterThan(0.98);
            assertThat(agreement.linked()).isGreaterThan(0.98);
        }
    }
}
