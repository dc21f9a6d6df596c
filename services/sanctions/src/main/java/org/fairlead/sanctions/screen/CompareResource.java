package org.fairlead.sanctions.screen;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.screening.Algorithm;
import org.fairlead.screening.Explanation;
import org.fairlead.screening.MatchedName;
import org.fairlead.screening.Matcher;
import org.fairlead.screening.Profile;
import org.fairlead.screening.Subject;
import org.fairlead.screening.score.Rarity;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Scores pairs, without any list: to try the algorithm out, and to measure it on labelled data.
@Path("/api/sanctions/v1/compare")
@Produces(MediaType.APPLICATION_JSON)
class CompareResource {

    private static final int MOST_PAIRS = 5_000;

    private final CallerProducer callers;

    @Inject
    CompareResource(CallerProducer callers) {
        this.callers = callers;
    }

    /// @param query and `candidate`: as a query of `POST screen`
    public record Pair(
            ScreenRequest.@Nullable Query query, ScreenRequest.@Nullable Query candidate) {}

    /// One pair, or many in `pairs`.
    public record Request(
            ScreenRequest.@Nullable Query query,
            ScreenRequest.@Nullable Query candidate,
            @Nullable List<Pair> pairs,
            @Nullable String profile) {}

    /// @param isMatch the score reaches the profile's own threshold
    public record Scored(
            double score,
            boolean isMatch,
            String band,
            String profile,
            double threshold,
            List<MatchedName> matchedNames,
            List<Explanation> explanations,
            List<String> counterfactuals) {}

    /// @param results in the order of the pairs
    public record Answer(String algorithm, String configHash, List<Scored> results) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Answer> compare(@Nullable Request request) {
        callers.member();
        var pairs = pairs(request);
        var faults = new ArrayList<FieldError>();
        var profile = profile(request == null ? null : request.profile(), faults);
        var subjects = new ArrayList<Subject[]>();
        for (int i = 0; i < pairs.size(); i++) {
            String pointer =
                    pairs.size() == 1 && request != null && request.pairs() == null
                            ? ""
                            : "/pairs/" + i;
            subjects.add(
                    new Subject[] {
                        QueryReader.read("query", pairs.get(i).query(), pointer + "/query", faults),
                        QueryReader.read(
                                "candidate",
                                pairs.get(i).candidate(),
                                pointer + "/candidate",
                                faults)
                    });
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return Uni.createFrom()
                .item(subjects)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(all ->
                        new Answer(
                                Algorithm.VERSION,
                                Algorithm.configHash(),
                                all.stream()
                                        .map(pair -> scored(pair[0], pair[1], profile))
                                        .toList()));
    }

    private static List<Pair> pairs(@Nullable Request request) {
        if (request == null) {
            throw ProblemException.invalid("/", "query and candidate, or pairs, are needed");
        }
        var pairs = request.pairs();
        if (pairs == null) {
            return List.of(new Pair(request.query(), request.candidate()));
        }
        if (pairs.size() > MOST_PAIRS) {
            throw ProblemException.invalid(
                    "/pairs", "at most %d pairs in one request".formatted(MOST_PAIRS));
        }
        return pairs;
    }

    private static @Nullable Profile profile(@Nullable String slug, List<FieldError> faults) {
        var profile = slug == null ? null : Profile.find(slug).orElse(null);
        if (slug != null && profile == null) {
            faults.add(new FieldError("/profile", "expected vessel, party or ofac-compat"));
        }
        return profile;
    }

    private static Scored scored(Subject query, Subject candidate, @Nullable Profile asked) {
        var profile = asked == null ? Profile.of(candidate.schema()) : asked;
        var comparison = new Matcher(profile, Rarity.NONE).compare(query, candidate);
        return new Scored(
                comparison.score(),
                comparison.score() >= profile.threshold(),
                comparison.band().slug(),
                profile.slug(),
                profile.threshold(),
                comparison.matchedNames(),
                comparison.explanations(),
                comparison.counterfactuals());
    }
}
