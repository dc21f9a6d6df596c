package org.fairlead.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ship of the reconstruction: who she says she is, and the stretches in which she transmits.
///
/// @param stretches in time order; between two of them she is silent
record SyntheticShip(
        int mmsi,
        @Nullable Integer imo,
        String name,
        String callSign,
        int shipType,
        int lengthMetres,
        int beamMetres,
        double draughtMetres,
        Duration every,
        List<Stretch> stretches) {

    SyntheticShip {
        stretches = List.copyOf(stretches);
    }

    /// An uninterrupted run of reports along waypoints, straight between each two. The way is too
    /// short between them for the difference to a great circle to show.
    record Stretch(List<Waypoint> waypoints) {

        Stretch {
            waypoints = List.copyOf(waypoints);
            if (waypoints.size() < 2) {
                throw new IllegalArgumentException("a stretch needs two waypoints at least");
            }
            for (int i = 1; i < waypoints.size(); i++) {
                if (!waypoints.get(i - 1).at().isBefore(waypoints.get(i).at())) {
                    throw new IllegalArgumentException(
                            "waypoints out of order: " + waypoints.get(i));
                }
            }
        }

        static Stretch of(Waypoint... waypoints) {
            return new Stretch(List.of(waypoints));
        }

        Instant from() {
            return waypoints.getFirst().at();
        }

        Instant to() {
            return waypoints.getLast().at();
        }
    }
}
