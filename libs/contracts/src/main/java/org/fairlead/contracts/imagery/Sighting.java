package org.fairlead.contracts.imagery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `org.fairlead.imagery.sighting.v1`: one ship seen at one place, by something other than AIS.
///
/// @param from start of the interval in which it was seen; equal to `to` when the instant is known
/// @param positionErrorMetres one standard deviation
/// @param source who published or delivered it; with `licence`, what may be done with it
public record Sighting(
        UUID id,
        int version,
        State state,
        Instant from,
        Instant to,
        double latitudeDegrees,
        double longitudeDegrees,
        double positionErrorMetres,
        @Nullable Double lengthMetres,
        @Nullable Double lengthErrorMetres,
        @Nullable Double headingDegrees,
        @Nullable String label,
        String sensor,
        String source,
        @Nullable String licence,
        boolean synthetic) {

    public static final String TYPE = "org.fairlead.imagery.sighting.v1";

    public enum State {
        @JsonProperty("recorded")
        RECORDED,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }
}
