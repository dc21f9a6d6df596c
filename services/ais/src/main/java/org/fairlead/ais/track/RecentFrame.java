package org.fairlead.ais.track;

import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.contracts.frame.FrameColumns;

/// A frame that came and is not merged into the tracks yet.
///
/// @param partition of the topic, and `offset` in it
/// @param fromMillis the oldest time in it, and `toMillis` the newest; without fixes they mean
///   nothing
/// @param bytes as it came
record RecentFrame(
        int partition,
        long offset,
        FrameColumns frame,
        long fromMillis,
        long toMillis,
        byte[] bytes) {

    /// @throws FrameCodec.FrameDamaged when the bytes are not a frame
    static RecentFrame of(int partition, long offset, byte[] bytes) {
        var frame = FrameCodec.columns(bytes);
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (int row = 0; row < frame.size(); row++) {
            from = Math.min(from, frame.epochMillis(row));
            to = Math.max(to, frame.epochMillis(row));
        }
        return new RecentFrame(partition, offset, frame, from, to, bytes);
    }
}
