package org.fairlead.cases.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A map of some places: land, a grid, a scale, the places with their labels.
///
/// @param caption what it is drawn from and how
public record Chart(List<Drawn> drawn, String caption) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 350;

    private static final String SEA = "#e8f1f7";
    private static final String LAND = "#d9d2c3";
    private static final String COAST = "#8d8472";
    private static final String GRID = "#b5c7d3";
    private static final String INK = "#1d2b36";
    private static final String MARKED = "#b3261e";
    private static final double NAUTICAL_MILES_PER_DEGREE = 60;
    private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60};
    private static final double[] MILES = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000};

    public Chart {
        drawn = List.copyOf(drawn);
    }

    /// Empty when nothing has a place.
    public static Optional<Chart> of(List<Mark> marks) {
        var places = new ArrayList<double[]>();
        marks.forEach(mark -> collect(mark.geometry().path("coordinates"), places));
        if (places.isEmpty()) {
            return Optional.empty();
        }
        Extent extent = Extent.around(places, (double) WIDTH / HEIGHT);
        var projection = new Projection(extent, WIDTH, HEIGHT);
        var drawn = new ArrayList<Drawn>();
        drawn.add(Drawn.filled(box(0, 0, WIDTH, HEIGHT), SEA));
        Path2D land = Land.in(extent, projection);
        drawn.add(new Drawn(land, LAND, COAST, 0.5f, false));
        grid(extent, projection, drawn);
        marks.forEach(mark -> mark(mark, extent, projection, drawn));
        scale(extent, drawn);
        drawn.add(Drawn.lined(box(0, 0, WIDTH, HEIGHT), INK, 1));
        return Optional.of(new Chart(drawn, caption(extent)));
    }

    private static String caption(Extent extent) {
        return String.format(
                Locale.ROOT,
                "Land: Natural Earth 1:10m (public domain). Equal steps of latitude and longitude,"
                        + " true at %s. Scale in nautical miles. Times in UTC.",
                latitude(extent.middleLatitude(), 0.1));
    }

    private static void collect(JsonNode coordinates, List<double[]> places) {
        if (coordinates.path(0).isNumber()) {
            double longitude = coordinates.path(0).asDouble();
            double latitude = coordinates.path(1).asDouble();
            if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 540) {
                places.add(new double[] {longitude, latitude});
            }
            return;
        }
        coordinates.forEach(part -> collect(part, places));
    }

    private static Path2D box(double x, double y, double width, double height) {
        return new Path2D.Double(new Rectangle2D.Double(x, y, width, height));
    }

    private static void grid(Extent extent, Projection projection, List<Drawn> drawn) {
        double step = step(extent.width() / 5);
        var lines = new Path2D.Double();
        var words = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (double at = Math.ceil(extent.west() / step) * step; at <= extent.east(); at += step) {
            double x = projection.x(at);
            lines.moveTo(x, 0);
            lines.lineTo(x, HEIGHT);
            if (x > 10 && x < WIDTH - 45) {
                words.append(Lettering.of(longitude(at, step), x + 2, HEIGHT - 4, 8), false);
            }
        }
        for (double at = Math.ceil(extent.south() / step) * step;
                at <= extent.north();
                at += step) {
            double y = projection.y(at);
            lines.moveTo(0, y);
            lines.lineTo(WIDTH, y);
            if (y > 12 && y < HEIGHT - 16) {
                words.append(Lettering.of(latitude(at, step), 3, y - 2, 8), false);
            }
        }
        drawn.add(Drawn.lined(lines, GRID, 0.5f));
        drawn.add(Drawn.filled(words, INK));
    }

    private static double step(double wanted) {
        for (double step : STEPS) {
            if (step >= wanted) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private static String longitude(double degrees, double step) {
        double wrapped = Extent.wrapped(degrees);
        return number(Math.abs(wrapped), step) + "°" + (wrapped < 0 ? "W" : "E");
    }

    private static String latitude(double degrees, double step) {
        return number(Math.abs(degrees), step) + "°" + (degrees < 0 ? "S" : "N");
    }

    private static String number(double value, double step) {
        return String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", value);
    }

    private static void mark(Mark mark, Extent extent, Projection projection, List<Drawn> drawn) {
        JsonNode geometry = mark.geometry();
        JsonNode coordinates = geometry.path("coordinates");
        switch (geometry.path("type").asText()) {
            case "Point" -> points(List.of(coordinates), mark.label(), extent, projection, drawn);
            case "MultiPoint" -> {
                drawn.add(Drawn.dashed(line(coordinates, extent, projection), MARKED, 1.2f));
                points(list(coordinates), mark.label(), extent, projection, drawn);
            }
            case "LineString" ->
                    lines(List.of(coordinates), mark.label(), extent, projection, drawn);
            case "MultiLineString" ->
                    lines(list(coordinates), mark.label(), extent, projection, drawn);
            case "Polygon" -> lines(list(coordinates), mark.label(), extent, projection, drawn);
            case "MultiPolygon" ->
                    coordinates.forEach(polygon ->
                            lines(list(polygon), mark.label(), extent, projection, drawn));
            default -> {
                // Nothing that has a place.
            }
        }
    }

    private static List<JsonNode> list(JsonNode nodes) {
        var list = new ArrayList<JsonNode>();
        nodes.forEach(list::add);
        return list;
    }

    private static void points(
            List<JsonNode> places,
            String label,
            Extent extent,
            Projection projection,
            List<Drawn> drawn) {
        for (JsonNode place : places) {
            double x = projection.x(extent.near(place.path(0).asDouble()));
            double y = projection.y(place.path(1).asDouble());
            var dot = new Path2D.Double(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
            drawn.add(new Drawn(dot, MARKED, "#ffffff", 1.2f, false));
            label(label, x + 6, y - 5, drawn);
        }
    }

    private static void label(String text, double x, double y, List<Drawn> drawn) {
        double width = Lettering.width(text, 10);
        double at = x + width > WIDTH - 4 ? x - width - 14 : x;
        double line = Math.clamp(y, 12, HEIGHT - 6);
        drawn.add(Drawn.filled(box(at - 2, line - 10, width + 4, 13), "#ffffff"));
        drawn.add(Drawn.filled(Lettering.of(text, at, line, 10), MARKED));
    }

    private static Path2D line(JsonNode places, Extent extent, Projection projection) {
        var line = new Path2D.Double();
        boolean isBegun = false;
        double last = 0;
        for (JsonNode place : places) {
            // Each longitude on the side where the one before is.
            double longitude =
                    isBegun
                            ? last + Extent.wrapped(place.path(0).asDouble() - last)
                            : extent.near(place.path(0).asDouble());
            double x = projection.x(longitude);
            double y = projection.y(place.path(1).asDouble());
            if (isBegun) {
                line.lineTo(x, y);
            } else {
                line.moveTo(x, y);
            }
            last = longitude;
            isBegun = true;
        }
        return line;
    }

    private static void lines(
            List<JsonNode> lines,
            String label,
            Extent extent,
            Projection projection,
            List<Drawn> drawn) {
        for (JsonNode places : lines) {
            drawn.add(Drawn.lined(line(places, extent, projection), MARKED, 1.5f));
        }
        JsonNode first = lines.isEmpty() ? null : lines.getFirst().path(0);
        if (first != null && first.path(0).isNumber()) {
            label(
                    label,
                    projection.x(extent.near(first.path(0).asDouble())) + 4,
                    projection.y(first.path(1).asDouble()) - 4,
                    drawn);
        }
    }

    private static void scale(Extent extent, List<Drawn> drawn) {
        double milesPerPixel =
                extent.width()
                        * NAUTICAL_MILES_PER_DEGREE
                        * Math.cos(Math.toRadians(extent.middleLatitude()))
                        / WIDTH;
        double miles = MILES[0];
        for (double candidate : MILES) {
            miles = candidate / milesPerPixel <= 130 ? candidate : miles;
        }
        double length = miles / milesPerPixel;
        double x = WIDTH - length - 14;
        double y = HEIGHT - 20;
        drawn.add(Drawn.filled(box(x - 6, y - 16, length + 12, 24), "#ffffff"));
        var bar = new Path2D.Double();
        bar.moveTo(x, y - 3);
        bar.lineTo(x, y + 3);
        bar.moveTo(x, y);
        bar.lineTo(x + length, y);
        bar.moveTo(x + length, y - 3);
        bar.lineTo(x + length, y + 3);
        drawn.add(Drawn.lined(bar, INK, 1.2f));
        drawn.add(
                Drawn.filled(
                        Lettering.of(String.format(Locale.ROOT, "%.0f NM", miles), x, y - 6, 8),
                        INK));
    }
}
