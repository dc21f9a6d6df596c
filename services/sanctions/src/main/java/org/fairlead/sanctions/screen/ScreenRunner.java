package org.fairlead.sanctions.screen;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fairlead.sanctions.asof.Answer;
import org.fairlead.sanctions.asof.AsOf;
import org.fairlead.sanctions.asof.AsOfDate;
import org.fairlead.sanctions.asof.AsOfStore;
import org.fairlead.sanctions.asof.Entry;
import org.fairlead.sanctions.asof.Neighbours;
import org.fairlead.sanctions.reference.ReferenceFact;
import org.fairlead.screening.Corpus;
import org.fairlead.screening.Hit;
import org.fairlead.screening.Subject;
import org.fairlead.service.problem.ProblemException;

/// Carries out a screening: chooses versions, asks the corpus, dates the hits, leaves out what a
/// person has suppressed.
@ApplicationScoped
class ScreenRunner {

    private final ServedNow served;
    private final CorpusStore corpora;
    private final NewestCorpus newest;
    private final AsOfStore dates;
    private final SuppressionStore suppressions;
    private final Clock clock = Clock.systemUTC();

    @Inject
    ScreenRunner(
            ServedNow served,
            CorpusStore corpora,
            NewestCorpus newest,
            AsOfStore dates,
            SuppressionStore suppressions) {
        this.served = served;
        this.corpora = corpora;
        this.newest = newest;
        this.dates = dates;
        this.suppressions = suppressions;
    }

    /// What is needed to answer query by query.
    record Prepared(
            CheckedRequest request,
            Served served,
            Corpus corpus,
            Map<String, List<Suppression>> suppressions,
            Instant now) {}

    /// On a worker thread.
    Uni<Prepared> prepare(CheckedRequest request) {
        var now = now();
        return served.known()
                .map(known ->
                        Served.of(
                                known.lists(),
                                known.facts(),
                                request.asOf(),
                                request.knownAt(),
                                now))
                .invoke(chosen -> checkLists(request, chosen))
                .chain(chosen ->
                        request.asOf() == null && request.knownAt() == null
                                ? prepareNewest(request, chosen, now)
                                : prepare(request, chosen, now));
    }

    /// The corpus that the newest version of every list makes.
    Uni<Corpus> newest() {
        return served.at(now()).chain(chosen -> corpora.of(chosen.basis()));
    }

    /// @param versions as a kept screening names them
    Uni<Prepared> prepareAgain(
            CheckedRequest request, Map<String, Integer> versions, Instant screenedAt) {
        return served.known()
                .map(known ->
                        Served.of(
                                        known.lists(),
                                        List.of(),
                                        request.asOf(),
                                        request.knownAt(),
                                        screenedAt)
                                .again(
                                        versions,
                                        known.facts(),
                                        request.asOf(),
                                        request.knownAt(),
                                        screenedAt))
                .chain(then -> prepare(request, then, screenedAt));
    }

    private Uni<Prepared> prepareNewest(CheckedRequest request, Served chosen, Instant now) {
        return newest.of(chosen.basis())
                .chain(ready ->
                        prepare(
                                request,
                                chosen.by(ready.basis().versions(), now),
                                ready.corpus(),
                                now));
    }

    private Uni<Prepared> prepare(CheckedRequest request, Served chosen, Instant now) {
        return corpora.of(chosen.basis()).chain(corpus -> prepare(request, chosen, corpus, now));
    }

    private Uni<Prepared> prepare(
            CheckedRequest request, Served chosen, Corpus corpus, Instant now) {
        return suppressions
                .of(keys(request), now)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> new Prepared(request, chosen, corpus, found, now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static List<String> keys(CheckedRequest request) {
        return request.queries().values().stream().map(CheckedRequest.Asked::key).toList();
    }

    private static void checkLists(CheckedRequest request, Served served) {
        var known = served.coverage().stream().map(Coverage::list).toList();
        for (String list : request.lists()) {
            if (!known.contains(list) && !list.equals(CheckedRequest.NO_LIST)) {
                throw ProblemException.invalid(
                        "/lists", "no list " + list + "; there are " + String.join(", ", known));
            }
        }
    }

    /// Blocking: on a worker thread.
    ScreenAnswer.QueryAnswer answer(Prepared prepared, String id) {
        var asked = java.util.Objects.requireNonNull(prepared.request.queries().get(id));
        var question = prepared.request.question(asked.subject());
        // What is left out makes no room for others beyond what was asked for.
        var hits = prepared.corpus.search(question);
        var results = new ArrayList<ScreenAnswer.Result>();
        var left = new ArrayList<ScreenAnswer.Suppressed>();
        for (Hit hit : hits) {
            var suppression = suppression(prepared, asked.key(), hit.subject());
            String reason =
                    prepared.request.suppress().contains(hit.subject().id())
                            ? "left out by the request"
                            : suppression != null && suppression.holdsFor(hit.subject())
                                    ? suppression.reason()
                                    : null;
            if (reason == null) {
                results.add(result(prepared, hit, suppression));
            } else {
                left.add(
                        new ScreenAnswer.Suppressed(
                                CheckedRequest.listOf(hit.subject()),
                                CheckedRequest.sourceIdOf(hit.subject()),
                                hit.comparison().score(),
                                reason));
            }
        }
        return new ScreenAnswer.QueryAnswer(
                asked.key(), question.profile().slug(), question.threshold(), results, left);
    }

    private static @org.jspecify.annotations.Nullable Suppression suppression(
            Prepared prepared, String key, Subject listing) {
        return prepared.suppressions.getOrDefault(key, List.of()).stream()
                .filter(each -> (each.list() + "/" + each.sourceId()).equals(listing.id()))
                .findFirst()
                .orElse(null);
    }

    private ScreenAnswer.Result result(
            Prepared prepared, Hit hit, @org.jspecify.annotations.Nullable Suppression lapsed) {
        var comparison = hit.comparison();
        return new ScreenAnswer.Result(
                listed(prepared, hit.subject()),
                comparison.score(),
                comparison.band().slug(),
                comparison.matchedNames(),
                comparison.explanations(),
                comparison.counterfactuals(),
                listedOn(prepared, hit.subject()),
                lapsed == null ? null : lapsed.whyLapsed(hit.subject()));
    }

    private static ScreenAnswer.Listed listed(Prepared prepared, Subject listing) {
        String list = CheckedRequest.listOf(listing);
        var properties = new TreeMap<String, List<String>>();
        listing.properties()
                .forEach((property, values) ->
                        properties.put(property.slug(), values.stream().sorted().toList()));
        return new ScreenAnswer.Listed(
                list,
                CheckedRequest.sourceIdOf(listing),
                listing.schema().slug(),
                listing.names().getFirst().text(),
                prepared.served.versions().get(list),
                QueryKey.ofListing(listing),
                properties);
    }

    private ScreenAnswer.ListedOn listedOn(Prepared prepared, Subject listing) {
        String list = CheckedRequest.listOf(listing);
        var fact = fact(prepared, listing);
        if (fact.isPresent()) {
            return new ScreenAnswer.ListedOn(
                    Answer.Status.LISTED,
                    Answer.Basis.CLAIMED,
                    "Listed from %s on, says %s; no file of this list has been taken in."
                            .formatted(fact.get().listedOn(), fact.get().source()));
        }
        var date = prepared.request.asOf();
        if (date == null) {
            return new ScreenAnswer.ListedOn(
                    Answer.Status.LISTED,
                    Answer.Basis.OBSERVED,
                    "In version %d, the newest known."
                            .formatted(prepared.served.versions().get(list)));
        }
        var answer = answer(prepared, list, listing, date);
        return new ScreenAnswer.ListedOn(answer.status(), answer.basis(), answer.explanation());
    }

    /// The fact by which a ship is on a list that has no file.
    private static Optional<ReferenceFact> fact(Prepared prepared, Subject listing) {
        return prepared.served.facts().stream()
                .filter(fact -> (fact.list() + "/" + fact.imo()).equals(listing.id()))
                .findFirst();
    }

    private Answer answer(Prepared prepared, String list, Subject listing, AsOfDate date) {
        var known =
                prepared.served.known().stream()
                        .filter(each -> each.list().equals(list))
                        .findFirst()
                        .orElseThrow();
        List<Entry> entries =
                dates.ofListing(list, CheckedRequest.sourceIdOf(listing)).await().indefinitely();
        return new AsOf(
                        list,
                        known.authority(),
                        date,
                        Neighbours.of(known.versions(), date),
                        entries,
                        List.of())
                .answer();
    }
}
