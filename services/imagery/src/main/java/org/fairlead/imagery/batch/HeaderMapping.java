package org.fairlead.imagery.batch;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.service.problem.ProblemException;

/// Which column each field is read from: the one the caller names, else the first whose header is
/// known for it.
record HeaderMapping(Map<Field, String> columns) {

    private static final String PREFIX = "map.";

    HeaderMapping {
        columns = Map.copyOf(columns);
    }

    /// Columns the caller names, by `map.<field>`.
    ///
    /// @throws ProblemException for a field that does not exist
    static Map<Field, String> named(Map<String, List<String>> query) {
        var named = new EnumMap<Field, String>(Field.class);
        query.forEach((parameter, values) -> {
            if (parameter.startsWith(PREFIX)) {
                String slug = parameter.substring(PREFIX.length());
                Field field =
                        Field.ofSlug(slug)
                                .orElseThrow(() ->
                                        ProblemException.invalid(
                                                parameter, "no such field; known: " + slugs()));
                named.put(field, values.getFirst());
            }
        });
        return named;
    }

    private static String slugs() {
        return Stream.of(Field.values()).map(Field::slug).collect(Collectors.joining(", "));
    }

    static HeaderMapping of(Collection<String> headers, Map<Field, String> named) {
        var columns = new EnumMap<Field, String>(Field.class);
        for (Field field : Field.values()) {
            headers.stream()
                    .filter(field::isCalled)
                    .findFirst()
                    .ifPresent(header -> columns.put(field, header));
        }
        // A provider's own moment beside start and stop: the interval says more.
        if (columns.containsKey(Field.FROM) && columns.containsKey(Field.TO)) {
            columns.remove(Field.AT);
        }
        columns.putAll(named);
        return new HeaderMapping(columns);
    }

    /// @throws ProblemException when a named column or a place is missing
    HeaderMapping checked(Collection<String> headers, boolean isTimeGiven) {
        columns.forEach((field, column) -> {
            if (!headers.contains(column)) {
                throw ProblemException.invalid(
                        PREFIX + field.slug(),
                        "no column %s; the file has %s".formatted(column, list(headers)));
            }
        });
        need(Field.LATITUDE, headers);
        need(Field.LONGITUDE, headers);
        boolean hasTime =
                columns.containsKey(Field.AT)
                        || columns.containsKey(Field.FROM) && columns.containsKey(Field.TO)
                        || columns.containsKey(Field.SCENE);
        if (!hasTime && !isTimeGiven) {
            throw ProblemException.invalid(
                    "at",
                    "no column with a time in %s: name one by map.at, or give at (or from and to) for the whole file"
                            .formatted(list(headers)));
        }
        return this;
    }

    private void need(Field field, Collection<String> headers) {
        if (!columns.containsKey(field)) {
            throw ProblemException.invalid(
                    PREFIX + field.slug(),
                    "no column is known to hold it; the file has %s".formatted(list(headers)));
        }
    }

    private static String list(Collection<String> headers) {
        return headers.stream().limit(40).collect(Collectors.joining(", "));
    }
}
