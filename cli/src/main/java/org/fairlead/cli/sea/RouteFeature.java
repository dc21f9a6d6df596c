package org.fairlead.cli.sea;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.place.PlaceAnswer;
import org.fairlead.seas.water.SeaRoute;
import org.jspecify.annotations.Nullable;

/// A way as a GeoJSON feature (RFC 7946): a line, cut in two where it crosses the antimeridian.
public final class RouteFeature {

    private RouteFeature() {}

    public static String json(
            PlaceAnswer.Found from, PlaceAnswer.Found to, SeaRoute route, @Nullable Double speed) {
        var feature = new ObjectMapper().createObjectNode().put("type", "Feature");
        var properties = feature.putObject("properties");
        properties.put("from", from.name());
        properties.put("to", to.name());
        properties.put("pathNauticalMiles", rounded(route.pathNauticalMiles()));
        properties.put("lowerBoundNauticalMiles", rounded(route.lowerBoundNauticalMiles()));
        var gates = properties.putArray("gates");
        route.gates().stream().sorted().forEach(gates::add);
        if (speed != null) {
            properties.put("speedKnots", speed);
            properties.put("hours", rounded(route.pathNauticalMiles() / speed));
            properties.put("leastHours", rounded(route.lowerBoundNauticalMiles() / speed));
        }
        var geometry = feature.putObject("geometry").put("type", "MultiLineString");
        lines(geometry.putArray("coordinates"), route);
        return feature.toString();
    }

    private static void lines(ArrayNode lines, SeaRoute route) {
        ArrayNode line = lines.addArray();
        Place before = route.way().getFirst();
        point(line, before.longitudeDegrees(), before.latitudeDegrees());
        for (Place next : route.way().subList(1, route.way().size())) {
            double step = next.longitudeDegrees() - before.longitudeDegrees();
            if (Math.abs(step) > 180) {
                double side = step > 0 ? -180 : 180;
                double whole = 360 - Math.abs(step);
                double share = whole == 0 ? 0 : Math.abs(side - before.longitudeDegrees()) / whole;
                double north =
                        before.latitudeDegrees()
                                + share * (next.latitudeDegrees() - before.latitudeDegrees());
                point(line, side, north);
                line = lines.addArray();
                point(line, -side, north);
            }
            point(line, next.longitudeDegrees(), next.latitudeDegrees());
            before = next;
        }
    }

    private static void point(ArrayNode line, double east, double north) {
        line.addArray().add(Math.round(east * 1e5) / 1e5).add(Math.round(north * 1e5) / 1e5);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
