package org.fairlead.bench.tracks;

import java.util.Collection;
import org.fairlead.tracks.SegmentCodec;
import org.fairlead.tracks.SegmentDamaged;
import org.fairlead.tracks.TrackColumns;

/// Bytes a position of a set of tracks, written in several ways.
///
/// @param segment as segments, headers and checksums included, receivers and message types too
/// @param further each position but the first of its track, without receivers and message types:
///   what a position takes in a track that goes on, and what the baselines hold
/// @param gorilla five doubles and the time, each position but the first of its track
/// @param raw the plain struct: time in 4 bytes, position 8, speed, course, heading 2 each, status
///   and rate of turn 1 each
public record TrackSizes(
        int tracks, long positions, double segment, double further, double gorilla, double raw) {

    private static final double STRUCT = 4 + 8 + 6 + 2;

    /// @param fewest tracks with fewer positions are left out
    public static TrackSizes of(Collection<TrackColumns> tracks, int fewest) {
        int count = 0;
        long positions = 0;
        double segment = 0;
        double further = 0;
        double gorilla = 0;
        for (TrackColumns track : tracks) {
            if (track.size() < fewest) {
                continue;
            }
            count++;
            positions += track.size();
            segment += written(track);
            var bare = bare(track, track.size());
            further += written(bare) - written(bare(track, 1));
            gorilla += Gorilla.bytes(track) - Gorilla.FIRST;
        }
        double n = Math.max(1, positions);
        double rest = Math.max(1, positions - count);
        return new TrackSizes(
                count, positions, segment / n, further / rest, gorilla / rest, STRUCT);
    }

    private static int written(TrackColumns track) {
        byte[] bytes = SegmentCodec.encode(200_000_000, track);
        var back = new TrackColumns(track.size());
        try {
            SegmentCodec.open(bytes).read(back);
        } catch (SegmentDamaged impossible) {
            throw new IllegalStateException(impossible);
        }
        if (!isSame(track, back)) {
            throw new IllegalStateException("a track did not come back as it was");
        }
        return bytes.length;
    }

    private static boolean isSame(TrackColumns one, TrackColumns other) {
        int n = one.size();
        return n == other.size()
                && java.util.Arrays.equals(one.epochMillis, 0, n, other.epochMillis, 0, n)
                && java.util.Arrays.equals(one.latitude, 0, n, other.latitude, 0, n)
                && java.util.Arrays.equals(one.longitude, 0, n, other.longitude, 0, n)
                && java.util.Arrays.equals(one.speed, 0, n, other.speed, 0, n)
                && java.util.Arrays.equals(one.course, 0, n, other.course, 0, n)
                && java.util.Arrays.equals(one.heading, 0, n, other.heading, 0, n)
                && java.util.Arrays.equals(one.status, 0, n, other.status, 0, n)
                && java.util.Arrays.equals(one.rateOfTurn, 0, n, other.rateOfTurn, 0, n);
    }

    private static TrackColumns bare(TrackColumns track, int rows) {
        var bare = new TrackColumns(track.size());
        for (int i = 0; i < rows; i++) {
            int row = bare.add();
            bare.epochMillis[row] = track.epochMillis[i];
            bare.latitude[row] = track.latitude[i];
            bare.longitude[row] = track.longitude[i];
            bare.speed[row] = track.speed[i];
            bare.course[row] = track.course[i];
            bare.heading[row] = track.heading[i];
            bare.status[row] = track.status[i];
            bare.rateOfTurn[row] = track.rateOfTurn[i];
            bare.messageType[row] = 1;
            bare.receivers[row] = 1;
        }
        return bare;
    }
}
