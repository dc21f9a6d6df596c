package org.fairlead.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cli.endtoend.RunningPlatform.as;
import static org.fairlead.cli.endtoend.RunningPlatform.asIntegrator;
import static org.fairlead.cli.endtoend.RunningPlatform.await;
import static org.fairlead.cli.endtoend.RunningPlatform.finished;
import static org.fairlead.cli.endtoend.RunningPlatform.upload;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AisEndToEndTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    @Nested
    class ARealFile {

        private static final int STEADY_SECONDS = 10;

        @Test
        void becomesVesselsWithTracksAndIsNotDoubledByItsGzip() throws IOException {
            var file = RunningPlatform.realInput("ais/dma-2013-pghp-part1.nmea");
            assumeTrue(file.isPresent(), "SKIPPED: the real inputs are not beside the checkout");
            byte[] bytes = Files.readAllBytes(file.get());

            var first = finished(knownOrNew(bytes));
            assertThat(first.getString("state")).isEqualTo("done");
            assertThat(first.getLong("counts.fixes")).isGreaterThan(10_000);
            assertThat(first.getMap("messagesByType")).containsKeys("1", "3", "5");
            long stored = awaitSteadyFixes();

            var again = finished(knownOrNew(gzip(bytes)));
            assertThat(again.getLong("counts.fixes")).isEqualTo(first.getLong("counts.fixes"));
            assertThat(awaitSteadyFixes()).isEqualTo(stored);
        }

        private static String knownOrNew(byte[] bytes) {
            return asIntegrator()
                    .contentType("application/octet-stream")
                    .header("Fairlead-File-Name", "dma-2013-pghp-part1.nmea")
                    .body(bytes)
                    .post("/api/ais/v1/uploads")
                    .then()
                    .extract()
                    .jsonPath()
                    .getString("id");
        }

        /// What was there before counts again until it is merged, which waits for more to come
        /// (`ais.track.merge-when-quiet-for`, 5 s).
        private static long awaitSteadyFixes() {
            long[] before = {-1};
            int[] steadySeconds = {0};
            return await(
                            "the track store to settle",
                            () -> {
                                RunningPlatform.pause(Duration.ofSeconds(1));
                                return asIntegrator().get("/api/ais/v1/statistics");
                            },
                            statistics -> {
                                long now = statistics.getLong("fixes");
                                steadySeconds[0] = now == before[0] ? steadySeconds[0] + 1 : 0;
                                before[0] = now;
                                return steadySeconds[0] >= STEADY_SECONDS;
                            })
                    .getLong("fixes");
        }
    }

    @Nested
    class AShipThatFallsSilent {

        private static final int MMSI = 244_100_001;
        private static final int WITNESS = 244_100_002;

        @Test
        void isFoundBySearchAndHerSilenceIsRetractedWhenLateDataFillsIt() {
            var feed =
                    new TestFeed()
                            .identity(MMSI, 9_074_729, "NORTHERN TERN", NOON)
                            .reports(
                                    MMSI,
                                    NOON,
                                    NOON.plus(Duration.ofHours(4)),
                                    Duration.ofMinutes(3),
                                    54.0,
                                    5.0)
                            .reports(
                                    MMSI,
                                    NOON.plus(Duration.ofHours(20)),
                                    NOON.plus(Duration.ofHours(24)),
                                    Duration.ofMinutes(3),
                                    54.5,
                                    5.6)
                            .reports(
                                    WITNESS,
                                    NOON,
                                    NOON.plus(Duration.ofHours(24)),
                                    Duration.ofMinutes(10),
                                    54.1,
                                    5.1);
            finished(upload(feed.bytes(), "silence.nmea", "?source=e2e-north-sea").getString("id"));

            for (String query :
                    new String[] {"tern", "NORTHERN", "244100001", "9074729", "TEST1"}) {
                await(
                        "vessel by " + query,
                        () -> as("carl").queryParam("q", query).get("/api/ais/v1/vessels"),
                        page -> page.getList("items.mmsi", String.class).contains("244100001"));
            }
            var silence =
                    await(
                            "the silence",
                            () ->
                                    as("carl")
                                            .get(
                                                    "/api/ais/v1/activities?kind=silence&mmsi="
                                                            + MMSI),
                            page ->
                                    page.getList("items").size() == 1
                                            && "reappeared"
                                                    .equals(page.getString("items[0].state")));
            assertThat(silence.getDouble("items[0].durationHours")).isEqualTo(16.0);
            String id = silence.getString("items[0].id");

            var track = as("carl").get("/api/ais/v1/vessels/" + MMSI + "/track").jsonPath();
            assertThat(track.getList("features")).hasSize(2);
            assertThat(
                            as("carl")
                                    .accept("text/csv")
                                    .get("/api/ais/v1/vessels/" + MMSI + "/track?format=csv")
                                    .asString()
                                    .lines())
                    .hasSize(1 + 2 * 81);

            var late =
                    new TestFeed()
                            .reports(
                                    MMSI,
                                    NOON.plus(Duration.ofHours(4)),
                                    NOON.plus(Duration.ofHours(20)),
                                    Duration.ofMinutes(30),
                                    54.2,
                                    5.2);
            finished(upload(late.bytes(), "late.nmea", "?source=e2e-north-sea").getString("id"));

            await(
                    "the retraction",
                    () -> as("carl").get("/api/ais/v1/activities/" + id),
                    now -> "retracted".equals(now.getString("state")));
            var versions = as("carl").get("/api/ais/v1/activities/" + id + "/versions").jsonPath();
            assertThat(versions.getList("items.state", String.class))
                    .contains("reappeared", "retracted");
        }
    }

    @Nested
    class BadInput {

        @Test
        void isSetAsideByLineAndReasonAndWhatIsGoodIsKept() {
            byte[] long10Megabytes = new byte[10 * 1024 * 1024];
            Arrays.fill(long10Megabytes, (byte) 'x');
            var feed =
                    new TestFeed()
                            .reports(
                                    244_100_011,
                                    NOON,
                                    NOON.plus(Duration.ofMinutes(30)),
                                    Duration.ofMinutes(3),
                                    55,
                                    6)
                            .line("!AIVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*00")
                            .line(new String(long10Megabytes, StandardCharsets.US_ASCII))
                            .line("\u0001\u0002 not a sentence")
                            .reports(
                                    244_100_011,
                                    NOON.plus(Duration.ofHours(1)),
                                    NOON.plus(Duration.ofHours(2)),
                                    Duration.ofMinutes(3),
                                    55.1,
                                    6.1);

            var job = finished(upload(feed.bytes(), "bad.nmea", "?source=e2e-bad").getString("id"));

            assertThat(job.getString("state")).isEqualTo("done");
            assertThat(job.getLong("counts.fixes")).isEqualTo(11 + 21);
            assertThat(job.getLong("counts.rejected")).isGreaterThanOrEqualTo(2);
            var rejects =
                    as("carl")
                            .get("/api/ais/v1/jobs/" + job.getString("id") + "/rejects")
                            .jsonPath();
            assertThat(rejects.getList("items.line", Integer.class)).contains(12);
            assertThat(rejects.getList("items.reason", String.class)).contains("checksum");
        }

        @Test
        void isKeptUpToWhereAGzipIsCutShort() throws IOException {
            var feed =
                    new TestFeed()
                            .reports(
                                    244_100_021,
                                    NOON,
                                    NOON.plus(Duration.ofHours(40)),
                                    Duration.ofMinutes(1),
                                    55,
                                    7);
            byte[] whole = gzip(feed.bytes());

            var job =
                    finished(
                            upload(
                                            Arrays.copyOf(whole, whole.length / 2),
                                            "cut.nmea.gz",
                                            "?source=e2e-cut")
                                    .getString("id"));

            assertThat(job.getLong("counts.fixes")).isBetween(100L, 2_300L);
            assertThat(job.getMap("rejectsByReason")).containsKey("truncated-gzip");
        }

        @Test
        void isRefusedWhenItIsEmptyOrOfAnotherKind() {
            asIntegrator()
                    .contentType("application/octet-stream")
                    .body(new byte[0])
                    .post("/api/ais/v1/uploads")
                    .then()
                    .statusCode(422);
            asIntegrator()
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/ais/v1/uploads")
                    .then()
                    .statusCode(415);
        }

        @Test
        void isNeverAReasonToDie() {
            byte[] binary = new byte[200_000];
            new java.util.Random(4).nextBytes(binary);

            var job = finished(upload(binary, "noise.bin", "?source=e2e-noise").getString("id"));

            assertThat(job.getLong("counts.fixes")).isZero();
            assertThat(job.getLong("counts.rejected")).isPositive();
            as("carl").get("/api/ais/v1/statistics").then().statusCode(200);
        }
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
