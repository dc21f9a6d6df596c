package org.fairlead.ais.reception;

/// One ship's hour in one cell, in slots of ten minutes: a bit each.
///
/// @param exposed slots in which she was there, because she was heard before and after
/// @param byLand of these, those in which receivers ashore heard her
/// @param bySatellite of these, those in which satellites did
public record ShipHour(int mmsi, boolean classB, int exposed, int byLand, int bySatellite) {

    ShipHour and(ShipHour other) {
        return new ShipHour(
                mmsi,
                classB || other.classB,
                exposed | other.exposed,
                byLand | other.byLand,
                bySatellite | other.bySatellite);
    }
}
