package org.fairlead.sanctions.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contracts.problem.Page;
import org.fairlead.screening.Algorithm;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Screening, and screenings that were made.
@Path("/api/sanctions/v1")
@Produces(MediaType.APPLICATION_JSON)
class ScreenResource {

    private static final String NDJSON = "application/x-ndjson";

    private final CallerProducer callers;
    private final ScreenRunner runner;
    private final KeptScreeningStore kept;
    private final ScreenConfig config;
    private final ObjectMapper json;

    @Inject
    ScreenResource(
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

    /// One document; above `streamed-above` queries a line each, in the order asked.
    @POST
    @Path("screen")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, NDJSON})
    @Blocking
    public Response screen(@Nullable ScreenRequest request) {
        String by = callers.member().username();
        var checked = CheckedRequest.of(request, config.mostQueries());
        String text = write(request);
        // Lines are written on the thread that answers: it must be one that may wait.
        var prepared = Waiting.on(() -> runner.prepare(checked));
        return checked.queries().size() > config.streamedAbove()
                ? streamed(prepared, text, by)
                : whole(prepared, text, by);
    }

    private Response whole(ScreenRunner.Prepared prepared, String request, String by) {
        var answer = answer(UUID.randomUUID(), prepared);
        keep(answer, prepared, request, by).await().indefinitely();
        return Response.ok(answer, MediaType.APPLICATION_JSON)
                .header("ETag", '"' + answer.corpusVersion() + '"')
                .build();
    }

    private ScreenAnswer answer(UUID id, ScreenRunner.Prepared prepared) {
        var queries = new LinkedHashMap<String, ScreenAnswer.QueryAnswer>();
        prepared.request()
                .queries()
                .keySet()
                .forEach(query -> queries.put(query, runner.answer(prepared, query)));
        return answer(id, prepared, queries);
    }

    private static ScreenAnswer answer(
            UUID id,
            ScreenRunner.Prepared prepared,
            Map<String, ScreenAnswer.QueryAnswer> queries) {
        var asOf = prepared.request().asOf();
        return new ScreenAnswer(
                id,
                prepared.now(),
                Algorithm.VERSION,
                Algorithm.configHash(),
                prepared.corpus().version(),
                asOf == null ? null : asOf.text(),
                prepared.request().knownAt(),
                prepared.served().coverage(),
                queries);
    }

    /// The head without queries, a line for each, and a last line when it is whole and kept.
    private Response streamed(ScreenRunner.Prepared prepared, String request, String by) {
        var id = UUID.randomUUID();
        StreamingOutput body =
                out -> {
                    line(out, answer(id, prepared, Map.of()));
                    var queries = new LinkedHashMap<String, ScreenAnswer.QueryAnswer>();
                    for (String query : prepared.request().queries().keySet()) {
                        var answer = runner.answer(prepared, query);
                        queries.put(query, answer);
                        var row = json.createObjectNode().put("query", query);
                        row.setAll(
                                (com.fasterxml.jackson.databind.node.ObjectNode)
                                        json.valueToTree(answer));
                        line(out, row);
                    }
                    keep(answer(id, prepared, queries), prepared, request, by)
                            .await()
                            .indefinitely();
                    line(out, Map.of("complete", true, "queries", queries.size()));
                };
        return Response.ok(body, NDJSON)
                .header("ETag", '"' + prepared.corpus().version() + '"')
                .build();
    }

    private void line(OutputStream out, Object value) throws java.io.IOException {
        out.write((write(value) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private Uni<Void> keep(
            ScreenAnswer answer, ScreenRunner.Prepared prepared, String request, String by) {
        int hits = answer.queries().values().stream().mapToInt(each -> each.results().size()).sum();
        return kept.keep(
                new KeptScreening(
                        answer.screeningId(),
                        answer.screenedAt(),
                        by,
                        answer.algorithm(),
                        answer.configHash(),
                        answer.corpusVersion(),
                        prepared.served().versions(),
                        answer.queries().size(),
                        hits,
                        request,
                        write(answer)));
    }

    /// @param hits of all its queries
    public record KeptView(
            UUID id,
            Instant screenedAt,
            String screenedBy,
            String algorithm,
            String configHash,
            String corpusVersion,
            Map<String, Integer> versions,
            int queries,
            int hits) {

        static KeptView of(KeptScreening kept) {
            return new KeptView(
                    kept.id(),
                    kept.createdAt(),
                    kept.createdBy(),
                    kept.algorithm(),
                    kept.configHash(),
                    kept.corpusVersion(),
                    kept.versions(),
                    kept.queries(),
                    kept.hits());
        }
    }

    /// Newest first. What a person asked about is for those who hold its id.
    @GET
    @Path("screenings")
    public Uni<Page<KeptView>> screenings(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        callers.member();
        int size = Cursor.limit(limit);
        var place = Place.of(Cursor.parse(cursor));
        return kept.page(place.at(), place.id(), size + 1)
                .map(rows ->
                        Cursor.page(
                                rows.stream().map(KeptView::of).toList(),
                                size,
                                row ->
                                        new Cursor(
                                                row.screenedAt().toString(), row.id().toString())));
    }

    /// The request and the answer, as they were.
    @GET
    @Path("screenings/{id}")
    public Uni<Map<String, Object>> screening(@PathParam("id") String id) {
        callers.member();
        return found(id)
                .map(screening -> {
                    var view = new LinkedHashMap<String, Object>();
                    view.put("screening", KeptView.of(screening));
                    view.put("request", read(screening.request()));
                    view.put("response", read(screening.response()));
                    return view;
                });
    }

    /// What a replay gave.
    ///
    /// @param isSame the same listings, scores and reasons, query by query
    /// @param sameCorpus the listings say what they said then, byte for byte
    /// @param sameAlgorithm version and constants are those of then
    /// @param differing queries with another answer
    public record Replay(
            UUID screeningId,
            boolean isSame,
            boolean sameCorpus,
            boolean sameAlgorithm,
            java.util.List<String> differing,
            ScreenAnswer response) {}

    /// Asks again, on the versions of then. Suppressions made since are left aside.
    @POST
    @Path("screenings/{id}/replay")
    public Uni<Replay> replay(@PathParam("id") String id) {
        callers.member();
        return found(id).chain(this::replay);
    }

    private Uni<Replay> replay(KeptScreening screening) {
        var request = CheckedRequest.of(request(screening), Integer.MAX_VALUE);
        return runner.prepareAgain(request, screening.versions(), screening.createdAt())
                .map(prepared -> {
                    var again = answer(screening.id(), prepared);
                    var before = read(screening.response()).path("queries");
                    JsonNode now = json.valueToTree(again.queries());
                    var differing =
                            request.queries().keySet().stream()
                                    .filter(query ->
                                            !comparable(before.path(query))
                                                    .equals(comparable(now.path(query))))
                                    .toList();
                    return new Replay(
                            screening.id(),
                            differing.isEmpty(),
                            screening.corpusVersion().equals(again.corpusVersion()),
                            screening.algorithm().equals(again.algorithm())
                                    && screening.configHash().equals(again.configHash()),
                            differing,
                            again);
                });
    }

    // As it is written, so that 1 and 1.0 are one number.
    private JsonNode comparable(JsonNode answer) {
        return read(answer.toString());
    }

    private ScreenRequest request(KeptScreening screening) {
        try {
            return json.readValue(screening.request(), ScreenRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept request is none", e);
        }
    }

    private Uni<KeptScreening> found(String id) {
        return kept.find(Place.uuid(id))
                .map(screening -> screening.orElseThrow(ProblemException::notFound));
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept text is no JSON", e);
        }
    }

    private String write(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
