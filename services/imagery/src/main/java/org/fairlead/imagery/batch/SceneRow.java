package org.fairlead.imagery.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.imagery.scene.SceneInput;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// Makes the input of a scene from a row of a CSV. The footprint is GeoJSON, WKT (also with the
/// `SRID=4326;` that databases put before it), or four columns with its bounds; recall is written
/// `50-100:0.6; 100-:0.9`.
final class SceneRow {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SceneColumns columns;
    private final @Nullable String provider;
    private final @Nullable String licence;
    private final @Nullable String sensor;
    private final boolean synthetic;

    /// @param provider for rows that name none, as `licence` and `sensor`
    SceneRow(
            SceneColumns columns,
            @Nullable String provider,
            @Nullable String licence,
            @Nullable String sensor,
            boolean synthetic) {
        this.columns = columns;
        this.provider = provider;
        this.licence = licence;
        this.sensor = sensor;
        this.synthetic = synthetic;
    }

    /// @param faults of what cannot be read at all, each with its field
    record Read(SceneInput input, List<FieldError> faults) {

        Read {
            faults = List.copyOf(faults);
        }
    }

    Read of(CsvTable.Row.Cells row) {
        var faults = new ArrayList<FieldError>();
        String start = text(row, SceneColumn.START);
        Double percent = number(row, SceneColumn.CLOUD_COVER_PERCENT, "cloudCover", faults);
        Double share = number(row, SceneColumn.CLOUD_COVER, "cloudCover", faults);
        var input =
                new SceneInput(
                        text(row, SceneColumn.NAME),
                        or(text(row, SceneColumn.SENSOR), sensor),
                        or(text(row, SceneColumn.PROVIDER), provider),
                        start,
                        or(text(row, SceneColumn.END), start),
                        footprint(row, faults),
                        number(
                                row,
                                SceneColumn.GROUND_RESOLUTION,
                                "groundResolutionMetres",
                                faults),
                        share == null && percent != null ? Double.valueOf(percent / 100) : share,
                        recall(row, faults),
                        or(text(row, SceneColumn.LICENCE), licence),
                        text(row, SceneColumn.SOURCE_URI),
                        text(row, SceneColumn.SHA256),
                        text(row, SceneColumn.NOTE),
                        synthetic);
        return new Read(input, faults);
    }

    private @Nullable JsonNode footprint(CsvTable.Row.Cells row, List<FieldError> faults) {
        String text = text(row, SceneColumn.FOOTPRINT);
        if (text == null) {
            return box(row, faults);
        }
        try {
            return text.startsWith("{")
                    ? JSON.readTree(text)
                    : geoJson(new WKTReader().read(withoutReference(text)));
        } catch (JsonProcessingException | ParseException | IllegalArgumentException none) {
            faults.add(
                    new FieldError(
                            "/footprint",
                            "expected a polygon as GeoJSON or WKT, POLYGON((lon lat, ...))"));
            return null;
        }
    }

    /// What is no area is left to the reader of footprints to refuse, by its type.
    private static JsonNode geoJson(Geometry shape) {
        var areas = JSON.createArrayNode();
        for (int at = 0; at < shape.getNumGeometries(); at++) {
            if (!(shape.getGeometryN(at) instanceof Polygon polygon)) {
                return JSON.createObjectNode().put("type", shape.getGeometryType());
            }
            var rings = areas.addArray();
            rings.add(ring(polygon.getExteriorRing()));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(ring(polygon.getInteriorRingN(hole)));
            }
        }
        var area = JSON.createObjectNode().put("type", "MultiPolygon");
        area.set("coordinates", areas);
        return area;
    }

    private static JsonNode ring(LinearRing ring) {
        var points = JSON.createArrayNode();
        for (Coordinate point : ring.getCoordinates()) {
            points.add(place(point.x, point.y));
        }
        return points;
    }

    /// WKT of PostGIS, and of catalogues that wrap it as `geography'SRID=4326;POLYGON...'`.
    private static String withoutReference(String text) {
        String bare = text.replaceFirst("(?i)^geography'", "").replaceFirst("'$", "");
        return bare.replaceFirst("(?i)^SRID=4326;", "");
    }

    /// Bounds whose east lies west of their west reach over 180°.
    private @Nullable JsonNode box(CsvTable.Row.Cells row, List<FieldError> faults) {
        double[] sides = new double[4];
        for (int side = 0; side < sides.length; side++) {
            SceneColumn column = SceneColumns.CORNERS.get(side);
            Double degrees = number(row, column, column.slug(), faults);
            if (degrees == null) {
                return null;
            }
            sides[side] = degrees;
        }
        double east = sides[2] < sides[0] ? sides[2] + 360 : sides[2];
        var ring = JSON.createArrayNode();
        ring.add(place(sides[0], sides[1]));
        ring.add(place(east, sides[1]));
        ring.add(place(east, sides[3]));
        ring.add(place(sides[0], sides[3]));
        ring.add(place(sides[0], sides[1]));
        var polygon = JSON.createObjectNode().put("type", "Polygon");
        polygon.putArray("coordinates").add(ring);
        return polygon;
    }

    private static JsonNode place(double longitude, double latitude) {
        return JSON.createArrayNode().add(longitude).add(latitude);
    }

    private @Nullable List<SceneInput.Band> recall(
            CsvTable.Row.Cells row, List<FieldError> faults) {
        String text = text(row, SceneColumn.RECALL);
        if (text == null) {
            return null;
        }
        var bands = new ArrayList<SceneInput.Band>();
        for (String part : text.split("[;|]")) {
            String band = part.strip().replaceAll("\\s", "");
            if (band.isEmpty()) {
                continue;
            }
            if (!band.matches("[0-9.]{1,8}-[0-9.]{0,8}:[0-9.]{1,8}")) {
                faults.add(
                        new FieldError(
                                "/recallByLength",
                                "expected lengths in metres and a share, as 50-100:0.6; 100-:0.9"));
                return null;
            }
            int dash = band.indexOf('-');
            int colon = band.indexOf(':');
            String to = band.substring(dash + 1, colon);
            bands.add(
                    new SceneInput.Band(
                            parsed(band.substring(0, dash)),
                            to.isEmpty() ? null : parsed(to),
                            parsed(band.substring(colon + 1))));
        }
        return bands;
    }

    private @Nullable Double number(
            CsvTable.Row.Cells row, SceneColumn column, String field, List<FieldError> faults) {
        String text = text(row, column);
        if (text == null) {
            return null;
        }
        Double value = parsed(text);
        if (value == null) {
            faults.add(new FieldError("/" + field, "expected a number, was " + shown(text)));
        }
        return value;
    }

    /// Absent where it is no finite number.
    private static @Nullable Double parsed(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40).toLowerCase(Locale.ROOT) + "…";
    }

    private @Nullable String text(CsvTable.Row.Cells row, SceneColumn column) {
        String text = columns.text(row, column).strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String or(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
