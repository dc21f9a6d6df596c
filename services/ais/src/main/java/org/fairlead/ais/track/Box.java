package org.fairlead.ais.track;

import java.util.List;
import org.fairlead.contracts.frame.Fix;

/// Where fixes lie, in 1/10000 minute, and whether one of them was never received.
record Box(
        int minLatitude, int maxLatitude, int minLongitude, int maxLongitude, boolean isSynthetic) {

    /// @param fixes at least one
    static Box of(List<Fix> fixes) {
        int minLatitude = Integer.MAX_VALUE;
        int maxLatitude = Integer.MIN_VALUE;
        int minLongitude = Integer.MAX_VALUE;
        int maxLongitude = Integer.MIN_VALUE;
        boolean isSynthetic = false;
        for (int i = 0; i < fixes.size(); i++) {
            var fix = fixes.get(i);
            minLatitude = Math.min(minLatitude, fix.latitude());
            maxLatitude = Math.max(maxLatitude, fix.latitude());
            minLongitude = Math.min(minLongitude, fix.longitude());
            maxLongitude = Math.max(maxLongitude, fix.longitude());
            isSynthetic |= fix.isSynthetic();
        }
        return new Box(minLatitude, maxLatitude, minLongitude, maxLongitude, isSynthetic);
    }
}
