package org.fairlead.seas.water;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fairlead.seas.distance.Place;

/// The gates that come with this module, in the order in which a graph numbers them.
public final class Gates {

    private static final List<Gate> ALL = read();

    private Gates() {}

    public static List<Gate> all() {
        return ALL;
    }

    /// By id, name or alias, whatever the case.
    public static Optional<Gate> called(String text) {
        return ALL.stream().filter(gate -> gate.isCalled(text)).findFirst();
    }

    /// Those closed unless somebody says otherwise.
    public static Set<String> closed() {
        return ALL.stream()
                .filter(gate -> !gate.isOpen())
                .map(Gate::id)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /// Lines no way may cross, gates or not: where the map draws water that no ship can pass.
    static List<Line> blocked() {
        return rows("blocked.csv").stream()
                .map(row -> new Line(places(row.getOrDefault("line", ""))))
                .toList();
    }

    private static List<Gate> read() {
        return rows("gates.csv").stream().map(Gates::gate).toList();
    }

    private static Gate gate(Map<String, String> row) {
        return new Gate(
                text(row, "id"),
                text(row, "name"),
                words(text(row, "aliases")),
                Double.parseDouble(text(row, "draught_metres")),
                text(row, "state").equals("open"),
                places(text(row, "channel")),
                places(text(row, "cut")),
                text(row, "source"));
    }

    private static List<Map<String, String>> rows(String name) {
        try (InputStream csv = Gates.class.getResourceAsStream(name);
                var rows =
                        new CsvMapper()
                                .readerForMapOf(String.class)
                                .with(CsvSchema.emptySchema().withHeader())
                                .<Map<String, String>>readValues(
                                        Objects.requireNonNull(csv, name))) {
            return rows.readAll();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String text(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column).strip();
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(";", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Points as `latitude longitude`, parted by semicolons.
    private static List<Place> places(String text) {
        return words(text).stream()
                .map(point -> point.split(" +", -1))
                .map(pair -> new Place(Double.parseDouble(pair[0]), Double.parseDouble(pair[1])))
                .toList();
    }
}
