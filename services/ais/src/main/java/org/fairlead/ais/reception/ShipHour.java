package org.fairlead.ais.reception;

/// One ship's hour in one cell, in slots of ten minutes: a bit each.
///
/// @param exposed slots in which she was there, because she was heard before and after
/// @param byLand of these, those in which receivers ashore heard her
/// @param bySatellite of these, those in which satellites did
public record ShipHour(int mmsi, boolean classB, int exposed, int byLand, int bySatellite) {

    /// A ship's stay in a cell, on the day it ended: whether receivers ashore heard her elsewhere
    /// soon after, or lost her.
    public static ShipHour stay(int mmsi, boolean classB, boolean isLost) {
        return new ShipHour(mmsi, classB, 1, isLost ? 1 : 0, 0);
    }

    boolean isLost() {
        return byLand != 0;
    }

    ShipHour and(ShipHour other) {
        return new ShipHour(
                mmsi,
                classB || other.classB,
                exposed | other.exposed,
                byLand | other.byLand,
                bySatellite | other.bySatellite);
    }
}
