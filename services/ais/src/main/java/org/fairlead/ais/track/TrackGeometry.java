package org.fairlead.ais.track;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.frame.Fix;

/// A track as GeoJSON: a line for each stretch in which the vessel was heard without a pause.
///
/// A line that crosses 180° is cut there (RFC 7946, 3.1.9), with a point on the meridian on both
/// sides; a stretch of one fix is a point.
final class TrackGeometry {

    private final List<Feature> features = new ArrayList<>();
    private final String mmsi;
    private List<double[]> places = new ArrayList<>();
    private List<Instant> times = new ArrayList<>();
    private int fixes;
    private boolean isSynthetic;

    private TrackGeometry(String mmsi) {
        this.mmsi = mmsi;
    }

    static FeatureCollection of(String mmsi, List<Fix> fixes, long drawnWithinMillis) {
        var track = new TrackGeometry(mmsi);
        Fix before = null;
        for (Fix fix : fixes) {
            if (before != null && fix.epochMillis() - before.epochMillis() > drawnWithinMillis) {
                track.close();
            } else if (before != null && crosses180(before, fix)) {
                track.cut(before, fix);
            }
            track.add(fix);
            before = fix;
        }
        track.close();
        return new FeatureCollection("FeatureCollection", track.features);
    }

    private static boolean crosses180(Fix from, Fix to) {
        return Math.abs(to.longitudeDegrees() - from.longitudeDegrees()) > 180;
    }

    private void add(Fix fix) {
        point(
                fix.longitudeDegrees(),
                fix.latitudeDegrees(),
                Instant.ofEpochMilli(fix.epochMillis()));
        fixes++;
        isSynthetic |= fix.isSynthetic();
    }

    private void point(double longitude, double latitude, Instant at) {
        places.add(new double[] {longitude, latitude});
        times.add(at);
    }

    private void cut(Fix from, Fix to) {
        double edge = from.longitudeDegrees() > 0 ? 180 : -180;
        double toEdge = Math.abs(edge - from.longitudeDegrees());
        double whole = toEdge + Math.abs(-edge - to.longitudeDegrees());
        double share = whole == 0 ? 0 : toEdge / whole;
        double latitude =
                from.latitudeDegrees() + share * (to.latitudeDegrees() - from.latitudeDegrees());
        var at =
                Instant.ofEpochMilli(
                        from.epochMillis()
                                + Math.round(share * (to.epochMillis() - from.epochMillis())));
        point(edge, latitude, at);
        close();
        point(-edge, latitude, at);
    }

    private void close() {
        if (!places.isEmpty()) {
            boolean isLine = places.size() > 1;
            features.add(
                    new Feature(
                            "Feature",
                            isLine
                                    ? new Geometry("LineString", places)
                                    : new Geometry("Point", places.getFirst()),
                            new Properties(
                                    mmsi,
                                    times.getFirst(),
                                    times.getLast(),
                                    fixes,
                                    isSynthetic,
                                    times)));
        }
        places = new ArrayList<>();
        times = new ArrayList<>();
        fixes = 0;
        isSynthetic = false;
    }

    record FeatureCollection(String type, List<Feature> features) {}

    record Feature(String type, Geometry geometry, Properties properties) {}

    /// `coordinates` is a place, or a list of places, longitude first.
    record Geometry(String type, Object coordinates) {}

    record Properties(
            String mmsi,
            Instant from,
            Instant to,
            int fixes,
            boolean synthetic,
            List<Instant> times) {}
}
