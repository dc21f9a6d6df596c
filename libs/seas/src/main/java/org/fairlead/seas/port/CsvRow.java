package org.fairlead.seas.port;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// One row of a register that comes with this module, read by the names in its head.
record CsvRow(Map<String, String> cells) {

    /// @throws IllegalArgumentException when a row cannot be what it should be, naming its first
    ///   cell
    static <T> List<T> readAll(InputStream csv, String key, Function<CsvRow, T> reader)
            throws IOException {
        try (var rows =
                new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .<Map<String, String>>readValues(csv)) {
            return rows.readAll().stream().map(cells -> read(cells, key, reader)).toList();
        }
    }

    static <T> List<T> readResource(String name, String key, Function<CsvRow, T> reader) {
        try (var csv = CsvRow.class.getResourceAsStream(name)) {
            return readAll(Objects.requireNonNull(csv, name), key, reader);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static <T> T read(Map<String, String> cells, String key, Function<CsvRow, T> reader) {
        try {
            return reader.apply(new CsvRow(cells));
        } catch (RuntimeException fault) {
            throw new IllegalArgumentException(
                    "port " + cells.get(key) + ": " + fault.getMessage(), fault);
        }
    }

    String text(String column) {
        String value = cells.get(column);
        if (value == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return value.strip();
    }

    double number(String column) {
        return Double.parseDouble(text(column));
    }

    @Nullable String optionalText(String column) {
        String value = text(column);
        return value.isEmpty() ? null : value;
    }

    @Nullable Integer optionalCount(String column) {
        String value = text(column);
        return value.isEmpty() ? null : Integer.valueOf(value);
    }

    @Nullable LocalDate optionalDay(String column) {
        String value = text(column);
        return value.isEmpty() ? null : LocalDate.parse(value);
    }

    Place place() {
        return new Place(number("latitude_degrees"), number("longitude_degrees"));
    }

    List<String> words(String column) {
        return Stream.of(text(column).split(";", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Corners as `latitude longitude`, parted by semicolons.
    List<Place> corners(String column) {
        return words(column).stream().map(CsvRow::corner).toList();
    }

    private static Place corner(String text) {
        var numbers = text.split(" +", -1);
        if (numbers.length != 2) {
            throw new IllegalArgumentException("a corner is 'latitude longitude': " + text);
        }
        return new Place(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }
}
