package org.fairlead.sanctions.screen;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.sanctions.list.ListStore;
import org.fairlead.screening.Algorithm;
import org.fairlead.screening.Explanation;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// `POST /match/{dataset}` in the shape of OpenSanctions' yente, for those who come from there.
///
/// A dataset is a list's id or OpenSanctions' name for it, or `default` for all. Unlike the rest of
/// the API it takes fields it does not know, as yente's clients send settings of yente's own.
@Path("/api/sanctions/v1/match")
@Produces(MediaType.APPLICATION_JSON)
class YenteResource {

    /// As many as yente's own default.
    private static final int MOST_QUERIES = 100;

    private final CallerProducer callers;
    private final ScreenRunner runner;
    private final ServedNow served;

    @Inject
    YenteResource(CallerProducer callers, ScreenRunner runner, ServedNow served) {
        this.callers = callers;
        this.runner = runner;
        this.served = served;
    }

    @POST
    @Path("{dataset}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> match(
            @PathParam("dataset") String dataset,
            @QueryParam("threshold") @Nullable Double threshold,
            @QueryParam("cutoff") @Nullable Double cutoff,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("algorithm") @Nullable String algorithm,
            @QueryParam("include_dataset") List<String> includeDataset,
            @QueryParam("exclude_dataset") List<String> excludeDataset,
            @QueryParam("exclude_schema") List<String> excludeSchema,
            @QueryParam("exclude_entity_ids") List<String> excludeEntityIds,
            @QueryParam("topics") List<String> topics,
            @QueryParam("changed_since") @Nullable String changedSince,
            @Nullable JsonNode body) {
        callers.member();
        return match(
                dataset,
                new YenteSettings(
                        threshold,
                        cutoff,
                        limit,
                        algorithm,
                        includeDataset,
                        excludeDataset,
                        excludeSchema,
                        excludeEntityIds,
                        topics,
                        changedSince),
                body);
    }

    private Uni<Response> match(String dataset, YenteSettings settings, @Nullable JsonNode body) {
        if (settings.changedSince() != null) {
            throw ProblemException.invalid(
                    "changed_since",
                    "not offered: ask GET lists/{id}/diff, or read sanctions.listings, for what changed");
        }
        return served.known()
                .map(known -> known.lists().stream().map(ListStore.Coverage::list).toList())
                .map(known ->
                        YenteDatasets.lists(
                                known,
                                dataset,
                                settings.includeDataset(),
                                settings.excludeDataset()))
                .map(lists -> request(body, lists, settings))
                .chain(request ->
                        runner.prepare(CheckedRequest.of(request, MOST_QUERIES))
                                .map(prepared -> response(prepared, request, settings)));
    }

    private static ScreenRequest request(
            @Nullable JsonNode body, Set<String> lists, YenteSettings settings) {
        return new ScreenRequest(
                queries(body),
                null,
                null,
                // No list at all is asked as one that nothing is on.
                lists.isEmpty() ? List.of(CheckedRequest.NO_LIST) : List.copyOf(lists),
                "ofac-compat".equals(settings.algorithm()) ? settings.algorithm() : null,
                settings.lowest(),
                settings.asked(),
                null);
    }

    private static Map<String, ScreenRequest.Query> queries(@Nullable JsonNode body) {
        var queries = new LinkedHashMap<String, ScreenRequest.Query>();
        if (body != null) {
            body.path("queries")
                    .properties()
                    .forEach(entry -> {
                        var properties = new LinkedHashMap<String, JsonNode>();
                        entry.getValue()
                                .path("properties")
                                .properties()
                                .forEach(each -> properties.put(each.getKey(), each.getValue()));
                        queries.put(
                                entry.getKey(),
                                new ScreenRequest.Query(
                                        entry.getValue().path("schema").asText("LegalEntity"),
                                        known(properties),
                                        null));
                    });
        }
        return queries;
    }

    private static Map<String, JsonNode> known(Map<String, JsonNode> properties) {
        var known = new LinkedHashMap<String, JsonNode>();
        properties.forEach((name, value) -> {
            if (QueryReader.isKnown(name)) {
                known.put(name, value);
            }
        });
        return known;
    }

    private Response response(
            ScreenRunner.Prepared prepared, ScreenRequest request, YenteSettings settings) {
        var responses = new LinkedHashMap<String, Object>();
        for (String id : prepared.request().queries().keySet()) {
            var results =
                    settings.isOfSanctions()
                            ? results(prepared, id, settings)
                            : List.<Map<String, Object>>of();
            var response = new LinkedHashMap<String, Object>();
            response.put("status", 200);
            response.put("results", results);
            response.put("total", Map.of("value", results.size(), "relation", "eq"));
            response.put("query", java.util.Objects.requireNonNull(request.queries()).get(id));
            responses.put(id, response);
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("responses", responses);
        body.put(
                "matcher",
                Map.of(Algorithm.VERSION, Map.of("description", "docs/reference/screening.md")));
        body.put("limit", settings.most());
        return Response.ok(body).header("x-batch-size", responses.size()).build();
    }

    private List<Map<String, Object>> results(
            ScreenRunner.Prepared prepared, String id, YenteSettings settings) {
        return runner.answer(prepared, id).results().stream()
                .map(result -> entity(prepared, result, settings.match()))
                .filter(entity -> !settings.leavesOut(entity))
                .limit(settings.most())
                .toList();
    }

    private static Map<String, Object> entity(
            ScreenRunner.Prepared prepared, ScreenAnswer.Result result, double match) {
        var listing = result.listing();
        var subject =
                prepared.corpus().find(listing.list() + "/" + listing.sourceId()).orElseThrow();
        var entity = new LinkedHashMap<String, Object>();
        entity.put("id", listing.list() + "-" + listing.sourceId());
        entity.put("caption", listing.name());
        entity.put("schema", FtmEntity.schema(subject.schema()));
        entity.put("properties", FtmEntity.properties(subject));
        entity.put("datasets", List.of(listing.list()));
        entity.put("referents", List.of());
        entity.put("target", true);
        entity.put("score", result.score());
        entity.put("match", result.score() >= match);
        var features = new LinkedHashMap<String, Object>();
        var explanations = new LinkedHashMap<String, Object>();
        for (Explanation reason : result.explanations()) {
            features.put(reason.feature(), reason.effect());
            explanations.put(
                    reason.feature(),
                    Map.of(
                            "score", reason.effect(),
                            "detail", reason.sentence(),
                            "query", reason.query(),
                            "candidate", reason.candidate()));
        }
        entity.put("features", features);
        entity.put("explanations", explanations);
        return entity;
    }
}
