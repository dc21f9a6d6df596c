package org.fairlead.imagery.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a file as far as it could be taken apart.
///
/// `number` counts as spreadsheets do: the header of a CSV is row 1; features of a GeoJSON begin at
/// 1.
sealed interface FileRow {

    int number();

    /// @param outline GeoJSON area, where the row gives one instead of a point
    record Values(int number, Map<Field, String> texts, @Nullable JsonNode outline)
            implements FileRow {

        Values(int number, Map<Field, String> texts) {
            this(number, texts, null);
        }

        public Values {
            texts = Map.copyOf(texts);
        }
    }

    /// @param isLast nothing can be read beyond it
    record Broken(int number, String field, String detail, boolean isLast) implements FileRow {}
}
