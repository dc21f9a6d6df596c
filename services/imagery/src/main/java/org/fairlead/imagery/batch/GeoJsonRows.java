package org.fairlead.imagery.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Sightings of a GeoJSON FeatureCollection, each a point or an area.
final class GeoJsonRows implements FileRows {

    private final GeoJsonFeatures features;
    private final Map<Field, String> named;

    GeoJsonRows(FileStart start, Map<Field, String> named, int longestValue) throws IOException {
        this.features = new GeoJsonFeatures(start, longestValue);
        this.named = named;
    }

    @Override
    public Optional<FileRow> next() throws IOException {
        return features.next()
                .map(feature ->
                        switch (feature) {
                            case GeoJsonFeatures.Feature.Cut(var broken) -> broken;
                            case GeoJsonFeatures.Feature.Whole(int number, var json) ->
                                    row(number, json);
                        });
    }

    private FileRow row(int number, JsonNode feature) {
        JsonNode geometry = feature.path("geometry");
        JsonNode place = geometry.path("coordinates");
        String type = geometry.path("type").asText();
        boolean isArea = type.equals("Polygon") || type.equals("MultiPolygon");
        boolean isPoint =
                type.equals("Point") && place.path(0).isNumber() && place.path(1).isNumber();
        if (!isPoint && !isArea) {
            return new FileRow.Broken(
                    number,
                    "geometry",
                    "expected a Point with longitude and latitude, or a Polygon",
                    false);
        }
        JsonNode properties = feature.path("properties");
        var names = new ArrayList<String>();
        properties.fieldNames().forEachRemaining(names::add);
        var texts = new EnumMap<Field, String>(Field.class);
        HeaderMapping.of(names, named)
                .columns()
                .forEach((field, name) -> {
                    JsonNode value = properties.path(name);
                    if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                        texts.put(field, value.asText());
                    }
                });
        if (isArea) {
            // The area is the place; what the properties say of a point is its middle at best.
            texts.remove(Field.LONGITUDE);
            texts.remove(Field.LATITUDE);
            return new FileRow.Values(number, texts, geometry);
        }
        texts.put(Field.LONGITUDE, place.path(0).asText());
        texts.put(Field.LATITUDE, place.path(1).asText());
        return new FileRow.Values(number, texts);
    }

    @Override
    public void close() throws IOException {
        features.close();
    }
}
