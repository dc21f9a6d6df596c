package org.fairlead.association.hull;

import org.jspecify.annotations.Nullable;

/// What is known of a ship's hull.
///
/// @param lengthsMetres every length she ever stated; empty when none
/// @param beamMetres absent when not stated
/// @param shipTypeCode as in AIS message 5 (ITU-R M.1371-5, table 53); absent when not stated
public record HullKnown(
        int[] lengthsMetres, @Nullable Integer beamMetres, @Nullable Integer shipTypeCode) {

    public static final HullKnown NOTHING = new HullKnown(new int[0], null, null);
}
