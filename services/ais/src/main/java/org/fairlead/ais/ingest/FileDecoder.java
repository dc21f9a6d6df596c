package org.fairlead.ais.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.fairlead.ais.vessel.IdentityClaim;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.nmea.AisColumnReader;
import org.fairlead.nmea.AisColumns;
import org.fairlead.nmea.StaticRow;
import org.fairlead.nmea.TransponderClass;
import org.fairlead.nmea.message.StaticReport;
import org.jspecify.annotations.Nullable;

/// Decodes one file from its first byte. The same bytes and facts give the same frames, counts and
/// rejects, however the stream happens to hand them out: that is what lets a job start again after
/// a crash.
public final class FileDecoder {

    private static final int ROWS = 8192;
    private static final int FRAMES_PER_ROUND = 48;
    private static final int REJECTS_PER_ROUND = 1000;
    private static final int ROUND_LINES = 100_000;
    private static final long EARLIEST_MILLIS =
            Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();

    private final FileFacts facts;
    private final IngestConfig config;
    private final InputStream in;
    private final AisColumnReader reader = new AisColumnReader();
    private final AisColumns columns = new AisColumns(ROWS);
    private final LineWindow window = new LineWindow();
    private final DuplicateFilter duplicates;
    private final FrameBuilder frames;
    private final @Nullable SecondClock clock;
    private final long latestMillis;
    private final Map<String, Long> rejectsByReason = new HashMap<>();
    private final Set<Integer> heard = new HashSet<>();

    private Map<IdentityClaim.Key, IdentityClaim> claims = new LinkedHashMap<>();
    private List<RejectedLine> rejects = new ArrayList<>();
    private long fixes;
    private long duplicateReports;
    private long withoutPosition;
    private long notShips;
    private long unusable;
    private long flushedAt;
    private boolean isEnded;

    /// @param in the file's lines, decompressed
    public FileDecoder(FileFacts facts, IngestConfig config, int partitions, InputStream in) {
        this.facts = facts;
        this.config = config;
        this.in = in;
        duplicates = new DuplicateFilter(config.duplicateWithin().toMillis());
        frames = new FrameBuilder(facts.id(), facts.source(), partitions, config.fixesPerFrame());
        clock = facts.startsAt() == null ? null : new SecondClock(facts.startsAt().toEpochMilli());
        latestMillis = facts.submittedAt().plus(config.futureTolerance()).toEpochMilli();
    }

    /// Reads on until there is enough to pass on, or to the end.
    ///
    /// @throws IOException when the file itself cannot be read; damage inside it is a reject
    public Round next() throws IOException {
        long from = reader.counts().lines();
        while (!isEnded
                && frames.ready() < FRAMES_PER_ROUND
                && rejects.size() < REJECTS_PER_ROUND
                && reader.counts().lines() - from < ROUND_LINES) {
            boolean isLast = !readOn();
            pass(isLast);
            if (isLast && window.isRead()) {
                isEnded = true;
                frames.flush();
            }
        }
        var round = new Round(frames.take(), List.copyOf(claims.values()), rejects, isEnded);
        claims = new LinkedHashMap<>();
        rejects = new ArrayList<>();
        return round;
    }

    private boolean isStreamOver;

    private boolean readOn() throws IOException {
        if (isStreamOver) {
            return false;
        }
        try {
            isStreamOver = !window.fill(in);
            if (reader.bytesRead() > config.maxDecompressedBytes()) {
                over(
                        "too-much-decompressed",
                        "The file unfolds to more than is accepted; the rest was not read.");
            }
        } catch (EOFException cut) {
            over(
                    "truncated-gzip",
                    "The compressed file ends before its end; what came before was used.");
        } catch (ZipException damaged) {
            over("damaged-gzip", "The compressed file is damaged here; what came before was used.");
        }
        return !isStreamOver;
    }

    private void over(String reason, String detail) {
        isStreamOver = true;
        reject(reader.counts().lines() + 1, reason, detail, null);
    }

    private void pass(boolean isLast) {
        columns.clear();
        window.at += reader.read(window.bytes, window.at, window.filled, isLast, columns);
        for (int i = 0; i < columns.rejects(); i++) {
            var reason = columns.rejectReason(i);
            tell(
                    columns.rejectLineNumber(i),
                    reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    reason.sentence(),
                    window.text(columns.rejectByteOffset(i)).orElse(null));
        }
        var statics = columns.statics();
        int next = 0;
        for (int row = 0; row < columns.size(); row++) {
            // In the order of the lines, because the clock of a file without times depends on it.
            while (next < statics.size()
                    && statics.get(next).lineNumber() <= columns.lineNumber[row]) {
                identity(statics.get(next++));
            }
            position(row);
        }
        while (next < statics.size()) {
            identity(statics.get(next++));
        }
    }

    private void position(int row) {
        long line = columns.lineNumber[row];
        long at = columns.epochMillis[row];
        if (at == AisColumns.TIME_ABSENT && clock != null) {
            at = clock.timeOf(columns.utcSecond[row]);
        }
        if (!isUsable(at, line, columns.byteOffset[row])) {
            return;
        }
        int mmsi = columns.mmsi[row];
        heard(mmsi, at);
        if (!isShip(mmsi) || !isShipReport(columns.transponderClass(row))) {
            notShips++;
            return;
        }
        if (!hasPosition(row)) {
            withoutPosition++;
            return;
        }
        if (duplicates.isDuplicate(hash(row), at)) {
            duplicateReports++;
            return;
        }
        if (line / config.flushEveryLines() != flushedAt) {
            flushedAt = line / config.flushEveryLines();
            frames.flush();
        }
        frames.add(fix(row, at));
        fixes++;
    }

    private void heard(int mmsi, long at) {
        if (heard.size() >= config.outageLeastTransmitters()
                && at - frames.watermark() > config.outageAfter().toMillis()) {
            frames.beginRecording();
            heard.clear();
        }
        if (heard.size() < config.outageLeastTransmitters()) {
            heard.add(mmsi);
        }
        frames.heardAt(at);
    }

    private boolean isUsable(long at, long line, long offset) {
        if (at == AisColumns.TIME_ABSENT) {
            reject(
                    line,
                    "no-time",
                    "Neither the line nor the ones before it say when it was received. Upload the"
                            + " file with startedAt=<time of its first line>.",
                    window.text(offset).orElse(null));
            return false;
        }
        if (at > latestMillis || at < EARLIEST_MILLIS) {
            reject(
                    line,
                    "impossible-time",
                    "The time of the line lies before AIS or after its upload: "
                            + Instant.ofEpochMilli(at)
                            + ".",
                    window.text(offset).orElse(null));
            return false;
        }
        return true;
    }

    /// MMSIs of ships begin with 2 to 7 (ITU-R M.585).
    static boolean isShip(int mmsi) {
        return mmsi >= 200_000_000 && mmsi <= 799_999_999;
    }

    private static boolean isShipReport(TransponderClass transponder) {
        return transponder == TransponderClass.A || transponder == TransponderClass.B;
    }

    private boolean hasPosition(int row) {
        return columns.hasPosition(row)
                && (columns.latitude[row] != 0 || columns.longitude[row] != 0);
    }

    private long hash(int row) {
        long hash = DuplicateFilter.mix(columns.mmsi[row], columns.type[row]);
        hash = DuplicateFilter.mix(hash, columns.latitude[row]);
        hash = DuplicateFilter.mix(hash, columns.longitude[row]);
        hash = DuplicateFilter.mix(hash, (long) columns.speed[row] << 32 | columns.course[row]);
        return DuplicateFilter.mix(
                hash,
                (long) columns.heading[row] << 32
                        | (columns.navigationStatus[row] & 0xff) << 16
                        | (columns.turn[row] & 0xff) << 8
                        | (columns.utcSecond[row] & 0xff));
    }

    private Fix fix(int row, long at) {
        int speed = columns.speed[row];
        int course = columns.course[row];
        int heading = columns.heading[row];
        return new Fix(
                columns.mmsi[row],
                at,
                columns.latitude[row],
                columns.longitude[row],
                speed > Fix.SPEED_NOT_AVAILABLE ? Fix.SPEED_NOT_AVAILABLE : speed,
                course >= Fix.COURSE_NOT_AVAILABLE ? Fix.COURSE_NOT_AVAILABLE : course,
                heading >= 360 ? Fix.HEADING_NOT_AVAILABLE : heading,
                columns.navigationStatus[row],
                columns.turn[row],
                columns.type[row],
                facts.synthetic() ? Fix.SYNTHETIC : 0);
    }

    private void identity(StaticRow row) {
        var report = row.report();
        long at = report.epochMillis();
        if (at == AisColumns.TIME_ABSENT && clock != null) {
            at = clock.now();
        }
        // Message 19 also came as a position; its line is rejected once.
        boolean isPositionToo = report.origin() == StaticReport.Origin.CLASS_B_EXTENDED;
        if (isPositionToo
                ? at == AisColumns.TIME_ABSENT || at > latestMillis || at < EARLIEST_MILLIS
                : !isUsable(at, row.lineNumber(), row.byteOffset())) {
            return;
        }
        var said = said(report);
        if (!isShip(report.mmsi()) || said.equals(IdentityClaim.Said.NOTHING)) {
            return;
        }
        var when = Instant.ofEpochMilli(at);
        var claim =
                new IdentityClaim(
                        report.mmsi(),
                        report.origin().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        said,
                        facts.source(),
                        facts.synthetic(),
                        when,
                        when);
        claims.merge(claim.key(), claim, IdentityClaim::and);
    }

    private static IdentityClaim.Said said(StaticReport report) {
        var imo = report.imo();
        var dimensions = report.dimensions();
        return new IdentityClaim.Said(
                imo != null && imo >= 1_000_000 && imo <= 9_999_999 ? imo.toString() : null,
                report.name(),
                report.callSign(),
                report.shipType(),
                dimensions == null ? null : positive(dimensions.lengthMetres()),
                dimensions == null ? null : positive(dimensions.beamMetres()));
    }

    private static @Nullable Integer positive(int metres) {
        return metres > 0 ? metres : null;
    }

    /// A line that the decoder itself does not count as rejected.
    private void reject(long line, String reason, String detail, @Nullable String text) {
        unusable++;
        tell(line, reason, detail, text);
    }

    private void tell(long line, String reason, String detail, @Nullable String text) {
        rejectsByReason.merge(reason, 1L, Long::sum);
        rejects.add(new RejectedLine(line, reason, detail, text));
    }

    public Summary summary() {
        var counts = reader.counts();
        var byType = new TreeMap<String, Long>();
        for (int type = 0; type < 64; type++) {
            if (reader.messagesOfType(type) > 0) {
                byType.put(Integer.toString(type), reader.messagesOfType(type));
            }
        }
        return new Summary(
                new Summary.Counts(
                        counts.lines(),
                        counts.lines() - counts.ignored(),
                        counts.decoded(),
                        fixes,
                        duplicateReports,
                        counts.ignored(),
                        counts.rejected() + unusable,
                        withoutPosition,
                        notShips),
                byType,
                new TreeMap<>(rejectsByReason));
    }
}
