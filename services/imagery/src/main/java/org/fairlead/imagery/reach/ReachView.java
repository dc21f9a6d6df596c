package org.fairlead.imagery.reach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.fairlead.imagery.absence.Absence;
import org.jspecify.annotations.Nullable;

/// The answer: a GeoJSON FeatureCollection (RFC 7946) with what a map needs as features, and the
/// rest beside them.
///
/// @param question what it answers
/// @param coarse cells were so many that squares of half a degree stand for them
/// @param at the instant it was asked for; absent for the whole silence
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReachView(
        String type,
        List<Feature> features,
        Question question,
        @Nullable Instant at,
        boolean coarse,
        List<PortView> ports,
        List<Excluded> excluded,
        Runs runs) {

    /// @param properties of a cell or of a port
    public record Feature(String type, Geometry geometry, Object properties) {}

    public record Geometry(String type, Object coordinates) {}

    /// @param certain she can have been here by the longer figures, too
    public record CellProperties(String kind, Instant earliest, Instant latest, boolean certain) {}

    public record PortProperties(String kind, String id, String name, boolean isSilent) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(
            Ends from,
            @Nullable Ends to,
            Instant since,
            Instant until,
            double hours,
            double speedKnots,
            double nauticalMiles,
            List<String> closedGates) {}

    public record Ends(double latitudeDegrees, double longitudeDegrees) {}

    /// @param services of `touch`, `partial`, `full`: what the plausible slack has time for
    /// @param emptyScenes clear scenes of the port in her window that would have shown a ship of
    ///   her length, and do not: each speaks against her having been there at its own time
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PortView(
            String id,
            String name,
            @Nullable String country,
            boolean isSilent,
            double latitudeDegrees,
            double longitudeDegrees,
            double fromNauticalMiles,
            double toNauticalMiles,
            Instant earliestArrival,
            Instant latestDeparture,
            double slackHours,
            double mostSlackHours,
            List<String> services,
            List<Absence.Empty> emptyScenes) {}

    /// @param usualHours absent where there is no way at all
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Excluded(
            String id,
            String name,
            @Nullable String country,
            boolean isSilent,
            double straightHours,
            @Nullable Double leastHours,
            @Nullable Double usualHours,
            String reason) {}

    /// How many laden runs fit from one port to another.
    public record Runs(String fromPort, String toPort, List<Fit> fits) {}

    public record Fit(double callHours, int runs, int mostRuns) {}
}
