package org.fairlead.seas.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/// Rows of a CSV file with the line each begins on.
final class CsvTable implements AutoCloseable {

    private final MappingIterator<String[]> rows;

    CsvTable(Reader text) throws IOException {
        rows =
                new CsvMapper()
                        .readerFor(String[].class)
                        .with(CsvParser.Feature.WRAP_AS_ARRAY)
                        .readValues(withoutMark(text));
    }

    /// A byte order mark is no part of the first name.
    private static Reader withoutMark(Reader text) throws IOException {
        var buffered = new BufferedReader(text);
        buffered.mark(1);
        if (buffered.read() != '\uFEFF') {
            buffered.reset();
        }
        return buffered;
    }

    record Row(int line, String[] cells) {

        String cell(int column) {
            return column < cells.length && cells[column] != null ? cells[column].strip() : "";
        }
    }

    /// Null at the end.
    @org.jspecify.annotations.Nullable
    Row next() throws IOException {
        if (!rows.hasNextValue()) {
            return null;
        }
        int line = rows.getCurrentLocation().getLineNr();
        try {
            String[] cells = rows.nextValue();
            return new Row(line, cells);
        } catch (JsonProcessingException broken) {
            throw new IOException("line " + line + ": " + broken.getOriginalMessage(), broken);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
