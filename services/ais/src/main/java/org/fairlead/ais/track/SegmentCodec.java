package org.fairlead.ais.track;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.tracks.SegmentDamaged;
import org.fairlead.tracks.SegmentEncoder;
import org.fairlead.tracks.TrackColumns;

/// The bytes of a piece of a track: [org.fairlead.tracks.SegmentCodec]. What earlier versions
/// wrote, frames one after the other, is still read; and a piece that is added to is several
/// segments one after the other, each later than the one before, until they are packed into one:
///
/// ```
/// int32 length, frame or segment bytes      repeated to the end
/// ```
final class SegmentCodec {

    /// Of the column `format`.
    static final int FRAMES = 1;

    static final int SEGMENT = 2;

    static final int SEGMENTS = 3;

    private static final int LENGTH = 4;

    /// Of a long piece a span of time may be a few rows.
    private static final int MOST_EXPECTED = 512;

    private SegmentCodec() {}

    /// @param fixes of one transmitter, in order of time, at least one
    static byte[] encode(List<Fix> fixes) {
        return encode(fixes, new SegmentEncoder());
    }

    static byte[] encode(List<Fix> fixes, SegmentEncoder encoder) {
        var rows = new TrackColumns(fixes.size());
        for (int i = 0; i < fixes.size(); i++) {
            add(rows, fixes.get(i));
        }
        return encoder.encode(fixes.getFirst().mmsi(), rows);
    }

    /// What is added to a piece of several segments, or begins one.
    static byte[] encodeOneOfSeveral(List<Fix> fixes, SegmentEncoder encoder) {
        byte[] segment = encode(fixes, encoder);
        return ByteBuffer.allocate(LENGTH + segment.length)
                .putInt(segment.length)
                .put(segment)
                .array();
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
            return;
        }
        for (var segment : segments(bytes, format)) {
            segment.read(from, to, into);
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
        var segments = segments(bytes, format);
        int all = segments.stream().mapToInt(org.fairlead.tracks.Segment::rows).sum();
        var rows = new TrackColumns(Math.min(all, MOST_EXPECTED));
        for (var segment : segments) {
            segment.read(from, to, rows);
        }
        return new ArrayList<>(new ColumnFixes(segments.getFirst().mmsi(), rows));
    }

    /// The fixes of the last time at or before a moment and of the first after it, as far as they
    /// lie within a span of it; of what is not one segment, all of that span.
    ///
    /// @param buffer to be used again for the next
    static List<Fix> around(
            byte[] bytes, int format, long atMillis, long spanMillis, TrackColumns buffer)
            throws SegmentDamaged {
        if (format != SEGMENT) {
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

    private static List<org.fairlead.tracks.Segment> segments(byte[] bytes, int format)
            throws SegmentDamaged {
        if (format == SEGMENT) {
            return List.of(org.fairlead.tracks.SegmentCodec.open(bytes));
        }
        var segments = new ArrayList<org.fairlead.tracks.Segment>();
        for (byte[] segment : parts(bytes)) {
            segments.add(org.fairlead.tracks.SegmentCodec.open(segment));
        }
        if (segments.isEmpty()) {
            throw new SegmentDamaged("segments: expected one or more, was none");
        }
        return segments;
    }

    private static List<Fix> frames(byte[] bytes) throws SegmentDamaged {
        var fixes = new ArrayList<Fix>();
        for (byte[] frame : parts(bytes)) {
            try {
                fixes.addAll(FrameCodec.decode(frame).fixes());
            } catch (FrameCodec.FrameDamaged damaged) {
                throw new SegmentDamaged(String.valueOf(damaged.getMessage()));
            }
        }
        return fixes;
    }

    private static List<byte[]> parts(byte[] bytes) throws SegmentDamaged {
        var parts = new ArrayList<byte[]>();
        var in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            if (in.remaining() < LENGTH) {
                throw new SegmentDamaged(
                        "length at byte %d: expected %d bytes, have %d"
                                .formatted(in.position(), LENGTH, in.remaining()));
            }
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new SegmentDamaged(
                        "part at byte %d: %d bytes announced, %d left"
                                .formatted(in.position(), length, in.remaining()));
            }
            byte[] part = new byte[length];
            in.get(part);
            parts.add(part);
        }
        return parts;
    }
}
