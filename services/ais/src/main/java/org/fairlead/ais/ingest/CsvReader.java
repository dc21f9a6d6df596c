package org.fairlead.ais.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fairlead.ais.hygiene.Report;
import org.fairlead.ais.ingest.CsvColumns.Field;
import org.fairlead.ais.vessel.IdentityClaim;
import org.jspecify.annotations.Nullable;

/// Position reports as rows: files of the Danish Maritime Authority, NOAA MarineCadastre, Brest.
/// Each row has a position, and what is known of the ship besides.
final class CsvReader implements LineReader {

    /// A row longer than this is none.
    private static final int LONGEST = 16 * 1024;

    private static final int CLASS_A = 1;
    private static final int BASE_STATION = 4;
    private static final int AIRCRAFT = 9;
    private static final int CLASS_B = 18;
    private static final int AID = 21;

    private final Intake intake;
    private final Rejects rejects;
    private final Report report = new Report();
    private final long flushEveryLines;
    private final Map<String, Long> byType = new TreeMap<>();
    private @Nullable CsvColumns columns;
    private String header = "";
    private long line;
    private long bytes;
    private long decoded;
    private long ignored;
    private long rejected;
    private boolean isSkipping;

    CsvReader(Intake intake, Rejects rejects, long flushEveryLines) {
        this.intake = intake;
        this.rejects = rejects;
        this.flushEveryLines = flushEveryLines;
    }

    @Override
    public void pass(LineWindow window, boolean isLast) {
        while (window.at < window.filled) {
            int end = window.at;
            while (end < window.filled && window.bytes[end] != '\n') {
                end++;
            }
            boolean isWhole = end < window.filled;
            if (!isWhole && !isLast && end - window.at <= LONGEST) {
                return;
            }
            take(window, end, isWhole);
            int next = isWhole ? end + 1 : end;
            bytes += next - window.at;
            window.at = next;
        }
    }

    private void take(LineWindow window, int end, boolean isWhole) {
        boolean isRest = isSkipping;
        isSkipping = !isWhole && end - window.at > LONGEST;
        if (isRest) {
            isSkipping = !isWhole;
            return;
        }
        line++;
        long offset = bytes;
        long thisLine = line;
        rejects.texts(asked -> asked == thisLine ? window.text(offset).orElse(null) : null);
        rejects.fullTexts(asked -> asked == thisLine ? window.text(offset, 1024).orElse("") : "");
        if (end - window.at > LONGEST) {
            reject("too-long", "The row is longer than any row of such a file and was skipped.");
            return;
        }
        int to = end > window.at && window.bytes[end - 1] == '\r' ? end - 1 : end;
        row(new String(window.bytes, window.at, to - window.at, StandardCharsets.UTF_8));
    }

    private void row(String text) {
        if (text.isBlank()) {
            ignored++;
            return;
        }
        if (columns == null || text.equals(header)) {
            begin(text);
            return;
        }
        if (flushEveryLines > 0 && line % flushEveryLines == 0) {
            intake.flush();
        }
        if (!columns.missing().isEmpty()) {
            rejected++;
            return;
        }
        cells(columns, columns.cells(text));
    }

    private void begin(String text) {
        Optional<CsvColumns> named = CsvColumns.of(text);
        ignored++;
        if (named.isEmpty()) {
            ignored--;
            reject("csv-header", "Expected a first line that names the columns, one of them MMSI.");
            return;
        }
        header = text;
        columns = named.get();
        if (!columns.missing().isEmpty()) {
            ignored--;
            reject(
                    "csv-header",
                    "The first line names no column for: "
                            + String.join(", ", columns.missing())
                            + ". No row can be used.");
        }
    }

    private void cells(CsvColumns named, List<String> cells) {
        String time = named.cell(cells, Field.TIME);
        Long at = time == null ? null : CsvValues.time(time);
        if (at == null) {
            reject("csv-time", "The time is missing or is none: " + time + ".");
            return;
        }
        int mmsi = CsvValues.mmsi(named.cell(cells, Field.MMSI));
        if (mmsi == CsvValues.WRONG) {
            reject("mmsi-range", "The sender's number is missing or is no MMSI.");
            return;
        }
        report.at = at;
        report.mmsi = mmsi;
        report.latitude =
                CsvValues.scaled(named.cell(cells, Field.LATITUDE), 600_000, -91, 91, 54_600_000);
        report.longitude =
                CsvValues.scaled(
                        named.cell(cells, Field.LONGITUDE), 600_000, -181, 181, 108_600_000);
        report.speed = CsvValues.scaled(named.cell(cells, Field.SPEED), 10, 0, 102.3, 1023);
        report.course = CsvValues.scaled(named.cell(cells, Field.COURSE), 10, -360, 720, 3600);
        report.heading = CsvValues.scaled(named.cell(cells, Field.HEADING), 1, 0, 511, 511);
        if (report.latitude == CsvValues.WRONG || report.longitude == CsvValues.WRONG) {
            reject("csv-position", "Latitude or longitude is not a number on the globe.");
            return;
        }
        // What is only wrong beside the position is not known; the position is.
        report.speed = report.speed == CsvValues.WRONG ? 1023 : report.speed;
        report.course =
                report.course == CsvValues.WRONG || report.course >= 3600
                        ? 3600
                        : Math.floorMod(report.course, 3600);
        report.heading = report.heading == CsvValues.WRONG ? 511 : report.heading;
        report.status = CsvValues.status(named.cell(cells, Field.STATUS));
        report.turn = turn(named, cells);
        report.type = type(named.cell(cells, Field.KIND));
        report.utcSecond = Report.NO_SECOND;
        report.receiver = intake.receiver(null);
        report.line = line;
        report.isShipReport = report.type == CLASS_A || report.type == CLASS_B;
        decoded++;
        byType.merge(Integer.toString(report.type), 1L, Long::sum);
        intake.position(report);
        identity(named, cells, mmsi, at);
    }

    private static int turn(CsvColumns named, List<String> cells) {
        String raw = named.cell(cells, Field.RAW_TURN);
        if (raw == null) {
            return CsvValues.turn(named.cell(cells, Field.TURN));
        }
        int turn = CsvValues.scaled(raw, 1, -128, 127, -128);
        return turn == CsvValues.WRONG ? -128 : turn;
    }

    private static int type(@Nullable String kind) {
        if (kind == null) {
            return CLASS_A;
        }
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "class b", "b" -> CLASS_B;
            case "base station" -> BASE_STATION;
            case "aton" -> AID;
            case "sar airborne" -> AIRCRAFT;
            default -> CLASS_A;
        };
    }

    private void identity(CsvColumns named, List<String> cells, int mmsi, long at) {
        var said =
                new IdentityClaim.Said(
                        CsvValues.imo(named.cell(cells, Field.IMO)),
                        CsvValues.words(named.cell(cells, Field.NAME)),
                        CsvValues.words(named.cell(cells, Field.CALL_SIGN)),
                        CsvValues.shipType(named.cell(cells, Field.SHIP_TYPE)),
                        CsvValues.metres(named.cell(cells, Field.LENGTH)),
                        CsvValues.metres(named.cell(cells, Field.WIDTH)));
        intake.identity(mmsi, "csv", said, at, line, true);
    }

    private void reject(String reason, String detail) {
        rejected++;
        rejects.counted(line, reason, detail, rejects.textOf(line));
    }

    @Override
    public Summary.Lines lines() {
        return new Summary.Lines(line, line - ignored, decoded, ignored, rejected);
    }

    @Override
    public Map<String, Long> messagesByType() {
        return byType;
    }

    @Override
    public long bytesRead() {
        return bytes;
    }

    @Override
    public long linesRead() {
        return line;
    }
}
