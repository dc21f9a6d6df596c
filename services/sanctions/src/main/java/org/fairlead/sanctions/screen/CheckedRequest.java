package org.fairlead.sanctions.screen;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.sanctions.asof.AsOfDate;
import org.fairlead.screening.Profile;
import org.fairlead.screening.Question;
import org.fairlead.screening.Subject;
import org.fairlead.screening.name.Schema;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A screening that can be carried out.
///
/// @param profile absent: each query's own
/// @param threshold absent: the profile's own
record CheckedRequest(
        Map<String, Asked> queries,
        @Nullable AsOfDate asOf,
        @Nullable Instant knownAt,
        Set<String> lists,
        @Nullable Profile profile,
        @Nullable Double threshold,
        int limit,
        Set<String> suppress) {

    private static final int DEFAULT_LIMIT = 10;
    static final int MOST_ANSWERS = 500;

    /// An id that no list has: nothing is found on it.
    static final String NO_LIST = "";

    CheckedRequest {
        queries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(queries));
        lists = Set.copyOf(lists);
        suppress = Set.copyOf(suppress);
    }

    /// @param key of its suppressions
    record Asked(Subject subject, String key) {}

    /// @throws ProblemException `invalid` naming every fault
    static CheckedRequest of(@Nullable ScreenRequest request, int mostQueries) {
        var faults = new ArrayList<FieldError>();
        if (request == null || request.queries() == null || request.queries().isEmpty()) {
            throw ProblemException.invalid("/queries", "one query at least is needed");
        }
        if (request.queries().size() > mostQueries) {
            throw ProblemException.invalid(
                    "/queries",
                    "at most %d queries in one request; send the rest in another"
                            .formatted(mostQueries));
        }
        var profile = profile(request.profile(), faults);
        var queries = new LinkedHashMap<String, Asked>();
        request.queries()
                .forEach((id, query) -> {
                    String pointer = "/queries/" + id;
                    var subject = QueryReader.read(id, query, pointer, faults);
                    fits(subject, profile, pointer, faults);
                    String key = query == null ? null : query.key();
                    queries.put(id, new Asked(subject, key == null ? QueryKey.of(subject) : key));
                });
        var checked =
                new CheckedRequest(
                        queries,
                        asOf(request.asOf(), faults),
                        instant(request.knownAt(), faults),
                        set(request.lists()),
                        profile,
                        threshold(request.threshold(), faults),
                        limit(request.limit(), faults),
                        set(request.suppress()));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return checked;
    }

    private static Set<String> set(@Nullable List<String> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }

    private static void fits(
            Subject subject, @Nullable Profile profile, String pointer, List<FieldError> faults) {
        boolean isShip = subject.schema() == Schema.VESSEL;
        if ((profile == Profile.VESSEL && !isShip) || (profile == Profile.PARTY && isShip)) {
            faults.add(
                    new FieldError(
                            pointer + "/schema", "does not go with profile " + profile.slug()));
        }
    }

    private static @Nullable Profile profile(@Nullable String slug, List<FieldError> faults) {
        if (slug == null) {
            return null;
        }
        var profile = Profile.find(slug);
        if (profile.isEmpty()) {
            faults.add(new FieldError("/profile", "expected vessel, party or ofac-compat"));
        }
        return profile.orElse(null);
    }

    private static @Nullable AsOfDate asOf(@Nullable String text, List<FieldError> faults) {
        try {
            return text == null || text.isBlank() ? null : AsOfDate.parse(text);
        } catch (ProblemException e) {
            faults.add(new FieldError("/asOf", "expected a date such as 2024-02-09 or a UTC time"));
            return null;
        }
    }

    private static @Nullable Instant instant(@Nullable String text, List<FieldError> faults) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : text.length() == 10
                            ? AsOfDate.parse(text).to()
                            : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException | ProblemException e) {
            faults.add(
                    new FieldError("/knownAt", "expected a date such as 2024-02-09 or a UTC time"));
            return null;
        }
    }

    private static @Nullable Double threshold(@Nullable Double threshold, List<FieldError> faults) {
        if (threshold != null && !(threshold >= Question.LEAST_THRESHOLD && threshold <= 1)) {
            faults.add(new FieldError("/threshold", "expected a score from 0.2 to 1"));
            return null;
        }
        return threshold;
    }

    private static int limit(@Nullable Integer limit, List<FieldError> faults) {
        if (limit != null && (limit < 1 || limit > MOST_ANSWERS)) {
            faults.add(new FieldError("/limit", "expected 1 to %d".formatted(MOST_ANSWERS)));
            return DEFAULT_LIMIT;
        }
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    Question question(Subject subject) {
        var applied = Optional.ofNullable(profile).orElseGet(() -> Profile.of(subject.schema()));
        return new Question(
                subject,
                applied,
                threshold == null ? applied.threshold() : threshold,
                limit,
                listing -> lists.isEmpty() || lists.contains(listOf(listing)));
    }

    static String listOf(Subject listing) {
        return listing.id().substring(0, listing.id().indexOf('/'));
    }

    static String sourceIdOf(Subject listing) {
        return listing.id().substring(listing.id().indexOf('/') + 1);
    }
}
