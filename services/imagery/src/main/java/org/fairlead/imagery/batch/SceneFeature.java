package org.fairlead.imagery.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.imagery.scene.SceneInput;
import org.jspecify.annotations.Nullable;

/// Makes the input of a scene from a feature: this API's own names, or those of a STAC item
/// (SpatioTemporal Asset Catalog 1.0, with its `eo` extension), whose geometry is the footprint.
final class SceneFeature {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final @Nullable String provider;
    private final @Nullable String licence;
    private final boolean synthetic;

    /// @param provider for features that name none, as `licence`
    SceneFeature(@Nullable String provider, @Nullable String licence, boolean synthetic) {
        this.provider = provider;
        this.licence = licence;
        this.synthetic = synthetic;
    }

    /// @throws IllegalArgumentException for a table of recall that is none
    SceneInput input(JsonNode feature) {
        JsonNode named = feature.path("properties");
        String at = text(named, "acquisitionStart", "start_datetime", "datetime");
        Double percent = number(named, "eo:cloud_cover");
        Double share = number(named, "cloudCover");
        return new SceneInput(
                first(text(named, "name"), text(feature, "id")),
                text(named, "sensor", "constellation", "platform", "instruments"),
                first(first(text(named, "provider"), provider), provider(named)),
                at,
                first(text(named, "acquisitionEnd", "end_datetime"), at),
                feature.path("geometry"),
                number(named, "groundResolutionMetres", "gsd"),
                share == null && percent != null ? Double.valueOf(percent / 100) : share,
                recall(named.path("recallByLength")),
                first(text(named, "licence", "license"), licence),
                first(text(named, "sourceUri"), self(feature)),
                text(named, "sha256"),
                text(named, "note", "description"),
                synthetic || named.path("synthetic").asBoolean(false));
    }

    private static @Nullable List<SceneInput.Band> recall(JsonNode table) {
        if (table.isMissingNode() || table.isNull()) {
            return null;
        }
        var bands = new ArrayList<SceneInput.Band>();
        for (JsonNode band : table) {
            try {
                bands.add(JSON.treeToValue(band, SceneInput.Band.class));
            } catch (JsonProcessingException fault) {
                throw new IllegalArgumentException("no table of recall", fault);
            }
        }
        return bands;
    }

    private static @Nullable String provider(JsonNode named) {
        return text(named.path("providers").path(0), "name");
    }

    private static @Nullable String self(JsonNode feature) {
        for (JsonNode link : feature.path("links")) {
            if (link.path("rel").asText().equals("self")) {
                return text(link, "href");
            }
        }
        return null;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static @Nullable String text(JsonNode of, String... names) {
        for (String name : names) {
            JsonNode value = of.path(name);
            if (value.isArray()) {
                value = value.path(0);
            }
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                return value.asText();
            }
        }
        return null;
    }

    /// A text that is no number becomes one that no range takes, so that its field is named.
    private static @Nullable Double number(JsonNode of, String... names) {
        for (String name : names) {
            JsonNode value = of.path(name);
            if (value.isNumber()) {
                return value.asDouble();
            }
            if (!value.isMissingNode() && !value.isNull()) {
                return Double.NaN;
            }
        }
        return null;
    }
}
