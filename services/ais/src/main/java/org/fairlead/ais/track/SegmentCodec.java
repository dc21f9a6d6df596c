package org.fairlead.ais.track;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.tracks.SegmentDamaged;
import org.fairlead.tracks.TrackColumns;

/// The bytes of a piece of a track: [org.fairlead.tracks.SegmentCodec]. What earlier versions
/// wrote, frames one after the other, is still read:
///
/// ```
/// int32 length, frame bytes      repeated to the end
/// ```
final class SegmentCodec {

    /// Of the column `format`.
    static final int FRAMES = 1;

    static final int SEGMENT = 2;

    private static final int ROWS = 128;

    private SegmentCodec() {}

    /// @param fixes of one transmitter, in order of time, at least one
    static byte[] encode(List<Fix> fixes) {
        var rows = new TrackColumns(fixes.size());
        fixes.forEach(fix -> add(rows, fix));
        return org.fairlead.tracks.SegmentCodec.encode(fixes.getFirst().mmsi(), rows);
    }

    /// A row that is as a fix.
    static void add(TrackColumns rows, Fix fix) {
        int row = rows.add();
        rows.epochMillis[row] = fix.epochMillis();
        rows.latitude[row] = fix.latitude();
        rows.longitude[row] = fix.longitude();
        rows.speed[row] = fix.speed();
        rows.course[row] = fix.course();
        rows.heading[row] = fix.heading();
        rows.status[row] = fix.status();
        rows.rateOfTurn[row] = fix.rateOfTurn();
        rows.messageType[row] = fix.messageType();
        rows.flags[row] = fix.flags();
        rows.receivers[row] = fix.receivers();
    }

    /// Adds the fixes of a span of time, both ends included, as rows.
    static void read(byte[] bytes, int format, long from, long to, TrackColumns into)
            throws SegmentDamaged {
        if (format == FRAMES) {
            decode(bytes, format, from, to).forEach(fix -> add(into, fix));
        } else {
            org.fairlead.tracks.SegmentCodec.open(bytes).read(from, to, into);
        }
    }

    static List<Fix> decode(byte[] bytes, int format) throws SegmentDamaged {
        return decode(bytes, format, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /// The fixes of a span of time, both ends included.
    static List<Fix> decode(byte[] bytes, int format, long from, long to) throws SegmentDamaged {
        if (format == FRAMES) {
            return frames(bytes).stream()
                    .filter(fix -> fix.epochMillis() >= from && fix.epochMillis() <= to)
                    .toList();
        }
        var segment = org.fairlead.tracks.SegmentCodec.open(bytes);
        var rows = new TrackColumns(ROWS);
        segment.read(from, to, rows);
        return new ArrayList<>(new ColumnFixes(segment.mmsi(), rows));
    }

    /// The fixes of the last time at or before a moment and of the first after it, as far as they
    /// lie within a span of it; of what earlier versions wrote, all of that span.
    ///
    /// @param buffer to be used again for the next
    static List<Fix> around(
            byte[] bytes, int format, long atMillis, long spanMillis, TrackColumns buffer)
            throws SegmentDamaged {
        if (format == FRAMES) {
            return decode(bytes, format, atMillis - spanMillis, atMillis + spanMillis);
        }
        var segment = org.fairlead.tracks.SegmentCodec.open(bytes);
        buffer.clear();
        segment.around(atMillis, buffer);
        var fixes = new ArrayList<Fix>(buffer.size());
        for (int row = 0; row < buffer.size(); row++) {
            if (Math.abs(buffer.epochMillis[row] - atMillis) <= spanMillis) {
                fixes.add(fix(segment.mmsi(), buffer, row));
            }
        }
        return fixes;
    }

    static Fix fix(int mmsi, TrackColumns rows, int row) {
        return new Fix(
                mmsi,
                rows.epochMillis[row],
                rows.latitude[row],
                rows.longitude[row],
                rows.speed[row],
                rows.course[row],
                rows.heading[row],
                rows.status[row],
                rows.rateOfTurn[row],
                rows.messageType[row],
                rows.flags[row],
                Math.max(1, rows.receivers[row]));
    }

    private static List<Fix> frames(byte[] bytes) throws SegmentDamaged {
        var fixes = new ArrayList<Fix>();
        var in = ByteBuffer.wrap(bytes);
        while (in.remaining() >= 4) {
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new SegmentDamaged(
                        "frame at byte %d: %d bytes announced, %d left"
                                .formatted(in.position(), length, in.remaining()));
            }
            byte[] frame = new byte[length];
            in.get(frame);
            try {
                fixes.addAll(FrameCodec.decode(frame).fixes());
            } catch (FrameCodec.FrameDamaged damaged) {
                throw new SegmentDamaged(String.valueOf(damaged.getMessage()));
            }
        }
        return fixes;
    }
}
