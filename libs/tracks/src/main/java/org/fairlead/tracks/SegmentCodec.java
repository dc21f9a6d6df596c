package org.fairlead.tracks;

import java.util.ArrayList;
import java.util.zip.CRC32C;

/// The bytes of a segment: fixes of one transmitter in order of time, a few bytes each, lossless.
///
/// ```
/// 0xF7 0x01             magic and layout version
/// int32                 CRC-32C of everything behind it
/// int32                 MMSI
/// varint                twice the number of rows, plus one when times are in whole seconds
///                       (otherwise milliseconds)
/// directory             for each mini-block of 128 rows (the last may have fewer):
///   varint                length of its bytes; not for the last
///   zigzag varint         time of its first row, from the last row of the block before
///   2 zigzag varints      latitude and longitude of its first row, from those of the block before
///   varint                from its first to its last row, in units of time  } only when there are
///   4 varints             box: first row to south, north, west, east edge   } several blocks
/// blocks                each: speed, course and heading of the first row as zigzag varints, a byte
///                       that says which others are unusual, and those;
///                       two bytes that say which columns change at all and how they are coded;
///                       shortest interval, then each column that changes as PatchedBits, or in a
///                       short block as varints, in the order of the constants below
/// ```
///
/// Times are intervals; speed, status, rate of turn and the like differences; course and heading
/// differences the short way round; positions differences from dead reckoning
/// ([PositionPredictor]). Numbers are AIS's own integers throughout.
public final class SegmentCodec {

    /// More rows in one segment are not written, and not believed.
    public static final int MOST_ROWS = 1 << 22;

    static final int TIME = 0;
    static final int SPEED = 1;
    static final int COURSE = 2;
    static final int HEADING = 3;
    static final int STATUS = 4;
    static final int TURN = 5;
    static final int TYPE = 6;
    static final int FLAGS = 7;
    static final int RECEIVERS = 8;
    static final int LATITUDE = 9;
    static final int LONGITUDE = 10;

    /// Above the columns' bits, in the two bytes that begin a block's rows.
    static final int INTERVAL_CHANGES = 1 << 11;

    static final int HEADING_BESIDE_COURSE = 1 << 12;
    static final int WAY_SHIFT = 13;

    /// A short block: each number a varint of its own, because packing would cost more than it
    /// saves.
    static final int VARINTS = 1 << 15;

    static final int MAGIC = 0xF701;
    private static final int HEAD = 6;

    private SegmentCodec() {}

    /// What a column mostly says in the first row of a block, and then does not take a byte.
    static int usual(int column) {
        return column == TYPE || column == RECEIVERS ? 1 : 0;
    }

    /// Of one segment; who writes many keeps a [SegmentEncoder].
    ///
    /// @throws IllegalArgumentException when the rows are none, too many or not in order of time
    public static byte[] encode(int mmsi, TrackColumns rows) {
        return new SegmentEncoder().encode(mmsi, rows);
    }

    static int checksum(byte[] bytes, int length) {
        var crc = new CRC32C();
        crc.update(bytes, HEAD, length - HEAD);
        return (int) crc.getValue();
    }

    /// Opens a segment: its checksum is right and its directory read.
    public static Segment open(byte[] bytes) throws SegmentDamaged {
        var in = new Input(bytes, 0, bytes.length);
        int magic = (in.int8() & 0xff) << 8 | (in.int8() & 0xff);
        if (magic != MAGIC) {
            throw new SegmentDamaged("not a segment: starts with 0x%04x".formatted(magic));
        }
        int announced = in.int32();
        int found = checksum(bytes, bytes.length);
        if (announced != found) {
            throw new SegmentDamaged(
                    "checksum: expected 0x%08x, was 0x%08x".formatted(announced, found));
        }
        int mmsi = in.int32();
        int rows = in.count(2 * MOST_ROWS + 1);
        if (rows < 2) {
            throw new SegmentDamaged("rows: expected 1 or more, was 0");
        }
        int n = rows / 2;
        long unit = rows % 2 == 0 ? 1 : 1000;
        return directory(in, bytes, mmsi, n, unit);
    }

    /// Blocks lie behind the directory, whose length shows only when it has been read: their
    /// offsets count from there.
    private static Segment directory(Input in, byte[] bytes, int mmsi, int n, long unit)
            throws SegmentDamaged {
        var blocks = new ArrayList<Block>();
        long last = 0;
        long latitude = 0;
        long longitude = 0;
        int offset = 0;
        boolean isOne = n <= BlockWriter.ROWS;
        for (int from = 0; from < n; from += BlockWriter.ROWS) {
            boolean isLast = n - from <= BlockWriter.ROWS;
            int length = isLast ? Block.TO_THE_END : in.count(in.remaining());
            long first = last + in.signed() * unit;
            latitude += in.signed();
            longitude += in.signed();
            last = isOne ? Long.MAX_VALUE : first + in.unsigned() * unit;
            blocks.add(
                    new Block(
                            Math.min(BlockWriter.ROWS, n - from),
                            first,
                            last,
                            (int) latitude,
                            (int) longitude,
                            isOne ? Integer.MIN_VALUE : (int) (latitude - in.unsigned()),
                            isOne ? Integer.MAX_VALUE : (int) (latitude + in.unsigned()),
                            isOne ? Integer.MIN_VALUE : (int) (longitude - in.unsigned()),
                            isOne ? Integer.MAX_VALUE : (int) (longitude + in.unsigned()),
                            offset,
                            length));
            offset += isLast ? 0 : length;
        }
        int base = in.position();
        if (offset < 0 || in.remaining() < offset) {
            throw new SegmentDamaged(
                    "blocks: expected more than %d bytes, have %d"
                            .formatted(offset, in.remaining()));
        }
        return new Segment(mmsi, n, unit, bytes, base, blocks);
    }
}
