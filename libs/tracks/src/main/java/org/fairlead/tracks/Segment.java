package org.fairlead.tracks;

import java.util.List;

/// A segment that was opened: whole, and ready to be read in part.
public final class Segment {

    private final int mmsi;
    private final int rows;
    private final long unit;
    private final byte[] bytes;
    private final List<Block> blocks;

    Segment(int mmsi, int rows, long unit, byte[] bytes, List<Block> blocks) {
        this.mmsi = mmsi;
        this.rows = rows;
        this.unit = unit;
        this.bytes = bytes;
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
        var reader = new BlockReader(unit);
        for (Block block : blocks) {
            reader.read(bytes, block, into);
        }
    }

    /// Adds the rows from `from` to `to`, both included; blocks outside are passed over.
    public void read(long from, long to, TrackColumns into) throws SegmentDamaged {
        var reader = new BlockReader(unit);
        int kept = into.size();
        int before = kept;
        for (Block block : blocks) {
            if (block.isWithin(from, to)) {
                reader.read(bytes, block, into);
            }
        }
        for (int row = before; row < into.size(); row++) {
            if (into.epochMillis[row] >= from && into.epochMillis[row] <= to) {
                into.copy(row, kept++);
            }
        }
        into.grownTo(kept);
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
