package org.fairlead.imagery.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                        hasTime ? texts.get(Field.FROM) : defaults.from(),
                        hasTime ? texts.get(Field.TO) : defaults.to(),
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
                        defaults.synthetic());
        return new Made(input, faults);
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
        faults.add(new FieldError("/" + name, "expected a number, was " + shortened(text)));
        return null;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
