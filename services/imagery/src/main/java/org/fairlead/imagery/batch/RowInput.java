package org.fairlead.imagery.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fairlead.contracts.imagery.Observation;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.imagery.sighting.SightingInput;
import org.jspecify.annotations.Nullable;

/// Makes the input of one sighting from the texts of a row and what the caller said for the whole
/// file.
final class RowInput {

    private final FileDefaults defaults;

    RowInput(FileDefaults defaults) {
        this.defaults = defaults;
    }

    /// The input, or the texts that are no numbers.
    record Made(SightingInput input, List<FieldError> faults) {}

    Made of(FileRow.Values row) {
        var texts = row.texts();
        var faults = new ArrayList<FieldError>();
        boolean hasTime =
                texts.containsKey(Field.AT)
                        || texts.containsKey(Field.FROM)
                        || texts.containsKey(Field.TO);
        var input =
                new SightingInput(
                        hasTime ? texts.get(Field.AT) : defaults.at(),
                        hasTime ? texts.get(Field.FROM) : start(texts),
                        hasTime ? texts.get(Field.TO) : stop(texts),
                        number(texts, Field.LATITUDE, "latitudeDegrees", faults),
                        number(texts, Field.LONGITUDE, "longitudeDegrees", faults),
                        number(texts, Field.POSITION_ERROR, "positionErrorMetres", faults),
                        number(texts, Field.LENGTH, "lengthMetres", faults),
                        number(texts, Field.LENGTH_ERROR, "lengthErrorMetres", faults),
                        number(texts, Field.HEADING, "headingDegrees", faults),
                        texts.get(Field.LABEL),
                        defaults.sensor(),
                        defaults.source(),
                        texts.getOrDefault(Field.LICENCE, defaults.licence()),
                        texts.get(Field.NOTE),
                        texts.get(Field.SCENE),
                        defaults.synthetic(),
                        observation(row, faults));
        return new Made(input, faults);
    }

    private @Nullable String start(Map<Field, String> texts) {
        return defaults.hasTime()
                ? defaults.from()
                : product(texts).map(times -> times.start().toString()).orElse(null);
    }

    private @Nullable String stop(Map<Field, String> texts) {
        return defaults.hasTime()
                ? defaults.to()
                : product(texts).map(times -> times.stop().toString()).orElse(null);
    }

    private static Optional<ProductTimes> product(Map<Field, String> texts) {
        return ProductTimes.of(texts.getOrDefault(Field.SCENE, ""));
    }

    private static @Nullable Observation observation(FileRow.Values row, List<FieldError> faults) {
        var texts = row.texts();
        var read =
                new Observation(
                        null,
                        row.outline(),
                        number(texts, Field.BEAM, "observation/beamMetres", faults),
                        number(texts, Field.BEAM_ERROR, "observation/beamErrorMetres", faults),
                        number(
                                texts,
                                Field.HEADING_ERROR,
                                "observation/headingErrorDegrees",
                                faults),
                        truth(
                                texts,
                                Field.HEADING_AMBIGUOUS,
                                "observation/isHeadingAmbiguous",
                                faults),
                        List.of(),
                        motion(texts, faults),
                        truth(texts, Field.WAKE, "observation/hasWake", faults),
                        texts.get(Field.COLOUR),
                        confidence(texts, faults),
                        texts.get(Field.OBSERVER),
                        texts.get(Field.SECOND_READER),
                        number(
                                texts,
                                Field.AZIMUTH_SHIFT_ERROR,
                                "observation/azimuthShiftErrorMetres",
                                faults),
                        number(
                                texts,
                                Field.GROUND_RESOLUTION,
                                "observation/groundResolutionMetres",
                                faults));
        return read.equals(Observation.NONE) ? null : read;
    }

    private static @Nullable Double confidence(Map<Field, String> texts, List<FieldError> faults) {
        Double percent = number(texts, Field.CONFIDENCE_PERCENT, "observation/confidence", faults);
        return texts.containsKey(Field.CONFIDENCE) || percent == null
                ? number(texts, Field.CONFIDENCE, "observation/confidence", faults)
                : Double.valueOf(percent / 100);
    }

    private static @Nullable Boolean truth(
            Map<Field, String> texts, Field field, String name, List<FieldError> faults) {
        String text = texts.get(field);
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> {
                faults.add(
                        new FieldError(
                                "/" + name, "expected true or false, was " + shortened(text)));
                yield null;
            }
        };
    }

    private static Observation.@Nullable Motion motion(
            Map<Field, String> texts, List<FieldError> faults) {
        String text = texts.get(Field.MOTION);
        if (text == null) {
            return null;
        }
        for (var motion : Observation.Motion.values()) {
            if (motion.name().equalsIgnoreCase(text.strip().replaceAll("[- ]", "_"))) {
                return motion;
            }
        }
        faults.add(
                new FieldError(
                        "/observation/motion",
                        "expected moored, anchored, alongside-ship or under-way, was "
                                + shortened(text)));
        return null;
    }

    private static @Nullable Double number(
            Map<Field, String> texts, Field field, String name, List<FieldError> faults) {
        String text = texts.get(field);
        if (text == null) {
            return null;
        }
        // Stricter than Double.parseDouble, which takes "1d", "0x1p3" and "NaN".
        if (text.matches("[-+]?[0-9]{1,15}(\\.[0-9]*)?([eE][-+]?[0-9]{1,3})?")) {
            return Double.valueOf(text);
        }
        boolean hasDecimalComma = text.matches("[-+]?[0-9]+,[0-9]+");
        faults.add(
                new FieldError(
                        "/" + name,
                        (hasDecimalComma
                                        ? "a decimal comma in a file separated by commas: separate by semicolons, or write a decimal point; was "
                                        : "expected a number, was ")
                                + shortened(text)));
        return null;
    }

    private static String shortened(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
