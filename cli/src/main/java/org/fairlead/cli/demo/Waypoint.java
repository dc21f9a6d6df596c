package org.fairlead.cli.demo;

import java.time.Instant;

/// Where a ship of the reconstruction is at one moment, WGS 84 degrees.
record Waypoint(Instant at, double latitudeDegrees, double longitudeDegrees) {

    static Waypoint of(String at, double latitudeDegrees, double longitudeDegrees) {
        return new Waypoint(Instant.parse(at), latitudeDegrees, longitudeDegrees);
    }
}
