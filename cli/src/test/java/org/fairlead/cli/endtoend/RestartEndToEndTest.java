package org.fairlead.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cli.endtoend.RunningPlatform.asIntegrator;
import static org.fairlead.cli.endtoend.RunningPlatform.await;
import static org.fairlead.cli.endtoend.RunningPlatform.upload;

import java.time.Duration;
import java.time.Instant;
import org.fairlead.bench.traffic.SyntheticTraffic;
import org.junit.jupiter.api.Test;

/// Parts die in the middle of the work and come back: nothing accepted is lost, nothing is doubled.
class RestartEndToEndTest {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int SHIPS = 400;
    private static final int REPORTS_EACH = 400;

    @Test
    void killingAisThenKafkaThenPostgresqlLosesAndDoublesNothing() throws Exception {
        String undisturbed = source("undisturbed");
        String disturbed = source("disturbed");

        var calm =
                upload(
                        busy(1, "2025-05-01T00:00:00Z"),
                        "undisturbed.nmea",
                        "?source=" + undisturbed);
        awaitDone(calm.getString("id"));
        long expected = awaitFixes(undisturbed, (long) SHIPS * REPORTS_EACH);

        for (String part : new String[] {"ais", "kafka", "postgresql"}) {
            var job =
                    upload(
                            busy(2 + part.length(), "2025-06-01T00:00:00Z"),
                            part + ".nmea",
                            "?source=" + disturbed + part);
            await(
                    "job to be in the middle of its work",
                    () -> asIntegrator().get("/api/ais/v1/jobs/" + job.getString("id")),
                    now -> !"queued".equals(now.getString("state")));
            LocalParts.kill(part);
            var up = LocalParts.fairlead("up");
            assertThat(up.code()).as(up.text()).isZero();
            awaitDone(job.getString("id"));

            assertThat(awaitFixes(disturbed + part, expected))
                    .as("after the death of " + part)
                    .isEqualTo(expected);
        }
    }

    private static String source(String name) {
        return "e2e-restart-" + name;
    }

    /// The same number of ships and reports whatever the seed.
    private static byte[] busy(int seed, String from) {
        return new SyntheticTraffic(
                        seed, SHIPS, REPORTS_EACH, Instant.parse(from), Duration.ofMinutes(1))
                .sentences();
    }

    private static void awaitDone(String job) {
        await(
                "job " + job + " to be done",
                PATIENCE,
                () -> asIntegrator().get("/api/ais/v1/jobs/" + job),
                now -> "done".equals(now.getString("state")));
    }

    /// Waits until the source has as many fixes as expected, and a little longer for any that would
    /// be too many.
    private static long awaitFixes(String source, long expected) {
        await(
                "all fixes of " + source,
                PATIENCE,
                RestartEndToEndTest::statistics,
                now -> fixes(now, source) >= expected);
        RunningPlatform.pause(Duration.ofSeconds(3));
        return fixes(statistics().jsonPath(), source);
    }

    private static io.restassured.response.Response statistics() {
        return asIntegrator().get("/api/ais/v1/statistics");
    }

    private static long fixes(io.restassured.path.json.JsonPath statistics, String source) {
        Number fixes = statistics.get("sources.find { it.name == '" + source + "' }.fixes");
        return fixes == null ? 0 : fixes.longValue();
    }
}
