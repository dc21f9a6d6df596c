package org.fairlead.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.api.PlatformApi;

/// What a measurement asks the running platform.
final class Running {

    private final PlatformApi api;

    Running(PlatformApi api) {
        this.api = api;
    }

    PlatformApi api() {
        return api;
    }

    /// Fixes of a source that can be asked for.
    long fixesOf(String source) {
        for (JsonNode known : api.get("/api/ais/v1/statistics").path("sources")) {
            if (source.equals(known.path("name").asText())) {
                return known.path("fixes").asLong();
            }
        }
        return 0;
    }

    /// Ships that have a last position, as the map shows them.
    long vessels() {
        return api.get("/api/ais/v1/statistics").path("vessels").asLong();
    }

    String upload(Traffic traffic, String source) {
        return upload(traffic, source, true);
    }

    /// @param isSynthetic false where a feed goes on with it, which cannot say so: a ship that is
    ///   real after all is news
    String upload(Traffic traffic, String source, boolean isSynthetic) {
        String query = "?synthetic=%s&source=%s".formatted(isSynthetic, source);
        return api.upload("/api/ais/v1/uploads" + query, traffic.file()).path("id").asText();
    }

    boolean isDone(String job) {
        var answer = api.get("/api/ais/v1/jobs/" + job);
        if ("failed".equals(answer.path("state").asText())) {
            throw new Refusal("The job failed: " + answer.path("error").asText());
        }
        return "done".equals(answer.path("state").asText());
    }

    /// Seconds until it is so; asks again where the platform does not answer.
    static double secondsUntil(
            String what, Instant start, Duration patience, BooleanSupplier isReached) {
        Refusal last = null;
        while (true) {
            try {
                if (isReached.getAsBoolean()) {
                    return Duration.between(start, Instant.now()).toMillis() / 1e3;
                }
                last = null;
            } catch (Refusal away) {
                last = away;
            }
            if (Duration.between(start, Instant.now()).compareTo(patience) > 0) {
                throw new Refusal(
                        "Waited %d s in vain for %s%s"
                                .formatted(
                                        patience.toSeconds(),
                                        what,
                                        last == null ? "." : ": " + last.sentence()));
            }
            pause(Duration.ofMillis(100));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", interrupted);
        }
    }
}
