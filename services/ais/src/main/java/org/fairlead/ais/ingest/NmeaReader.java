package org.fairlead.ais.ingest;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.ais.hygiene.Report;
import org.fairlead.ais.hygiene.ReportTime;
import org.fairlead.ais.vessel.IdentityClaim;
import org.fairlead.nmea.AisColumnReader;
import org.fairlead.nmea.AisColumns;
import org.fairlead.nmea.StaticRow;
import org.fairlead.nmea.TransponderClass;
import org.fairlead.nmea.message.StaticReport;
import org.jspecify.annotations.Nullable;

/// AIS sentences.
final class NmeaReader implements LineReader {

    private static final int ROWS = 8192;

    private final AisColumnReader reader = new AisColumnReader();
    private final AisColumns columns = new AisColumns(ROWS);
    private final Report report = new Report();
    private final Intake intake;
    private final Rejects rejects;
    private final @Nullable SecondClock clock;
    private final long flushEveryLines;
    private int[] receivers = new int[0];
    private int unnamed = Report.NO_RECEIVER;
    private long flushedAt;
    private long arrivedAt = ReportTime.ABSENT;

    /// @param flushEveryLines frames that are not full go out when this many lines have passed; 0
    ///   for never
    NmeaReader(Intake intake, Rejects rejects, @Nullable SecondClock clock, long flushEveryLines) {
        this.intake = intake;
        this.rejects = rejects;
        this.clock = clock;
        this.flushEveryLines = flushEveryLines;
        unnamed = intake.receiver(null);
    }

    /// The time for lines without one, and the clock for missing parts: of a live feed.
    void arrivedAt(long epochMillis) {
        arrivedAt = epochMillis;
        reader.arrivedAt(epochMillis);
    }

    @Override
    public void pass(LineWindow window, boolean isLast) {
        columns.clear();
        window.at += reader.read(window.bytes, window.at, window.filled, isLast, columns);
        for (int i = 0; i < columns.rejects(); i++) {
            var reason = columns.rejectReason(i);
            rejects.counted(
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
                identity(statics.get(next++), window);
            }
            position(row, window);
        }
        while (next < statics.size()) {
            identity(statics.get(next++), window);
        }
    }

    private void position(int row, LineWindow window) {
        long line = columns.lineNumber[row];
        if (flushEveryLines > 0 && line / flushEveryLines != flushedAt) {
            flushedAt = line / flushEveryLines;
            intake.flush();
        }
        report.at = at(columns.epochMillis[row], columns.utcSecond[row]);
        report.mmsi = columns.mmsi[row];
        report.latitude = columns.latitude[row];
        report.longitude = columns.longitude[row];
        report.speed = columns.speed[row];
        report.course = columns.course[row];
        report.heading = columns.heading[row];
        report.status = columns.navigationStatus[row];
        report.turn = columns.turn[row];
        report.type = columns.type[row];
        report.utcSecond = clock == null ? columns.utcSecond[row] : Report.NO_SECOND;
        report.receiver = receiver(columns.source[row]);
        report.line = line;
        var transponder = columns.transponderClass(row);
        report.isShipReport =
                transponder == TransponderClass.A || transponder == TransponderClass.B;
        textOf(window, line, columns.byteOffset[row]);
        intake.position(report);
    }

    private void textOf(LineWindow window, long line, long offset) {
        rejects.texts(asked -> asked == line ? window.text(offset).orElse(null) : null);
        rejects.fullTexts(asked -> asked == line ? window.text(offset, 1024).orElse("") : "");
    }

    private long at(long told, int utcSecond) {
        if (told != AisColumns.TIME_ABSENT) {
            return told;
        }
        return clock != null ? clock.timeOf(utcSecond) : arrivedAt;
    }

    private int receiver(int source) {
        if (source == AisColumns.SOURCE_ABSENT) {
            return unnamed;
        }
        if (source >= receivers.length) {
            int known = receivers.length;
            receivers = java.util.Arrays.copyOf(receivers, reader.sources());
            for (int i = known; i < receivers.length; i++) {
                receivers[i] = intake.receiver(reader.sourceName(i));
            }
        }
        return receivers[source];
    }

    private void identity(StaticRow row, LineWindow window) {
        var static_ = row.report();
        long at = static_.epochMillis();
        if (at == AisColumns.TIME_ABSENT) {
            at = clock != null ? clock.now() : arrivedAt;
        }
        textOf(window, row.lineNumber(), row.byteOffset());
        intake.identity(
                static_.mmsi(),
                static_.origin().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                said(static_),
                at,
                row.lineNumber(),
                // Message 19 also came as a position; its line is rejected once.
                static_.origin() == StaticReport.Origin.CLASS_B_EXTENDED);
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
                        dimensions == null ? null : positive(dimensions.beamMetres()))
                .withDraught(report.voyage().draughtMetres());
    }

    private static @Nullable Integer positive(int metres) {
        return metres > 0 ? metres : null;
    }

    @Override
    public Summary.Lines lines() {
        var counts = reader.counts();
        return new Summary.Lines(
                counts.lines(),
                counts.lines() - counts.ignored(),
                counts.decoded(),
                counts.ignored(),
                counts.rejected());
    }

    @Override
    public Map<String, Long> messagesByType() {
        var byType = new TreeMap<String, Long>();
        for (int type = 0; type < 64; type++) {
            if (reader.messagesOfType(type) > 0) {
                byType.put(Integer.toString(type), reader.messagesOfType(type));
            }
        }
        return byType;
    }

    @Override
    public long bytesRead() {
        return reader.bytesRead();
    }

    @Override
    public long linesRead() {
        return reader.counts().lines();
    }
}
