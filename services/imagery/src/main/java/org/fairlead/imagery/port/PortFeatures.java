package org.fairlead.imagery.port;

import java.util.List;
import org.fairlead.seas.port.SilentPort;

/// Silent ports as a GeoJSON FeatureCollection of points (RFC 7946).
public record PortFeatures(String type, List<Feature> features) {

    static PortFeatures of(List<SilentPort> ports) {
        return new PortFeatures(
                "FeatureCollection", ports.stream().map(PortFeatures::feature).toList());
    }

    private static Feature feature(SilentPort port) {
        var view = PortView.of(port);
        var place = List.of(view.longitudeDegrees(), view.latitudeDegrees());
        return new Feature("Feature", port.id(), new Point("Point", place), view);
    }

    public record Feature(String type, String id, Point geometry, PortView properties) {}

    public record Point(String type, List<Double> coordinates) {}
}
