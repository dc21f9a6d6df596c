package org.fairlead.imagery.batch;

import java.util.Map;

/// One row of a file as far as it could be taken apart.
///
/// `number` counts as spreadsheets do: the header of a CSV is row 1; features of a GeoJSON begin at
/// 1.
sealed interface FileRow {

    int number();

    record Values(int number, Map<Field, String> texts) implements FileRow {

        public Values {
            texts = Map.copyOf(texts);
        }
    }

    /// @param isLast nothing can be read beyond it
    record Broken(int number, String field, String detail, boolean isLast) implements FileRow {}
}
