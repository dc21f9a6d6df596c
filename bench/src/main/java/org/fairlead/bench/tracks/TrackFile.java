package org.fairlead.bench.tracks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fairlead.nmea.AisColumnReader;
import org.fairlead.nmea.AisColumns;
import org.fairlead.nmea.TransponderClass;
import org.fairlead.tracks.TrackColumns;

/// The tracks in a file of sentences, as the platform keeps them: times in whole seconds, in order,
/// a report that several receivers heard once. A file without times gets one second for every
/// twenty lines.
public final class TrackFile {

    private static final int ROWS = 8_192;
    private static final long NOON = 1_704_196_800_000L;
    private static final int LINES_A_SECOND = 20;

    private record Row(long at, int[] values) {}

    private TrackFile() {}

    public static SortedMap<Integer, TrackColumns> read(byte[] bytes) {
        var rows = new TreeMap<Integer, List<Row>>();
        var reader = new AisColumnReader();
        var columns = new AisColumns(ROWS);
        int at = 0;
        while (at < bytes.length) {
            at += reader.read(bytes, at, bytes.length, true, columns);
            for (int i = 0; i < columns.size(); i++) {
                if (isShip(columns, i)) {
                    rows.computeIfAbsent(columns.mmsi[i], mmsi -> new ArrayList<>())
                            .add(row(columns, i));
                }
            }
            columns.clear();
        }
        var tracks = new TreeMap<Integer, TrackColumns>();
        rows.forEach((mmsi, list) -> tracks.put(mmsi, track(list)));
        return tracks;
    }

    private static boolean isShip(AisColumns columns, int i) {
        var transponder = columns.transponderClass(i);
        return columns.hasPosition(i)
                && columns.mmsi[i] >= 200_000_000
                && columns.mmsi[i] < 800_000_000
                && (transponder == TransponderClass.A || transponder == TransponderClass.B);
    }

    private static Row row(AisColumns columns, int i) {
        long at =
                columns.epochMillis[i] == AisColumns.TIME_ABSENT
                        ? NOON + columns.lineNumber[i] / LINES_A_SECOND * 1000
                        : columns.epochMillis[i] / 1000 * 1000;
        int[] values = {
            columns.latitude[i],
            columns.longitude[i],
            Math.min(columns.speed[i], 1023),
            Math.min(columns.course[i], 3600),
            columns.heading[i] >= 360 ? 511 : columns.heading[i],
            columns.navigationStatus[i],
            columns.turn[i],
            columns.type[i],
            columns.utcSecond[i]
        };
        return new Row(at, values);
    }

    private static TrackColumns track(List<Row> list) {
        list.sort(Comparator.comparingLong(Row::at));
        var track = new TrackColumns(list.size());
        var kept = new ArrayList<Row>();
        for (Row row : list) {
            int same = sameBefore(kept, row);
            if (same >= 0) {
                track.receivers[same]++;
                continue;
            }
            kept.add(row);
            int r = track.add();
            track.epochMillis[r] = row.at();
            track.latitude[r] = row.values()[0];
            track.longitude[r] = row.values()[1];
            track.speed[r] = row.values()[2];
            track.course[r] = row.values()[3];
            track.heading[r] = row.values()[4];
            track.status[r] = row.values()[5];
            track.rateOfTurn[r] = row.values()[6];
            track.messageType[r] = row.values()[7];
            track.receivers[r] = 1;
        }
        return track;
    }

    /// The same report within ten seconds, or −1.
    private static int sameBefore(List<Row> kept, Row row) {
        for (int i = kept.size() - 1; i >= 0 && row.at() - kept.get(i).at() <= 10_000; i--) {
            if (java.util.Arrays.equals(kept.get(i).values(), row.values())) {
                return i;
            }
        }
        return -1;
    }
}
