package org.fairlead.ais.activity;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselRef;
import org.jspecify.annotations.Nullable;

/// One version of an activity of any kind, with what is searched by beside its record.
///
/// @param record as it was published
record Kept(
        UUID id,
        int version,
        String kind,
        String state,
        @Nullable Integer mmsi,
        List<Integer> others,
        Instant from,
        @Nullable Instant to,
        @Nullable ReportedPosition start,
        boolean synthetic,
        JsonObject record) {

    Kept {
        others = List.copyOf(others);
    }

    static Kept of(Silence silence, String state, JsonObject record) {
        var end = silence.end();
        return new Kept(
                silence.id(),
                silence.version(),
                Silence.KIND,
                state,
                mmsi(silence.vessel()),
                List.of(),
                silence.start().at(),
                end == null ? null : end.at(),
                silence.start(),
                silence.synthetic(),
                record);
    }

    static Kept of(Activity activity, String state, JsonObject record) {
        var vessel = activity.vessel();
        return new Kept(
                activity.id(),
                activity.version(),
                activity.details().kindName(),
                state,
                vessel == null ? null : mmsi(vessel),
                activity.others().stream().map(Kept::mmsi).toList(),
                activity.from(),
                activity.to(),
                activity.start(),
                activity.synthetic(),
                record);
    }

    private static int mmsi(VesselRef vessel) {
        if (!vessel.mmsi().matches("[0-9]{9}")) {
            throw new IllegalArgumentException("not an MMSI: " + vessel.mmsi());
        }
        return Integer.parseInt(vessel.mmsi());
    }
}
