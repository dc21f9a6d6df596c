package org.fairlead.ais.track;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.fairlead.tracks.TrackColumns;

/// The baseline: a row a position, here of all ships in two hours only, because no index of time
/// looks at more. Found by an index of time alone, or by one of quarters of a degree and time.
final class PlainRows implements AutoCloseable {

    static final int SECONDS = 2 * 3_600;

    private static final int BACK = 1_800;

    private final Connection connection;
    private final long fromSecond;

    private PlainRows(Connection connection, long fromSecond) {
        this.connection = connection;
        this.fromSecond = fromSecond;
    }

    static PlainRows of(BulkTracks tracks, long fromSecond) throws SQLException, IOException {
        var connection = BulkTracks.owner();
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists plain_position");
            statement.execute(
                    "create unlogged table plain_position (cell int, at timestamptz, mmsi int,"
                            + " latitude int, longitude int, speed int, course int)");
        }
        try (var rows =
                new CopyRows(
                        connection,
                        "plain_position (cell, at, mmsi, latitude, longitude, speed, course)")) {
            var heard = new TrackColumns(1_024);
            for (int ship = 0; ship < tracks.traffic().ships(); ship++) {
                heard.clear();
                tracks.traffic().heard(ship, fromSecond, fromSecond + SECONDS, heard);
                for (int row = 0; row < heard.size(); row++) {
                    rows.row(7)
                            .int32(Cells.of(heard.latitude[row], heard.longitude[row]))
                            .time(heard.epochMillis[row])
                            .int32(tracks.traffic().mmsi(ship))
                            .int32(heard.latitude[row])
                            .int32(heard.longitude[row])
                            .int32(heard.speed[row])
                            .int32(heard.course[row]);
                }
            }
        }
        return new PlainRows(connection, fromSecond);
    }

    /// A time of which the half hour before is there.
    long second(int question) {
        return fromSecond + BACK + question * 97L % (SECONDS - BACK);
    }

    void indexedBy(String columns) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop index if exists plain_position_index");
            statement.execute("create index plain_position_index on plain_position " + columns);
            statement.execute("vacuum analyze plain_position");
        }
    }

    /// Milliseconds until the last position of each ship in a box in the half hour before a time is
    /// there, sorted.
    double[] millis(List<TrackStore.Bounds> boxes, boolean isByCell) throws SQLException {
        String where =
                isByCell
                        ? " from unnest(?::int[], ?::int[]) as r(f, t) cross join lateral (select *"
                                + " from plain_position where cell = any(array(select"
                                + " generate_series(r.f, r.t))) and at between ? and ? offset 0) p"
                        : " from plain_position p where at between ? and ?";
        double[] millis = new double[boxes.size()];
        try (var statement =
                connection.prepareStatement(
                        "select distinct on (mmsi) mmsi, at, latitude, longitude, speed, course"
                                + where
                                + (isByCell ? " where" : " and")
                                + " latitude between ? and ? and longitude between ? and ?"
                                + " order by mmsi, at desc")) {
            for (int i = 0; i < millis.length; i++) {
                long begun = System.nanoTime();
                int next = 1;
                var box = boxes.get(i);
                if (isByCell) {
                    var cells = Cells.of(box);
                    statement.setArray(
                            next++,
                            connection.createArrayOf(
                                    "int4", cells.stream().map(Cells.Range::from).toArray()));
                    statement.setArray(
                            next++,
                            connection.createArrayOf(
                                    "int4", cells.stream().map(Cells.Range::to).toArray()));
                }
                statement.setTimestamp(
                        next++, Timestamp.from(Instant.ofEpochSecond(second(i) - BACK)));
                statement.setTimestamp(next++, Timestamp.from(Instant.ofEpochSecond(second(i))));
                statement.setInt(next++, box.minLatitude());
                statement.setInt(next++, box.maxLatitude());
                statement.setInt(next++, box.minLongitude());
                statement.setInt(next, box.maxLongitude());
                try (var found = statement.executeQuery()) {
                    while (found.next()) {
                        // all of them are fetched
                    }
                }
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute("drop table plain_position");
        }
    }
}
