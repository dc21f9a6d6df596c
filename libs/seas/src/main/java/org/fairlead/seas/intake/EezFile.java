package org.fairlead.seas.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fairlead.seas.country.Zone;
import org.fairlead.seas.shape.Shape;

/// Exclusive economic zones as Marine Regions delivers them in GeoJSON: a feature a zone, with up
/// to three claimants where claims overlap.
public final class EezFile {

    private EezFile() {}

    /// @param rows features in the file
    /// @param faults by the number of the feature instead of the line
    public record Zones(int rows, List<Zone> zones, List<Intake.Fault> faults) {

        public Zones {
            zones = List.copyOf(zones);
            faults = List.copyOf(faults);
        }
    }

    /// @throws IOException when it is no GeoJSON of features
    public static Zones read(Reader text) throws IOException {
        var features = new ObjectMapper().readTree(text).path("features");
        if (!features.isArray()) {
            throw new IOException("no GeoJSON FeatureCollection: it has no 'features'");
        }
        var zones = new ArrayList<Zone>();
        var faults = new ArrayList<Intake.Fault>();
        for (int at = 0; at < features.size(); at++) {
            try {
                zones.add(zone(features.get(at)));
            } catch (BadFieldException fault) {
                faults.add(fault.atLine(at + 1));
            }
        }
        return new Zones(features.size(), zones, faults);
    }

    private static Zone zone(JsonNode feature) {
        var properties = feature.path("properties");
        var claimants =
                Stream.of("sovereign1", "sovereign2", "sovereign3")
                        .map(name -> any(properties, name).asText("").strip())
                        .filter(name -> !name.isEmpty() && !name.equals("null"))
                        .distinct()
                        .toList();
        if (claimants.isEmpty()) {
            throw new BadFieldException("sovereign1", "is empty");
        }
        String name = any(properties, "geoname").asText(String.join(", ", claimants));
        return new Zone(name, claimants, new Shape(name, rings(feature.path("geometry"))));
    }

    /// Names of properties come in capitals from some of their services.
    private static JsonNode any(JsonNode properties, String name) {
        return properties.has(name)
                ? properties.path(name)
                : properties.path(name.toUpperCase(java.util.Locale.ROOT));
    }

    private static List<double[]> rings(JsonNode geometry) {
        var rings = new ArrayList<double[]>();
        switch (geometry.path("type").asText()) {
            case "Polygon" -> geometry.path("coordinates").forEach(ring -> rings.add(ring(ring)));
            case "MultiPolygon" ->
                    geometry.path("coordinates")
                            .forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
            default ->
                    throw new BadFieldException(
                            "geometry",
                            "a Polygon or MultiPolygon is expected, not '"
                                    + geometry.path("type").asText()
                                    + "'");
        }
        return rings;
    }

    private static double[] ring(JsonNode ring) {
        double[] points = new double[2 * ring.size()];
        for (int at = 0; at < ring.size(); at++) {
            double east = ring.get(at).path(0).asDouble(Double.NaN);
            double north = ring.get(at).path(1).asDouble(Double.NaN);
            if (!(Math.abs(east) <= 180.0001) || !(Math.abs(north) <= 90)) {
                throw new BadFieldException(
                        "geometry", "point " + (at + 1) + " is not on the earth");
            }
            points[2 * at] = east;
            points[2 * at + 1] = north;
        }
        if (ring.size() < 4) {
            throw new BadFieldException("geometry", "a ring has four points at least");
        }
        return points;
    }
}
