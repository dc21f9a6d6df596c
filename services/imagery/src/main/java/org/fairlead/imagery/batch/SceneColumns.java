package org.fairlead.imagery.batch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.service.problem.ProblemException;

/// Which column of a CSV each part of a scene is read from: the one the caller names by
/// `map.<part>`, else the first whose header is known for it.
record SceneColumns(Map<SceneColumn, Integer> at) {

    private static final String PREFIX = "map.";

    SceneColumns {
        at = Map.copyOf(at);
    }

    /// @throws ProblemException for a part that does not exist, a column that is not there, and
    ///   where no column holds a footprint, a name or a time
    static SceneColumns of(List<String> headers, Map<String, List<String>> query) {
        var at = new EnumMap<SceneColumn, Integer>(SceneColumn.class);
        for (SceneColumn column : SceneColumn.values()) {
            column.among(headers).ifPresent(header -> at.put(column, headers.indexOf(header)));
        }
        query.forEach((parameter, values) -> {
            if (parameter.startsWith(PREFIX)) {
                at.put(column(parameter), index(parameter, values.getFirst(), headers));
            }
        });
        need(at, headers, SceneColumn.NAME);
        need(at, headers, SceneColumn.START);
        if (!at.keySet().containsAll(CORNERS)) {
            need(at, headers, SceneColumn.FOOTPRINT);
        }
        return new SceneColumns(at);
    }

    static final List<SceneColumn> CORNERS =
            List.of(SceneColumn.WEST, SceneColumn.SOUTH, SceneColumn.EAST, SceneColumn.NORTH);

    private static SceneColumn column(String parameter) {
        return SceneColumn.ofSlug(parameter.substring(PREFIX.length()))
                .orElseThrow(() ->
                        ProblemException.invalid(
                                parameter,
                                "no such field; known: "
                                        + Stream.of(SceneColumn.values())
                                                .map(SceneColumn::slug)
                                                .collect(Collectors.joining(", "))));
    }

    private static int index(String parameter, String header, List<String> headers) {
        int at = headers.indexOf(header);
        if (at < 0) {
            throw ProblemException.invalid(
                    parameter, "no column %s; the file has %s".formatted(header, list(headers)));
        }
        return at;
    }

    private static void need(
            Map<SceneColumn, Integer> at, List<String> headers, SceneColumn column) {
        if (!at.containsKey(column)) {
            throw ProblemException.invalid(
                    PREFIX + column.slug(),
                    "no column is known to hold it; the file has %s".formatted(list(headers)));
        }
    }

    private static String list(List<String> headers) {
        return headers.stream().limit(40).collect(Collectors.joining(", "));
    }

    /// Empty where the row has none.
    String text(CsvTable.Row.Cells row, SceneColumn column) {
        Integer index = at.get(column);
        return index == null || index >= row.values().size() ? "" : row.values().get(index);
    }
}
