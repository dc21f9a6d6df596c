package org.fairlead.lists.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairlead.lists.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// Rows of a table with a header, one after the other. Lines before the header are kept apart:
/// publishers put the date of the file there.
public final class TableRows implements Closeable {

    private static final int LINES_BEFORE_HEADER = 20;

    /// Where rows come from.
    interface Source extends Closeable {

        /// The next row with its line; absent at the end.
        @Nullable Cells next() throws IOException, UnreadableFile;
    }

    record Cells(List<String> values, int line) {}

    private final Source source;
    private final List<List<String>> preamble = new ArrayList<>();
    private Map<String, Integer> columns = Map.of();
    private boolean isHeaderRead;

    TableRows(Source source) {
        this.source = source;
    }

    /// Text in UTF-8, with lines of Latin-1 among it if need be.
    public static TableRows csv(InputStream file, char separator) throws IOException {
        return new TableRows(new CsvCells(file, separator));
    }

    /// The first sheet.
    public static TableRows ods(InputStream file) throws IOException {
        return new TableRows(new OdsCells(file));
    }

    /// Goes to the header: the first row that has all of these columns.
    ///
    /// @throws UnreadableFile when there is none within the first twenty rows
    public void requireColumns(String... names) throws IOException, UnreadableFile {
        if (isHeaderRead) {
            return;
        }
        var wanted = Arrays.stream(names).map(TableRow::key).toList();
        for (int i = 0; i < LINES_BEFORE_HEADER; i++) {
            var cells = source.next();
            if (cells == null) {
                break;
            }
            var header = header(cells.values());
            if (header.keySet().containsAll(wanted)) {
                columns = header;
                isHeaderRead = true;
                return;
            }
            preamble.add(cells.values());
        }
        throw new UnreadableFile(
                preamble.isEmpty()
                        ? "the file is empty"
                        : "line 1: the header with the columns %s was not found"
                                .formatted(String.join(", ", names)));
    }

    private static Map<String, Integer> header(List<String> values) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < values.size(); i++) {
            columns.putIfAbsent(TableRow.key(values.get(i)), i);
        }
        return columns;
    }

    public boolean hasColumn(String name) {
        return columns.containsKey(TableRow.key(name));
    }

    /// Cells of the rows before the header.
    public List<List<String>> preamble() {
        return List.copyOf(preamble);
    }

    /// The next row that is not blank.
    ///
    /// @throws UnreadableFile for more cells than the header has: a row that was cut or shifted
    public Optional<TableRow> next() throws IOException, UnreadableFile {
        for (var cells = source.next(); cells != null; cells = source.next()) {
            if (cells.values().stream().allMatch(String::isBlank)) {
                continue;
            }
            int filled = cells.values().size();
            while (filled > columns.size() && cells.values().get(filled - 1).isBlank()) {
                filled--;
            }
            if (filled > columns.size()) {
                throw new UnreadableFile(
                        "line %d: %d cells under a header of %d"
                                .formatted(cells.line(), filled, columns.size()));
            }
            return Optional.of(new TableRow(columns, cells.values(), cells.line()));
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
