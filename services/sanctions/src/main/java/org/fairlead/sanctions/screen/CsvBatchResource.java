package org.fairlead.sanctions.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.screening.Algorithm;
import org.fairlead.screening.Explanation;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A table of ships and parties in, a table of possible matches out.
///
/// A row that says nothing comparable is not dropped: the answer has it, with what is wrong.
@Path("/api/sanctions/v1/screen/csv")
class CsvBatchResource {

    private static final CsvMapper CSV =
            CsvMapper.builder()
                    .enable(CsvParser.Feature.TRIM_SPACES)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .build();

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "queryName",
                    "rank",
                    "score",
                    "band",
                    "list",
                    "sourceId",
                    "listedName",
                    "matchedName",
                    "aliasStrength",
                    "listedStatus",
                    "listVersion",
                    "reasons",
                    "problem");

    private final CallerProducer callers;
    private final ScreenRunner runner;
    private final KeptScreeningStore kept;
    private final ScreenConfig config;
    private final ObjectMapper json;

    @Inject
    CsvBatchResource(
            CallerProducer callers,
            ScreenRunner runner,
            KeptScreeningStore kept,
            ScreenConfig config,
            ObjectMapper json) {
        this.callers = callers;
        this.runner = runner;
        this.kept = kept;
        this.config = config;
        this.json = json;
    }

    /// @param queries by the id of their row; `problems` for rows that are none
    private record Table(
            Map<String, ScreenRequest.Query> queries,
            Map<String, String> names,
            Map<String, String> problems) {}

    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN})
    @Produces("text/csv")
    @Blocking
    public Response screen(
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("threshold") @Nullable Double threshold,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("schema") @Nullable String schema,
            @Nullable String body) {
        String by = callers.member().username();
        var table = table(body == null ? "" : body, schema);
        if (table.queries.isEmpty()) {
            throw ProblemException.invalid(
                    "/", "no row with a name or an identifier; the first line names the columns");
        }
        var request =
                new ScreenRequest(table.queries, asOf, null, null, null, threshold, limit, null);
        var checked = CheckedRequest.of(request, config.mostQueries());
        return response(Waiting.on(() -> runner.prepare(checked)), table, request, by);
    }

    private Response response(
            ScreenRunner.Prepared prepared, Table table, ScreenRequest request, String by) {
        var id = UUID.randomUUID();
        StreamingOutput out = stream -> write(prepared, table, request, by, id, stream);
        String day =
                DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(prepared.now());
        return Response.ok(out, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"screening-" + day + ".csv\"")
                .header("Fairlead-Screening", id.toString())
                .header("ETag", '"' + prepared.corpus().version() + '"')
                .build();
    }

    private static Table table(String text, @Nullable String schema) {
        var queries = new LinkedHashMap<String, ScreenRequest.Query>();
        var names = new LinkedHashMap<String, String>();
        var problems = new LinkedHashMap<String, String>();
        try {
            var rows =
                    CSV.readerForMapOf(String.class)
                            .with(CsvSchema.emptySchema().withHeader())
                            .<Map<String, String>>readValues(
                                    text.startsWith("\uFEFF") ? text.substring(1) : text);
            for (int number = 1; rows.hasNext(); number++) {
                add(rows.next(), number, schema, queries, names, problems);
            }
        } catch (IOException | RuntimeException e) {
            throw ProblemException.invalid(
                    "/",
                    "not a table of comma-separated values with a header: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        return new Table(queries, names, problems);
    }

    private static void add(
            Map<String, String> row,
            int number,
            @Nullable String schema,
            Map<String, ScreenRequest.Query> queries,
            Map<String, String> names,
            Map<String, String> problems) {
        String given = row.getOrDefault("id", "");
        String id =
                given == null || given.isBlank() || queries.containsKey(given)
                        ? "row-" + number
                        : given;
        var properties = new LinkedHashMap<String, JsonNode>();
        row.forEach((column, value) -> {
            if (value != null && !value.isBlank() && QueryReader.isKnown(column)) {
                properties.put(column, TextNode.valueOf(value));
            }
        });
        String kind = row.getOrDefault("schema", "");
        var query =
                new ScreenRequest.Query(
                        kind == null || kind.isBlank() ? schema : kind, properties, null);
        var faults = new ArrayList<FieldError>();
        var ignored = QueryReader.read(id, query, "", faults);
        names.put(id, row.getOrDefault("name", ""));
        if (faults.isEmpty() && !ignored.id().isEmpty()) {
            queries.put(id, query);
        } else {
            problems.put(
                    id,
                    "line %d: %s"
                            .formatted(
                                    number + 1,
                                    faults.stream()
                                            .map(fault -> fault.pointer() + " " + fault.detail())
                                            .collect(Collectors.joining("; "))));
        }
    }

    private void write(
            ScreenRunner.Prepared prepared,
            Table table,
            ScreenRequest request,
            String by,
            UUID id,
            OutputStream out)
            throws IOException {
        line(out, COLUMNS);
        var answers = new LinkedHashMap<String, ScreenAnswer.QueryAnswer>();
        for (String query : table.names.keySet()) {
            String problem = table.problems.get(query);
            if (problem != null) {
                line(out, cells(query, table, Map.of("problem", problem)));
                continue;
            }
            var answer = runner.answer(prepared, query);
            answers.put(query, answer);
            if (answer.results().isEmpty()) {
                line(out, cells(query, table, Map.of("rank", "0")));
            }
            for (int rank = 0; rank < answer.results().size(); rank++) {
                line(out, cells(query, table, result(rank + 1, answer.results().get(rank))));
            }
        }
        keep(prepared, request, by, id, answers);
    }

    private static Map<String, String> result(int rank, ScreenAnswer.Result result) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("rank", "" + rank);
        cells.put("score", String.format(Locale.ROOT, "%.4f", result.score()));
        cells.put("band", result.band());
        cells.put("list", result.listing().list());
        cells.put("sourceId", result.listing().sourceId());
        cells.put("listedName", result.listing().name());
        if (!result.matchedNames().isEmpty()) {
            cells.put("matchedName", result.matchedNames().getFirst().candidate());
            cells.put("aliasStrength", result.matchedNames().getFirst().aliasStrength());
        }
        cells.put(
                "listedStatus",
                result.listedOn().status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        cells.put(
                "listVersion",
                result.listing().version() == null ? "" : "" + result.listing().version());
        cells.put(
                "reasons",
                result.explanations().stream()
                        .map(Explanation::sentence)
                        .collect(Collectors.joining(" ")));
        return cells;
    }

    private static List<String> cells(String id, Table table, Map<String, String> values) {
        return COLUMNS.stream()
                .map(column ->
                        switch (column) {
                            case "id" -> id;
                            case "queryName" -> String.valueOf(table.names.getOrDefault(id, ""));
                            default -> values.getOrDefault(column, "");
                        })
                .toList();
    }

    private static void line(OutputStream out, List<String> cells) throws IOException {
        String line =
                cells.stream().map(CsvBatchResource::quoted).collect(Collectors.joining(","))
                        + "\r\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    // A cell that a spreadsheet would run as a formula is made text.
    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private void keep(
            ScreenRunner.Prepared prepared,
            ScreenRequest request,
            String by,
            UUID id,
            Map<String, ScreenAnswer.QueryAnswer> answers) {
        try {
            var asOf = prepared.request().asOf();
            var answer =
                    new ScreenAnswer(
                            id,
                            prepared.now(),
                            Algorithm.VERSION,
                            Algorithm.configHash(),
                            prepared.corpus().version(),
                            asOf == null ? null : asOf.text(),
                            prepared.request().knownAt(),
                            prepared.served().coverage(),
                            answers);
            kept.keep(
                            new KeptScreening(
                                    id,
                                    prepared.now(),
                                    by,
                                    Algorithm.VERSION,
                                    Algorithm.configHash(),
                                    prepared.corpus().version(),
                                    prepared.served().versions(),
                                    answers.size(),
                                    answers.values().stream()
                                            .mapToInt(each -> each.results().size())
                                            .sum(),
                                    json.writeValueAsString(request),
                                    json.writeValueAsString(answer)))
                    .await()
                    .indefinitely();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
