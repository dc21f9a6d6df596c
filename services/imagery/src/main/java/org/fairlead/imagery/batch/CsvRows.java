package org.fairlead.imagery.batch;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Sightings of a CSV, by the columns that are known or named.
final class CsvRows implements FileRows {

    private final CsvTable table;
    private final HeaderMapping mapping;

    CsvRows(FileStart start, Map<Field, String> named, boolean isTimeGiven, int longestValue)
            throws IOException {
        table = new CsvTable(start, longestValue);
        mapping = HeaderMapping.of(table.headers(), named).checked(table.headers(), isTimeGiven);
    }

    @Override
    public Optional<FileRow> next() {
        return table.next()
                .map(row ->
                        switch (row) {
                            case CsvTable.Row.Unread(var why) -> why;
                            case CsvTable.Row.Cells cells -> values(cells);
                        });
    }

    private FileRow values(CsvTable.Row.Cells row) {
        var texts = new EnumMap<Field, String>(Field.class);
        mapping.columns()
                .forEach((field, column) -> {
                    int at = table.headers().indexOf(column);
                    if (at < row.values().size() && !row.values().get(at).isBlank()) {
                        texts.put(field, row.values().get(at));
                    }
                });
        return new FileRow.Values(row.number(), texts);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
