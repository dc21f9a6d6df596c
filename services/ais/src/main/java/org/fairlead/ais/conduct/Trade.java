package org.fairlead.ais.conduct;

import org.fairlead.ais.encounter.EncounterConfig;
import org.jspecify.annotations.Nullable;

/// What a ship does for a living, as far as it explains that she is slow or near others.
enum Trade {
    /// Pilots, tugs, tenders and the like.
    SERVICE,
    FISHING,
    OTHER;

    static Trade of(@Nullable Integer shipTypeCode, EncounterConfig config) {
        if (shipTypeCode != null && config.serviceTypes().contains(shipTypeCode)) {
            return SERVICE;
        }
        return shipTypeCode != null && config.fishingTypes().contains(shipTypeCode)
                ? FISHING
                : OTHER;
    }
}
