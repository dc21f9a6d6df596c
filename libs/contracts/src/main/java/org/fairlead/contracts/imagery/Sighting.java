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
/// @param observation what else the image shows; absent where nothing was stated
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
        boolean synthetic,
        @Nullable Observation observation) {

    public static final String TYPE = "org.fairlead.imagery.sighting.v1";

    /// A sighting of which nothing else is stated.
    public Sighting(
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
        this(
                id,
                version,
                state,
                from,
                to,
                latitudeDegrees,
                longitudeDegrees,
                positionErrorMetres,
                lengthMetres,
                lengthErrorMetres,
                headingDegrees,
                label,
                sensor,
                source,
                licence,
                synthetic,
                null);
    }

    /// What else the image shows, never absent.
    public Observation seen() {
        return observation == null ? Observation.NONE : observation;
    }

    /// Whether she was seen in an optical image whose pixels show no more than so many metres;
    /// false where its resolution is not known.
    public boolean isOpticalWithin(double groundResolutionMetres) {
        Double resolution = seen().groundResolutionMetres();
        return resolution != null
                && resolution <= groundResolutionMetres
                && !sensor.matches("(?i).*\\b(sar|radar)\\b.*");
    }

    /// One standard deviation of where she was: of the stated position, and of the shift that a
    /// ship's own motion causes in a radar image.
    public double placeErrorMetres() {
        Double shift = seen().azimuthShiftErrorMetres();
        return shift == null ? positionErrorMetres : Math.hypot(positionErrorMetres, shift);
    }

    /// The next version, with another id, state or both.
    public Sighting as(UUID newId, int newVersion, State newState) {
        return new Sighting(
                newId,
                newVersion,
                newState,
                from,
                to,
                latitudeDegrees,
                longitudeDegrees,
                positionErrorMetres,
                lengthMetres,
                lengthErrorMetres,
                headingDegrees,
                label,
                sensor,
                source,
                licence,
                synthetic,
                observation);
    }

    /// Whether verdicts on it can stay as they are: place, time, errors and what is seen of the
    /// ship are the same, whatever is said of label, source and licence.
    public boolean saysTheSameOfHer(Sighting other) {
        return withOriginOf(other).as(other.id, other.version, other.state).equals(other);
    }

    private Sighting withOriginOf(Sighting other) {
        return new Sighting(
                id,
                version,
                state,
                from,
                to,
                latitudeDegrees,
                longitudeDegrees,
                positionErrorMetres,
                lengthMetres,
                lengthErrorMetres,
                headingDegrees,
                other.label,
                sensor,
                other.source,
                other.licence,
                synthetic,
                observation);
    }

    public enum State {
        @JsonProperty("recorded")
        RECORDED,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }
}
