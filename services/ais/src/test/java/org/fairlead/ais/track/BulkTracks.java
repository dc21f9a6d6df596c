package org.fairlead.ais.track;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.fairlead.bench.world.BulkTraffic;
import org.fairlead.testing.PlatformResource;
import org.fairlead.tracks.TrackColumns;

/// Fills the tables of tracks with as many positions of [BulkTraffic] as asked for, the way they
/// lie there once days are over.
final class BulkTracks {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    private static final String SEGMENTS =
            "track_segment (mmsi, day, part, from_at, to_at, min_latitude, max_latitude,"
                    + " min_longitude, max_longitude, fixes, synthetic, bytes, format)";
    private static final long SEED = 20_261_126;
    private static final int DAY = 86_400;
    private static final int MOST_SHIPS = 60_000;
    private static final int FEWEST_SHIPS = 2_000;
    private static final int SAMPLE = 500;

    private final BulkTraffic traffic;
    private final int days;
    private final AtomicLong positions = new AtomicLong();

    private BulkTracks(BulkTraffic traffic, int days) {
        this.traffic = traffic;
        this.days = days;
    }

    /// About so many positions: of up to 60,000 ships, on one day or as many as it takes.
    static BulkTracks of(long positions) {
        double each = positionsOfAShipAndDay();
        int ships = (int) Math.clamp(positions / each, FEWEST_SHIPS, MOST_SHIPS);
        int days = (int) Math.max(1, Math.round(positions / (ships * each)));
        return new BulkTracks(new BulkTraffic(SEED, ships), days);
    }

    private static double positionsOfAShipAndDay() {
        var traffic = new BulkTraffic(SEED, SAMPLE);
        var rows = new TrackColumns(1 << 20);
        for (int ship = 0; ship < SAMPLE; ship++) {
            traffic.heard(ship, second(0), second(1), rows);
        }
        return rows.size() / (double) SAMPLE;
    }

    private static long second(int day) {
        return FIRST_DAY.plusDays(day).toEpochDay() * DAY;
    }

    BulkTraffic traffic() {
        return traffic;
    }

    long fromSecond() {
        return second(0);
    }

    long toSecond() {
        return second(days);
    }

    int days() {
        return days;
    }

    private String name() {
        return "bulk-%d-%d".formatted(traffic.ships(), days);
    }

    static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + PlatformResource.database().getPort() + "/ais",
                "ais_owner",
                "owner");
    }

    /// Positions that are there; made unless a run before left just these.
    long fill() throws SQLException, IOException, InterruptedException, ExecutionException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            try (var found =
                    statement.executeQuery(
                            "select fixes from source_track where name = '" + name() + "'")) {
                if (found.next()) {
                    return found.getLong(1);
                }
            }
            statement.execute(
                    "truncate track_segment, track_cell, vessel, source_track, vessel_track");
            var begun = System.nanoTime();
            names(connection);
            write();
            System.out.printf("# written in %d s%n", (System.nanoTime() - begun) / 1_000_000_000);
            statement.execute("vacuum analyze track_segment");
            statement.execute("vacuum analyze track_cell");
            statement.execute("vacuum analyze vessel");
            statement.execute(
                    "insert into source_track values ('%s', %d, now(), now(), true)"
                            .formatted(name(), positions.get()));
            return positions.get();
        }
    }

    /// A million reports of one vessel, one every half minute; the answer is how many.
    static int year(int mmsi) throws SQLException, IOException {
        int reports = 1_000_000;
        try (var connection = owner()) {
            try (var statement = connection.createStatement()) {
                statement.execute("delete from track_segment where mmsi = " + mmsi);
            }
            var rows = new TrackColumns(DAY);
            long begin = LocalDate.of(2025, 1, 1).toEpochDay() * DAY;
            try (var segments = new CopyRows(connection, SEGMENTS)) {
                for (int report = 0; report < reports; report++) {
                    long second = begin + report * 30L;
                    if (second % DAY == 0 && rows.size() > 0) {
                        settled(segments, mmsi, LocalDate.ofEpochDay(second / DAY - 1), rows);
                        rows.clear();
                    }
                    sailed(report, second, rows);
                }
                long last = begin + (reports - 1) * 30L;
                settled(segments, mmsi, LocalDate.ofEpochDay(last / DAY), rows);
            }
        }
        return reports;
    }

    /// Round a circle of some 40 miles at 12 knots, each report off by a metre or so.
    private static void sailed(int report, long second, TrackColumns rows) {
        double angle = report / 2_500.0;
        int row = rows.add();
        rows.epochMillis[row] = second * 1_000;
        rows.latitude[row] = 20_000_000 + (int) (250_000 * Math.sin(angle)) + report % 7;
        rows.longitude[row] = 60_000_000 + (int) (300_000 * Math.cos(angle)) + report % 5;
        rows.speed[row] = 120 + report % 3;
        rows.course[row] = Math.floorMod((int) (-Math.toDegrees(angle) * 10), 3_600);
        rows.heading[row] = rows.course[row] / 10;
        rows.messageType[row] = 1;
        rows.flags[row] = 1;
        rows.receivers[row] = 1;
    }

    private void names(Connection connection) throws SQLException, IOException {
        try (var vessels =
                new CopyRows(
                        connection,
                        "vessel (mmsi, version, name, first_seen_at, last_seen_at, synthetic)")) {
            for (int ship = 0; ship < traffic.ships(); ship++) {
                vessels.row(6)
                        .int32(traffic.mmsi(ship))
                        .int32(1)
                        .text("SHIP " + ship)
                        .time(fromSecond() * 1_000)
                        .time(toSecond() * 1_000)
                        .bool(true);
            }
        }
    }

    private void write() throws InterruptedException, ExecutionException {
        var order = new ArrayList<Integer>();
        for (int ship = 0; ship < traffic.ships(); ship++) {
            order.add(ship);
        }
        Collections.shuffle(order, new Random(SEED));
        int writers = Math.max(2, Runtime.getRuntime().availableProcessors());
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (int day = 0; day < days; day++) {
                var parts = new ArrayList<Callable<Void>>();
                for (int writer = 0; writer < writers; writer++) {
                    int from = order.size() * writer / writers;
                    int to = order.size() * (writer + 1) / writers;
                    int of = day;
                    parts.add(() -> writeDay(of, order.subList(from, to)));
                }
                for (var part : threads.invokeAll(parts)) {
                    part.get();
                }
                System.out.printf("# %,d positions after day %d%n", positions.get(), day + 1);
            }
        }
    }

    private Void writeDay(int day, List<Integer> ships) throws SQLException, IOException {
        long epochDay = FIRST_DAY.plusDays(day).toEpochDay();
        var rows = new TrackColumns(1 << 14);
        try (var connection = owner();
                var others = owner();
                var segments = new CopyRows(connection, SEGMENTS);
                var cells = new CopyRows(others, "track_cell (day, cell, mmsi)")) {
            for (int ship : ships) {
                rows.clear();
                traffic.heard(ship, second(day), second(day + 1), rows);
                if (rows.size() == 0) {
                    continue;
                }
                positions.addAndGet(rows.size());
                settled(segments, traffic.mmsi(ship), FIRST_DAY.plusDays(day), rows);
                for (int cell : cells(rows)) {
                    cells.row(3).date(epochDay).int32(cell).int32(traffic.mmsi(ship));
                }
            }
        }
        return null;
    }

    private static void settled(CopyRows segments, int mmsi, LocalDate day, TrackColumns rows)
            throws IOException {
        var piece = new TrackColumns(Settled.FIXES);
        int from = 0;
        while (from < rows.size()) {
            int to = Settled.end(from, rows.size(), row -> rows.epochMillis[row]);
            piece.clear();
            for (int row = from; row < to; row++) {
                piece.add(rows, row);
            }
            write(segments, mmsi, day, piece);
            from = to;
        }
    }

    private static void write(CopyRows segments, int mmsi, LocalDate day, TrackColumns rows)
            throws IOException {
        int n = rows.size();
        segments.row(13)
                .int32(mmsi)
                .date(day.toEpochDay())
                .int32(Settled.part(day, rows.epochMillis[0]))
                .time(rows.epochMillis[0])
                .time(rows.epochMillis[n - 1])
                .int32(Arrays.stream(rows.latitude, 0, n).min().orElseThrow())
                .int32(Arrays.stream(rows.latitude, 0, n).max().orElseThrow())
                .int32(Arrays.stream(rows.longitude, 0, n).min().orElseThrow())
                .int32(Arrays.stream(rows.longitude, 0, n).max().orElseThrow())
                .int32(n)
                .bool(true)
                .bytes(org.fairlead.tracks.SegmentCodec.encode(mmsi, rows))
                .int16(SegmentCodec.SEGMENT);
    }

    private static TreeSet<Integer> cells(TrackColumns rows) {
        var cells = new TreeSet<Integer>();
        int last = -1;
        for (int row = 0; row < rows.size(); row++) {
            int cell = Cells.of(rows.latitude[row], rows.longitude[row]);
            if (cell != last) {
                cells.add(cell);
                last = cell;
            }
        }
        return cells;
    }
}
