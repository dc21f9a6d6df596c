package org.fairlead.ais.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fairlead.bench.world.Truth;
import org.fairlead.bench.world.World;
import org.fairlead.bench.world.WorldRun;
import org.fairlead.bench.world.WorldSettings;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.SourceClass;
import org.fairlead.nmea.AisColumnReader;
import org.fairlead.nmea.AisColumns;
import org.fairlead.nmea.StaticRow;
import org.fairlead.nmea.message.StaticReport;
import org.jspecify.annotations.Nullable;

/// What a world's receivers heard, as frames: one source for each feed, by land and by satellite
/// apart, each report once. No clock is repaired and nothing else is set aside but damaged lines.
public final class HeardWorld {

    private static final long OUTAGE_MILLIS = Duration.ofHours(2).toMillis();

    private final int fixesPerFrame;
    private final long flushMillis;
    private final Consumer<Frame> frames;
    private final Consumer<VesselIdentity> identities;
    private final Map<String, SourceClass> classes = new HashMap<>();
    private final Map<String, String> feeds = new HashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<Integer, Map<Said, long[]>> saidByMmsi = new LinkedHashMap<>();
    private final Map<Integer, Integer> versions = new HashMap<>();
    private final List<Truth> truth = new ArrayList<>();
    private Set<Long> seen = new HashSet<>();
    private Set<Long> seenBefore = new HashSet<>();
    private long seenSince;
    private long fixes;

    private static final class Source {
        private final String name;
        private final SourceClass sourceClass;
        private List<Fix> open = new ArrayList<>();
        private long watermark = Long.MIN_VALUE;
        private long flushedAt;
        private int recording = 1;
        private long sequence;

        Source(String name, SourceClass sourceClass) {
            this.name = name;
            this.sourceClass = sourceClass;
        }
    }

    private HeardWorld(
            int fixesPerFrame,
            Duration flush,
            Consumer<Frame> frames,
            Consumer<VesselIdentity> identities) {
        this.fixesPerFrame = fixesPerFrame;
        this.flushMillis = flush.toMillis();
        this.frames = frames;
        this.identities = identities;
    }

    /// @param flush frames that are not full go out when so much time of the world has passed
    /// @return what was true
    public static List<Truth> run(
            WorldSettings settings,
            int fixesPerFrame,
            Duration flush,
            Consumer<Frame> frames,
            Consumer<VesselIdentity> identities) {
        var heard = new HeardWorld(fixesPerFrame, flush, frames, identities);
        var run = new World(settings).run(heard::learn);
        var reader = new AisColumnReader();
        var columns = new AisColumns(64);
        byte[] line = new byte[4096];
        while (run.next()) {
            int length = Math.min(run.length(), line.length - 1);
            System.arraycopy(run.bytes(), 0, line, 0, length);
            line[length] = '\n';
            reader.read(line, 0, length + 1, false, columns);
            heard.take(run, columns);
            columns.clear();
        }
        heard.sources.values().forEach(heard::flush);
        // How long each thing was said is known in the end.
        heard.saidByMmsi.forEach((mmsi, spells) -> identities.accept(heard.identity(mmsi, spells)));
        return heard.truth;
    }

    private void learn(Truth one) {
        if (one instanceof Truth.Receiver receiver) {
            boolean isSatellite = receiver.place() == null;
            classes.put(
                    receiver.name(), isSatellite ? SourceClass.SATELLITE : SourceClass.TERRESTRIAL);
            feeds.put(receiver.name(), receiver.feed());
        }
        truth.add(one);
    }

    private void take(WorldRun run, AisColumns columns) {
        String receiver = run.receiver();
        var sourceClass = classes.getOrDefault(receiver, SourceClass.TERRESTRIAL);
        String name = feeds.getOrDefault(receiver, receiver) + "-" + sourceClass;
        var source = sources.computeIfAbsent(name, any -> new Source(name, sourceClass));
        for (int row = 0; row < columns.size(); row++) {
            int mmsi = columns.mmsi[row];
            boolean isShip = mmsi >= 200_000_000 && mmsi < 800_000_000;
            if (!columns.hasPosition(row) || columns.type[row] == 4 || !isShip) {
                continue;
            }
            long at =
                    columns.epochMillis[row] == AisColumns.TIME_ABSENT
                            ? run.arrivedAtMillis()
                            : columns.epochMillis[row];
            if (isNew(mmsi, columns.latitude[row], columns.longitude[row], at)) {
                add(source, columns, row, at);
            }
        }
        for (StaticRow row : columns.statics()) {
            identify(row, run.arrivedAtMillis());
        }
    }

    private boolean isNew(int mmsi, int latitude, int longitude, long at) {
        if (at - seenSince > 600_000) {
            seenBefore = seen;
            seen = new HashSet<>();
            seenSince = at;
        }
        long where = latitude * 1_000_003L + longitude;
        long slot = Math.floorDiv(at, 30_000L);
        boolean isKnown = false;
        for (long near = slot - 1; near <= slot + 1; near++) {
            long key = (where * 1_000_003L + near) * 1_000_003L + mmsi;
            isKnown |= seen.contains(key) || seenBefore.contains(key);
        }
        seen.add((where * 1_000_003L + slot) * 1_000_003L + mmsi);
        return !isKnown;
    }

    private void add(Source source, AisColumns columns, int row, long at) {
        if (source.watermark != Long.MIN_VALUE && at - source.watermark > OUTAGE_MILLIS) {
            flush(source);
            source.recording++;
        }
        source.watermark = Math.max(source.watermark, at);
        int speed = columns.speed[row];
        int course = columns.course[row];
        source.open.add(
                new Fix(
                        columns.mmsi[row],
                        at,
                        columns.latitude[row],
                        columns.longitude[row],
                        speed < 0 || speed > 1023 ? 1023 : speed,
                        course < 0 || course > 3600 ? 3600 : course,
                        511,
                        columns.navigationStatus[row] & 15,
                        -128,
                        columns.type[row],
                        Fix.SYNTHETIC));
        fixes++;
        if (source.open.size() >= fixesPerFrame
                || source.watermark - source.flushedAt > flushMillis) {
            flush(source);
        }
    }

    private void flush(Source source) {
        if (source.watermark == Long.MIN_VALUE) {
            return;
        }
        frames.accept(
                new Frame(
                        source.name + "." + source.recording + "/" + ++source.sequence,
                        source.name,
                        source.sourceClass,
                        source.watermark,
                        source.open));
        source.open = new ArrayList<>();
        source.flushedAt = source.watermark;
    }

    private void identify(StaticRow row, long arrivedMillis) {
        var report = row.report();
        long at = report.epochMillis() == Long.MIN_VALUE ? arrivedMillis : report.epochMillis();
        var said = new Said(report);
        var spells = said(report.mmsi());
        var known = spells.get(said);
        if (known == null) {
            spells.put(said, new long[] {at, at});
            identities.accept(identity(report.mmsi(), spells));
        } else {
            known[0] = Math.min(known[0], at);
            known[1] = Math.max(known[1], at);
        }
    }

    private Map<Said, long[]> said(int mmsi) {
        return saidByMmsi.computeIfAbsent(mmsi, any -> new LinkedHashMap<>());
    }

    /// What one message said of a ship.
    private record Said(
            @Nullable Integer imo,
            @Nullable String name,
            @Nullable String callSign,
            @Nullable Integer shipType,
            @Nullable Integer length,
            @Nullable Integer beam) {

        Said(StaticReport report) {
            this(
                    report.imo(),
                    report.name(),
                    report.callSign(),
                    report.shipType(),
                    report.dimensions() == null ? null : report.dimensions().lengthMetres(),
                    report.dimensions() == null ? null : report.dimensions().beamMetres());
        }
    }

    private VesselIdentity identity(int mmsi, Map<Said, long[]> spells) {
        var tuples = new ArrayList<VesselIdentity.Tuple>();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        Integer type = null;
        Integer length = null;
        for (var entry : spells.entrySet()) {
            var said = entry.getKey();
            first = Math.min(first, entry.getValue()[0]);
            last = Math.max(last, entry.getValue()[1]);
            type = said.shipType() == null ? type : said.shipType();
            length = said.length() == null || said.length() == 0 ? length : said.length();
            tuples.add(
                    new VesselIdentity.Tuple(
                            said.imo() == null ? null : String.format("%07d", said.imo()),
                            said.name(),
                            said.callSign(),
                            said.shipType(),
                            said.length(),
                            said.beam(),
                            Instant.ofEpochMilli(entry.getValue()[0]),
                            Instant.ofEpochMilli(entry.getValue()[1]),
                            "world",
                            true));
        }
        return new VesselIdentity(
                String.format("%09d", mmsi),
                versions.merge(mmsi, 1, Integer::sum),
                null,
                null,
                null,
                type,
                length,
                null,
                null,
                Instant.ofEpochMilli(first),
                Instant.ofEpochMilli(last),
                true,
                List.of("world"),
                tuples,
                List.of());
    }
}
