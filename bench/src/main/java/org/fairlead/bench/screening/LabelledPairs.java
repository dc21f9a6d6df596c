package org.fairlead.bench.screening;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Files of labelled pairs: with a header, `#` comments left out.
final class LabelledPairs {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

    private LabelledPairs() {}

    static List<Map<String, String>> read(Path file) {
        return read(file, CsvSchema.emptySchema().withHeader());
    }

    static List<Map<String, String>> read(Path file, CsvSchema schema) {
        try {
            String text =
                    String.join(
                            "\n",
                            Files.readAllLines(file).stream()
                                    .filter(line -> !line.startsWith("#"))
                                    .toList());
            return CSV.readerForMapOf(String.class)
                    .with(schema)
                    .<Map<String, String>>readValues(text)
                    .readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
