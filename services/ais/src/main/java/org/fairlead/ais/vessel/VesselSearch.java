package org.fairlead.ais.vessel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a person typed into the search box, made ready for the columns it may fit.
///
/// @param text lower case, `like` wildcards escaped; absent when nothing was typed
/// @param fromMmsi first MMSI with these leading digits; 1 and 0 as bounds fit none
record VesselSearch(@Nullable String text, int fromMmsi, int toMmsi) {

    private static final int MMSI_DIGITS = 9;

    static VesselSearch of(@Nullable String query) {
        if (query == null || query.isBlank()) {
            return new VesselSearch(null, 0, 999_999_999);
        }
        String plain = query.strip().toLowerCase(Locale.ROOT);
        String imo = plain.replaceFirst("^imo[ :]*(?=[0-9])", "");
        String escaped = imo.replaceAll("([\\\\%_])", "\\\\$1");
        if (!imo.matches("[0-9]{1,9}")) {
            return new VesselSearch(escaped, 1, 0);
        }
        int scale = (int) Math.pow(10, MMSI_DIGITS - imo.length());
        int from = Integer.parseInt(imo) * scale;
        return new VesselSearch(escaped, from, from + scale - 1);
    }
}
