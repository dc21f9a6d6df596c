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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.screening.Algorithm;
import org.fairlead.screening.Explanation;
import org.fairlead.screening.Profile;
import org.fairlead.screening.Question;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// `POST /match/{dataset}` in the shape of OpenSanctions' yente, for those who come from there.
///
/// A dataset is a list's id, or `default` for all. Unlike the rest of the API it takes fields it
/// does not know, as yente's clients send settings of yente's own.
@Path("/api/sanctions/v1/match")
@Produces(MediaType.APPLICATION_JSON)
class YenteResource {

    private static final int MOST_QUERIES = 100;
    private static final double CUTOFF = 0.5;

    private final CallerProducer callers;
    private final ScreenRunner runner;

    @Inject
    YenteResource(CallerProducer callers, ScreenRunner runner) {
        this.callers = callers;
        this.runner = runner;
    }

    @POST
    @Path("{dataset}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Map<String, Object>> match(
            @PathParam("dataset") String dataset,
            @QueryParam("threshold") @Nullable Double threshold,
            @QueryParam("cutoff") @Nullable Double cutoff,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("algorithm") @Nullable String algorithm,
            @Nullable JsonNode body) {
        callers.member();
        double match =
                bounded("threshold", threshold == null ? Profile.PARTY.threshold() : threshold);
        double lowest = Math.min(match, bounded("cutoff", cutoff == null ? CUTOFF : cutoff));
        boolean isAll = List.of("default", "all", "sanctions").contains(dataset);
        var request =
                new ScreenRequest(
                        queries(body),
                        null,
                        null,
                        isAll ? null : List.of(dataset),
                        "ofac-compat".equals(algorithm) ? algorithm : null,
                        Math.max(Question.LEAST_THRESHOLD, lowest),
                        limit == null ? 5 : limit,
                        null);
        return runner.prepare(CheckedRequest.of(request, MOST_QUERIES))
                .onFailure(ProblemException.class)
                .transform(problem -> isAll ? problem : ProblemException.notFound())
                .map(prepared -> response(prepared, request, match));
    }

    private static double bounded(String pointer, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw ProblemException.invalid(pointer, "expected a score from 0 to 1");
        }
        return value;
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

    private Map<String, Object> response(
            ScreenRunner.Prepared prepared, ScreenRequest request, double match) {
        var responses = new LinkedHashMap<String, Object>();
        prepared.request()
                .queries()
                .forEach((id, asked) -> {
                    var answer = runner.answer(prepared, id);
                    var results =
                            answer.results().stream()
                                    .map(result -> entity(prepared, result, match))
                                    .toList();
                    var response = new LinkedHashMap<String, Object>();
                    response.put("status", 200);
                    response.put("results", results);
                    response.put("total", Map.of("value", results.size(), "relation", "eq"));
                    response.put(
                            "query", java.util.Objects.requireNonNull(request.queries()).get(id));
                    responses.put(id, response);
                });
        var body = new LinkedHashMap<String, Object>();
        body.put("responses", responses);
        body.put(
                "matcher",
                Map.of(Algorithm.VERSION, Map.of("description", "docs/reference/screening.md")));
        body.put("limit", prepared.request().limit());
        return body;
    }

    private static Map<String, Object> entity(
            ScreenRunner.Prepared prepared, ScreenAnswer.Result result, double match) {
        var listing = result.listing();
        var entity = new LinkedHashMap<String, Object>();
        entity.put("id", listing.list() + "-" + listing.sourceId());
        entity.put("caption", listing.name());
        entity.put("schema", FtmEntity.schema(listing.schema()));
        entity.put("properties", FtmEntity.properties(prepared.corpus(), listing));
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
