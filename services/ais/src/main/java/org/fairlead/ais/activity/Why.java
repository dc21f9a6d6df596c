package org.fairlead.ais.activity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why an activity was found, for a person who must be able to check it.
///
/// @param rule in words
/// @param statement what it found this time
/// @param fixes the reports it rests on
/// @param reception how the ship was heard, by day
/// @param others how others were heard in the silence it is, or lies in; absent where there is none
record Why(
        UUID id,
        int version,
        String kind,
        String state,
        String rule,
        String statement,
        List<Parameter> parameters,
        List<Map<String, Object>> fixes,
        List<String> sources,
        List<Reception> reception,
        @Nullable Others others,
        @Nullable String derivedAt) {

    /// How other ships of her class were heard where she fell silent: what its class rests on.
    ///
    /// @param figures as in the silence's `facts.reception`
    record Others(UUID silenceId, String classification, Map<String, Object> figures) {

        static @Nullable Others of(ActivityStore.StoredActivity silence) {
            var facts = silence.record().getJsonObject("facts");
            var figures = facts == null ? null : facts.getJsonObject("reception");
            return figures == null
                    ? null
                    : new Others(
                            silence.id(),
                            silence.record().getString("classification"),
                            figures.getMap());
        }
    }

    /// One threshold in force.
    ///
    /// @param status `adopted` from the source named, `ours` and waiting for calibration, or
    ///   `calibrated`
    record Parameter(
            String key,
            String value,
            @Nullable String meaning,
            @Nullable String source,
            @Nullable String status) {}

    /// @param days with at least one report
    record Reception(String span, long reports, int days) {}

    /// The silence an activity lies in, where it says so; a silence is its own.
    static @Nullable UUID silenceOf(ActivityStore.StoredActivity activity) {
        if (activity.kind().equals("silence")) {
            return activity.id();
        }
        var details = activity.record().getJsonObject("details");
        String id = details == null ? null : details.getString("silenceId");
        return id == null ? null : UUID.fromString(id);
    }

    static Why of(
            ActivityStore.StoredActivity activity,
            List<Reception> reception,
            @Nullable Others others) {
        var record = activity.record();
        return new Why(
                activity.id(),
                record.getInteger("version"),
                activity.kind(),
                record.getString("state"),
                RuleText.of(activity.kind()),
                record.getString("reason"),
                parameters(record),
                fixes(record),
                strings(record.getJsonArray("sources")),
                reception,
                others,
                record.getString("derivedAt"));
    }

    private static List<Parameter> parameters(JsonObject record) {
        var parameters = new ArrayList<Parameter>();
        var values = record.getJsonObject("parameters", new JsonObject());
        new TreeMap<>(values.getMap())
                .forEach((key, value) -> {
                    var known = Threshold.of(key);
                    parameters.add(
                            new Parameter(
                                    key,
                                    String.valueOf(value),
                                    known.map(Threshold::meaning).orElse(null),
                                    known.map(Threshold::source).orElse(null),
                                    known.map(Threshold::status).orElse(null)));
                });
        return parameters;
    }

    /// Kinds without a list of fixes rest on their two ends.
    private static List<Map<String, Object>> fixes(JsonObject record) {
        var fixes = new ArrayList<Map<String, Object>>();
        var facts = record.getJsonObject("facts", new JsonObject());
        var listed = record.getJsonArray("fixes", facts.getJsonArray("fixes", new JsonArray()));
        for (int i = 0; i < listed.size(); i++) {
            fixes.add(listed.getJsonObject(i).getMap());
        }
        if (fixes.isEmpty()) {
            for (String end : List.of("start", "end")) {
                var position = record.getJsonObject(end);
                if (position != null) {
                    fixes.add(position.getMap());
                }
            }
        }
        return fixes;
    }

    private static List<String> strings(@Nullable JsonArray array) {
        return array == null ? List.of() : array.stream().map(String::valueOf).toList();
    }
}
