package org.fairlead.lists.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// One row under its header. Columns are named without regard to case and spacing.
public final class TableRow {

    private final Map<String, Integer> columns;
    private final List<String> values;
    private final int line;

    TableRow(Map<String, Integer> columns, List<String> values, int line) {
        this.columns = columns;
        this.values = values;
        this.line = line;
    }

    /// From 1; of an ODS file the row.
    public int line() {
        return line;
    }

    /// Stripped; absent when the column is missing or the cell blank.
    public @Nullable String text(String column) {
        var at = columns.get(key(column));
        return at == null || at >= values.size() ? null : ListingBuilder.clean(values.get(at));
    }

    /// The first of several names of a column that has a value.
    public @Nullable String text(String column, String otherwise) {
        String text = text(column);
        return text == null ? text(otherwise) : text;
    }

    /// @throws UnreadableFile naming line and column when it is blank
    public String required(String column) throws UnreadableFile {
        String text = text(column);
        if (text == null) {
            throw fault(column, "is empty");
        }
        return text;
    }

    public UnreadableFile fault(String column, String what) {
        return new UnreadableFile("line %d, column %s: %s".formatted(line, column, what));
    }

    static String key(String column) {
        return column.replaceAll("[\\s\\u00A0\\uFEFF_]+", "").toLowerCase(Locale.ROOT);
    }
}
