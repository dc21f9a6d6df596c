package org.fairlead.lists.table;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.fairlead.lists.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// Rows of a CSV file. The reader is Jackson's; what it cannot know is which lines are not in
/// UTF-8, and that a whole line may stand in quotes once more.
final class CsvCells implements TableRows.Source {

    private static final int LONGEST_CELL = 262_144;

    private final MappingIterator<String[]> rows;
    private boolean isFirst = true;

    CsvCells(InputStream file, char separator) throws IOException {
        var schema = CsvSchema.emptySchema().withColumnSeparator(separator);
        rows =
                CsvMapper.builder(
                                CsvFactory.builder()
                                        .streamReadConstraints(
                                                StreamReadConstraints.builder()
                                                        .maxStringLength(LONGEST_CELL)
                                                        .build())
                                        .build())
                        .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                        .build()
                        .readerFor(String[].class)
                        .with(schema)
                        .readValues(new MixedReader(file, separator));
    }

    @Override
    public TableRows.@Nullable Cells next() throws IOException, UnreadableFile {
        int line = rows.getParser().currentTokenLocation().getLineNr();
        try {
            if (!rows.hasNextValue()) {
                return null;
            }
            // The parser stands at the end of the row before.
            line = rows.getParser().currentTokenLocation().getLineNr() + (isFirst ? 0 : 1);
            isFirst = false;
            return new TableRows.Cells(List.of(rows.nextValue()), line);
        } catch (JacksonException e) {
            int at = e.getLocation() == null ? line : e.getLocation().getLineNr();
            throw new UnreadableFile("line %d: no row of a CSV file".formatted(at));
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
