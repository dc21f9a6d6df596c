package org.fairlead.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fairlead.cli.api.PlatformApi;
import org.fairlead.nmea.AisColumnReader;
import org.fairlead.nmea.AisColumns;

/// Counts the positions of single ships as a person would see them, beside what was sent.
final class Tracks {

    private static final int ROWS = 8_192;

    private final PlatformApi api;

    Tracks(PlatformApi api) {
        this.api = api;
    }

    /// A sentence for each of some ships whose track has other positions than were sent.
    List<String> differing(Traffic traffic, Instant from, Random random, int ships)
            throws IOException {
        var sent = new ArrayList<>(sent(traffic).entrySet());
        var wrong = new ArrayList<String>();
        for (int i = 0; i < Math.min(ships, sent.size()); i++) {
            var one = sent.get(random.nextInt(sent.size()));
            long stored = stored(one.getKey(), from, one.getValue().lastMillis());
            if (stored != one.getValue().count()) {
                wrong.add(
                        "MMSI %d: %d positions sent, %d stored"
                                .formatted(one.getKey(), one.getValue().count(), stored));
            }
        }
        return wrong;
    }

    private record Sent(long count, long lastMillis) {

        Sent and(Sent other) {
            return new Sent(count + other.count, Math.max(lastMillis, other.lastMillis));
        }
    }

    private static Map<Integer, Sent> sent(Traffic traffic) throws IOException {
        byte[] bytes = Files.readAllBytes(traffic.file());
        var reader = new AisColumnReader();
        var columns = new AisColumns(ROWS);
        var counts = new TreeMap<Integer, Sent>();
        int at = 0;
        while (at < bytes.length) {
            at += reader.read(bytes, at, bytes.length, true, columns);
            for (int i = 0; i < columns.size(); i++) {
                counts.merge(columns.mmsi[i], new Sent(1, columns.epochMillis[i]), Sent::and);
            }
            columns.clear();
        }
        return counts;
    }

    private long stored(int mmsi, Instant from, long lastMillis) {
        var to = Instant.ofEpochMilli(lastMillis).plus(Duration.ofSeconds(1));
        var csv =
                api.text(
                        "/api/ais/v1/vessels/%d/track?format=csv&from=%s&to=%s"
                                .formatted(mmsi, from.truncatedTo(ChronoUnit.SECONDS), to),
                        "text/csv");
        return csv.lines().skip(1).count();
    }
}
