package org.fairlead.contracts.frame;

/// Which partition a transmitter belongs to: all its fixes go to one, in order.
public final class FramePartition {

    private static final int GOLDEN = 0x9E3779B1;

    private FramePartition() {}

    /// MMSIs of a flag share their leading digits, so the bits are mixed before they are divided.
    public static int of(int mmsi, int partitions) {
        int mixed = mmsi * GOLDEN;
        return Integer.remainderUnsigned(mixed ^ (mixed >>> 15), partitions);
    }
}
