package org.fairlead.tracks;

import java.util.List;

/// A segment that was opened: whole, and ready to be read in part.
public final class Segment {

    private final int mmsi;
    private final int rows;
    private final long unit;
    private final byte[] bytes;
    private final int base;
    private final List<Block> blocks;

    /// @param base where the bytes of the blocks begin
    Segment(int mmsi, int rows, long unit, byte[] bytes, int base, List<Block> blocks) {
        this.mmsi = mmsi;
        this.rows = rows;
        this.unit = unit;
        this.bytes = bytes;
        this.base = base;
        this.blocks = blocks;
    }

    public int mmsi() {
        return mmsi;
    }

    public int rows() {
        return rows;
    }

    /// Adds all rows.
    public void read(TrackColumns into) throws SegmentDamaged {
        into.reserve(rows);
        var reader = new BlockReader(rows, unit, bytes, base);
        for (Block block : blocks) {
            reader.read(block, into);
        }
    }

    /// Adds the rows from `from` to `to`, both included; blocks outside are passed over.
    public void read(long from, long to, TrackColumns into) throws SegmentDamaged {
        var reader = new BlockReader(rows, unit, bytes, base);
        int kept = into.size();
        int before = kept;
        for (Block block : blocks) {
            if (block.isWithin(from, to)) {
                reader.read(block, into);
            }
        }
        if (isWithin(from, to, before, into)) {
            return;
        }
        for (int row = before; row < into.size(); row++) {
            if (into.epochMillis[row] >= from && into.epochMillis[row] <= to) {
                into.copy(row, kept++);
            }
        }
        into.grownTo(kept);
    }

    /// Rows are in order of time.
    private static boolean isWithin(long from, long to, int first, TrackColumns rows) {
        int n = rows.size();
        return n > first && rows.epochMillis[first] >= from && rows.epochMillis[n - 1] <= to;
    }

    /// Adds the rows of the last time at or before a moment and those of the first time after it,
    /// as far as there are any: what is known of where she was then. Reads a block, or two.
    public void around(long atMillis, TrackColumns into) throws SegmentDamaged {
        int first = lastBegunBy(atMillis);
        int last = first;
        if (blocks.get(last).toMillis() <= atMillis && last + 1 < blocks.size()) {
            last++;
        }
        // Reports of one time may lie on both sides of a border between blocks.
        while (first > 0 && blocks.get(first - 1).toMillis() == blocks.get(first).fromMillis()) {
            first--;
        }
        while (last + 1 < blocks.size()
                && blocks.get(last).toMillis() == blocks.get(last + 1).fromMillis()) {
            last++;
        }
        int start = into.size();
        var reader = new BlockReader(rows, unit, bytes, base);
        for (int block = first; block <= last; block++) {
            reader.read(blocks.get(block), atMillis, into);
        }
        keepAround(atMillis, start, into);
    }

    /// The last block that begins at or before a moment, or the first of all.
    private int lastBegunBy(long atMillis) {
        int found = 0;
        for (int block = 1; block < blocks.size(); block++) {
            if (blocks.get(block).fromMillis() <= atMillis) {
                found = block;
            }
        }
        return found;
    }

    private static void keepAround(long atMillis, int start, TrackColumns into) {
        int after = start;
        while (after < into.size() && into.epochMillis[after] <= atMillis) {
            after++;
        }
        int from = after;
        while (from > start && into.epochMillis[from - 1] == into.epochMillis[after - 1]) {
            from--;
        }
        int to = after;
        while (to < into.size() && into.epochMillis[to] == into.epochMillis[after]) {
            to++;
        }
        for (int row = from; row < to; row++) {
            into.copy(row, start + row - from);
        }
        into.grownTo(start + to - from);
    }

    /// Whether a fix of the span can lie in the box (1/10,000 minute), as far as the directory
    /// tells.
    public boolean mayMeet(
            long from,
            long to,
            int minLatitude,
            int maxLatitude,
            int minLongitude,
            int maxLongitude) {
        for (Block block : blocks) {
            if (block.isWithin(from, to)
                    && block.maxLatitude() >= minLatitude
                    && block.minLatitude() <= maxLatitude
                    && block.maxLongitude() >= minLongitude
                    && block.minLongitude() <= maxLongitude) {
                return true;
            }
        }
        return false;
    }
}
