package org.fairlead.imagery.batch;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fairlead.service.problem.ProblemException;

/// A CSV with a header, row by row, separated by comma, semicolon, tab or bar. Where the separator
/// is not a comma, a comma between digits is the decimal one.
final class CsvTable implements AutoCloseable {

    /// One row, or why there is none.
    sealed interface Row {

        /// @param values as many as there are headers, or fewer
        record Cells(int number, List<String> values) implements Row {

            public Cells {
                values = List.copyOf(values);
            }
        }

        record Unread(FileRow.Broken why) implements Row {}
    }

    private final MappingIterator<String[]> rows;
    private final List<String> headers;
    private final boolean hasDecimalComma;
    private int number = 1;
    private boolean isBroken;

    CsvTable(FileStart start, int longestValue) throws IOException {
        char separator = start.separator();
        hasDecimalComma = separator != ',';
        var factory =
                CsvFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxStringLength(longestValue)
                                        .build())
                        .build();
        var reader =
                new CsvMapper(factory)
                        .readerFor(String[].class)
                        .with(CsvParser.Feature.WRAP_AS_ARRAY)
                        .with(CsvParser.Feature.TRIM_SPACES)
                        .with(CsvSchema.emptySchema().withColumnSeparator(separator));
        rows = reader.readValues(start.reader());
        headers = header();
    }

    private List<String> header() {
        try {
            if (rows.hasNext()) {
                return Arrays.stream(rows.next()).map(String::strip).toList();
            }
        } catch (RuntimeException fault) {
            throw ProblemException.invalid("body", "the header cannot be read: " + why(fault));
        }
        throw ProblemException.invalid("body", "the file has no header");
    }

    List<String> headers() {
        return headers;
    }

    /// Empty at the end.
    Optional<Row> next() {
        if (isBroken) {
            return Optional.empty();
        }
        try {
            // Counted before it is looked for: looking can fail too, and then this row is meant.
            for (number++; rows.hasNext(); number++) {
                String[] values = rows.next();
                if (values.length > 1 || values.length == 1 && !values[0].isBlank()) {
                    return Optional.of(row(values));
                }
            }
            return Optional.empty();
        } catch (ProblemException refusal) {
            throw refusal;
        } catch (RuntimeException fault) {
            isBroken = true;
            return Optional.of(new Row.Unread(new FileRow.Broken(number, "", why(fault), true)));
        }
    }

    private Row row(String[] values) {
        if (values.length > headers.size()) {
            return new Row.Unread(
                    new FileRow.Broken(
                            number,
                            "",
                            "%d values under %d headers: a decimal comma, or another one that separates nothing? Quote the value, or separate by semicolons"
                                    .formatted(values.length, headers.size()),
                            false));
        }
        return new Row.Cells(
                number, Arrays.stream(values).map(String::strip).map(this::plain).toList());
    }

    private String plain(String text) {
        return hasDecimalComma && text.matches("[-+]?[0-9]+,[0-9]+")
                ? text.replace(',', '.')
                : text;
    }

    /// Jackson wraps what the reader says, so the innermost reason is looked for first.
    private static String why(Throwable fault) {
        String said = "cannot be read; nothing beyond this row was read";
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                throw refusal;
            }
            if (cause instanceof CharacterCodingException) {
                return "not UTF-8; save the file as UTF-8; nothing from this row on was read";
            }
            if (cause instanceof JacksonException parser) {
                said = parser.getOriginalMessage() + "; nothing beyond this row was read";
            }
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
