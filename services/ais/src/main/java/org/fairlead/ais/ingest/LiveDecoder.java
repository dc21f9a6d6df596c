package org.fairlead.ais.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.ais.hygiene.HygieneConfig;
import org.jspecify.annotations.Nullable;

/// Decodes the recorded lines of a live feed. The same records give the same frames, because
/// nothing here looks at a clock: that is what lets a feed go on after a crash.
///
/// Each connection of the feed has a reader of its own, so that parts of messages and the tag
/// blocks before a line are never mixed up.
public final class LiveDecoder {

    private static final int MOST_CONNECTIONS = 256;

    private record Line(NmeaReader reader, LineWindow window) {}

    private final Rejects rejects = new Rejects();
    private final Intake intake;
    private final Map<Integer, Line> connections = new HashMap<>();
    private final long futureMillis;
    private final long passOnMillis;
    private long passedOnAt = Long.MIN_VALUE;
    private @Nullable Instant firstArrival;

    /// @param futureMillis how far a line may claim to be ahead of its arrival
    /// @param passOnMillis what was read goes out when so much time has passed, by the records
    /// @param state of the decoder before; absent for the first
    public LiveDecoder(
            SourceFacts facts,
            IngestConfig config,
            HygieneConfig hygiene,
            int partitions,
            long futureMillis,
            long passOnMillis,
            byte @Nullable [] state)
            throws IOException {
        this.futureMillis = futureMillis;
        this.passOnMillis = passOnMillis;
        intake = new Intake(facts, config, hygiene, partitions, Long.MAX_VALUE, rejects);
        if (state != null) {
            intake.restore(new DataInputStream(new ByteArrayInputStream(state)));
        }
    }

    public LiveDecoder tracedBy(int mmsi, Hearing hearing) {
        intake.trace(mmsi, hearing);
        return this;
    }

    /// Whole lines that arrived at a time on a connection; none say that nothing came for a while,
    /// so that what is held goes out.
    public void take(long arrivedAt, int connection, byte[] bytes, int from, int length) {
        if (passedOnAt == Long.MIN_VALUE) {
            passedOnAt = arrivedAt;
            firstArrival = Instant.ofEpochMilli(arrivedAt);
        }
        if (length == 0 || arrivedAt - passedOnAt >= passOnMillis) {
            passedOnAt = arrivedAt;
            intake.flush();
        }
        intake.latest(arrivedAt + futureMillis);
        var line =
                connections.computeIfAbsent(
                        connection % MOST_CONNECTIONS,
                        any ->
                                new Line(
                                        new NmeaReader(intake, rejects, null, 0),
                                        new LineWindow()));
        line.reader().arrivedAt(arrivedAt);
        int at = from;
        while (at < from + length) {
            at += line.window().take(bytes, at, from + length - at);
            do {
                line.reader().pass(line.window(), false);
            } while (line.window().hasLine());
        }
    }

    /// What has become ready.
    public Round round() {
        return new Round(intake.takeFrames(), intake.takeClaims(), rejects.take(), false);
    }

    /// Lets everything go and says what the next decoder has to know.
    public byte[] pause() throws IOException {
        intake.pause();
        var bytes = new ByteArrayOutputStream();
        intake.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    public Summary summary() {
        var lines = new Summary.Lines(0, 0, 0, 0, 0);
        var byType = new TreeMap<String, Long>();
        for (Line one : connections.values()) {
            lines = lines.plus(one.reader().lines());
            one.reader().messagesByType().forEach((type, n) -> byType.merge(type, n, Long::sum));
        }
        return intake.summary(lines, byType);
    }

    public @Nullable Instant newest() {
        return intake.newest();
    }

    public @Nullable Instant firstFixAt() {
        return intake.firstFixAt();
    }

    public @Nullable Instant lastFixAt() {
        return intake.lastFixAt();
    }

    public @Nullable Instant firstArrival() {
        return firstArrival;
    }
}
