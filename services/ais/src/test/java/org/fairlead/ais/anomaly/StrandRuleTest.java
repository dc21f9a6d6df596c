package org.fairlead.ais.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.fairlead.ais.Configured;
import org.fairlead.ais.Voyager;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.sample.Sample;
import org.fairlead.contracts.ais.ActivityDetails.Cloning;
import org.fairlead.contracts.ais.ActivityDetails.Teleport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StrandRuleTest {

    private static List<Finding> of(List<Sample> samples) {
        var rule = new StrandRule(273000001, Configured.defaults(AnomalyConfig.class));
        samples.stream().sorted(Sample.ORDER).forEach(rule::accept);
        return rule.findings();
    }

    private static Voyager ship() {
        return new Voyager("2024-01-02T00:00:00Z", 30, 124).sails(Duration.ofHours(3), 12, 90);
    }

    @Test
    void aJumpOfFourDegreesIsATeleport() {
        var found = of(ship().jumps(34, 124).sails(Duration.ofHours(3), 12, 90).samples());

        assertThat(found)
                .singleElement()
                .satisfies(one -> {
                    var jump = (Teleport) one.details();
                    assertThat(jump.distanceNauticalMiles()).isBetween(230.0, 250.0);
                    assertThat(jump.impliedSpeedKnots()).isGreaterThan(2000);
                    assertThat(jump.attribution()).isEqualTo("ship");
                    assertThat(one.parameters())
                            .containsEntry("ais.anomaly.teleport-above-knots", "50.0");
                });
    }

    @Test
    void twoReportsElsewhereAreNoise() {
        var found =
                of(
                        ship().jumps(34, 124)
                                .sails(Duration.ofMinutes(10), 12, 90)
                                .jumps(30, 124.7)
                                .sails(Duration.ofHours(3), 12, 90)
                                .samples());

        assertThat(found).isEmpty();
    }

    @Test
    void theThirdReportElsewhereRaisesTheFlag() {
        assertThat(of(ship().jumps(34, 124).sails(Duration.ofMinutes(15), 12, 90).samples()))
                .hasSize(1);
    }

    @Test
    void aFastFerryDoesNotTeleport() {
        assertThat(
                        of(
                                new Voyager("2024-01-02T00:00:00Z", 30, 124)
                                        .sails(Duration.ofHours(5), 42, 90)
                                        .samples()))
                .isEmpty();
    }

    @Test
    void aSilenceExplainsAnyDistanceSheCanHaveSailed() {
        assertThat(
                        of(
                                ship().isSilent(Duration.ofDays(4), 14, 45)
                                        .sails(Duration.ofHours(3), 12, 90)
                                        .samples()))
                .isEmpty();
    }

    @Test
    void twoShipsUnderOneNumberAreCloning() {
        var samples = new ArrayList<>(ship().sails(Duration.ofHours(5), 12, 90).samples());
        samples.addAll(
                new Voyager("2024-01-02T02:02:00Z", 10, 118)
                        .sails(Duration.ofHours(5), 10, 0)
                        .samples());

        var found = of(samples);

        assertThat(found)
                .singleElement()
                .satisfies(one -> {
                    var cloning = (Cloning) one.details();
                    assertThat(cloning.overlapMinutes()).isBetween(280.0, 310.0);
                    assertThat(cloning.distanceNauticalMiles()).isGreaterThan(1000);
                });
    }

    @Test
    void whoIsShownElsewhereForHoursAndComesBackIsNotInTwoPlacesAtATime() {
        var found =
                of(
                        ship().jumps(34, 124)
                                .sails(Duration.ofHours(2), 12, 90)
                                .jumps(30, 125.2)
                                .sails(Duration.ofHours(3), 12, 90)
                                .samples());

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.details()).isInstanceOf(Teleport.class));
    }

    @Test
    void aShorterOverlapIsNoCloning() {
        var samples = new ArrayList<>(ship().sails(Duration.ofMinutes(20), 12, 90).samples());
        samples.addAll(
                new Voyager("2024-01-02T03:02:00Z", 10, 118)
                        .sails(Duration.ofHours(5), 10, 0)
                        .samples());

        assertThat(of(samples))
                .allSatisfy(one -> assertThat(one.details()).isInstanceOf(Teleport.class));
    }

    @Test
    void shipsThatPassThroughTheAntimeridianDoNotTeleport() {
        assertThat(
                        of(
                                new Voyager("2024-01-02T00:00:00Z", 30, 179.5)
                                        .sails(Duration.ofHours(8), 12, 90)
                                        .samples()))
                .isEmpty();
    }

    /// The same tracks as the segments of silences are held against: what takes two tracks for two
    /// ships' here agrees with Global Fishing Watch's segments, too.
    @Nested
    class RealTracks {

        private static final Path TRACKS = Path.of("../../../shared/data/ais/tracks");

        private record Row(Sample sample, String segment) {}

        private static List<Row> read(String file, String field) throws IOException {
            var path = TRACKS.resolve(file);
            assumeTrue(Files.exists(path), () -> "SKIPPED: no " + path.toAbsolutePath());
            var json = new ObjectMapper();
            var rows = new ArrayList<Row>();
            for (String line : Files.readAllLines(path)) {
                var row = json.readTree(line);
                if (!row.get("lat").isNull()) {
                    rows.add(
                            new Row(
                                    new Sample(
                                            Instant.parse(row.get("timestamp").asText())
                                                    .toEpochMilli(),
                                            (int) Math.round(row.get("lat").asDouble() * 600_000),
                                            (int) Math.round(row.get("lon").asDouble() * 600_000),
                                            1023,
                                            3600,
                                            15,
                                            false,
                                            "gpsdio"),
                                    row.get(field).asText()));
                }
            }
            rows.sort(Comparator.comparing(Row::sample, Sample.ORDER));
            return rows;
        }

        /// Of the reports next to each other in one track of ours, within the time in which a track
        /// is not yet over, the share that is in one segment of theirs.
        private static double pure(List<Row> rows) {
            var config = Configured.defaults(AnomalyConfig.class);
            var rule = new StrandRule(416000000, config);
            var newest = new IdentityHashMap<Object, Row>();
            int pairs = 0;
            int agreed = 0;
            for (Row row : rows) {
                var before = newest.put(rule.accept(row.sample()).strand(), row);
                if (before != null) {
                    pairs++;
                    agreed += before.segment().equals(row.segment()) ? 1 : 0;
                }
            }
            return agreed / (double) pairs;
        }

        @Test
        void ofSeveralShipsAreOneShipsEach() throws IOException {
            assertThat(
                            pure(
                                    read(
                                            "ais_gpsdio_segment_416000000_expected_segments.jsonl",
                                            "segment")))
                    .isGreaterThan(0.97);
        }

        @Test
        void withReportsOutOfPlaceAreOneShipsEach() throws IOException {
            assertThat(pure(read("ais_gpsdio_segment_338013000.jsonl", "expected")))
                    .isGreaterThan(0.97);
        }
    }
}
