package org.fairlead.sanctions.asof;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.sanctions.list.Freshness;
import org.fairlead.sanctions.list.ListStore;
import org.fairlead.sanctions.list.ListStore.Coverage;
import org.fairlead.sanctions.list.VersionSpan;
import org.jspecify.annotations.Nullable;

/// Puts the answers of all lists together.
@ApplicationScoped
class ShipListingsReader {

    private final ListStore lists;
    private final AsOfStore store;
    private final Clock clock = Clock.systemUTC();

    @Inject
    ShipListingsReader(ListStore lists, AsOfStore store) {
        this.lists = lists;
        this.store = store;
    }

    /// @param date absent for the newest version of each list
    /// @param knownAt absent for all that is known now
    Uni<ShipListings> of(Subject subject, @Nullable AsOfDate date, @Nullable Instant knownAt) {
        return Uni.combine()
                .all()
                .unis(
                        lists.coverage(knownAt),
                        store.of(subject),
                        store.facts(subject, knownAt),
                        store.factLists(knownAt))
                .asTuple()
                .map(known ->
                        answers(
                                subject,
                                known.getItem1(),
                                known.getItem2(),
                                known.getItem3(),
                                known.getItem4(),
                                date))
                .chain(answers -> store.withParties(answers, date))
                .chain(answers ->
                        lists.coverage(knownAt)
                                .map(coverage ->
                                        new ShipListings(
                                                subject.imo(),
                                                date == null ? null : date.text(),
                                                knownAt,
                                                answers,
                                                freshness(coverage))));
    }

    private List<Answer> answers(
            Subject subject,
            List<Coverage> coverage,
            List<Entry> entries,
            List<Claim> facts,
            List<AsOfStore.FactList> factLists,
            @Nullable AsOfDate date) {
        var answers = new ArrayList<Answer>();
        for (Coverage list : coverage) {
            answers.add(
                    subject.isShip()
                            ? answer(list, date, entries, facts)
                            : answer(
                                    list.list(),
                                    list.authority(),
                                    list.versions(),
                                    date,
                                    entries,
                                    facts));
        }
        for (var list : factLists) {
            answers.add(answer(list.list(), list.authority(), List.of(), date, entries, facts));
        }
        return answers;
    }

    private static List<Freshness> freshness(List<Coverage> lists) {
        return lists.stream()
                .filter(list -> !list.versions().isEmpty())
                .map(list -> list.freshness(list.versions().getLast()))
                .toList();
    }

    private Answer answer(
            Coverage list, @Nullable AsOfDate date, List<Entry> entries, List<Claim> facts) {
        var hasFacts = facts.stream().anyMatch(fact -> fact.listing().list().equals(list.list()));
        if (!list.listsVessels() && !hasFacts) {
            return new Answer(
                    list.list(),
                    list.authority(),
                    Answer.Status.UNKNOWN,
                    Answer.Basis.NO_COVERAGE,
                    null,
                    null,
                    null,
                    "This list's file has no ships: its authority publishes them elsewhere.");
        }
        return answer(list.list(), list.authority(), list.versions(), date, entries, facts);
    }

    private Answer answer(
            String list,
            String authority,
            List<VersionSpan> versions,
            @Nullable AsOfDate date,
            List<Entry> entries,
            List<Claim> facts) {
        var asked = date == null ? newest(versions) : date;
        return new AsOf(
                        list,
                        authority,
                        asked,
                        Neighbours.of(versions, asked),
                        entries.stream()
                                .filter(entry -> entry.listing().list().equals(list))
                                .toList(),
                        facts.stream().filter(fact -> fact.listing().list().equals(list)).toList())
                .answer();
    }

    private AsOfDate newest(List<VersionSpan> versions) {
        return AsOfDate.of(
                versions.isEmpty() ? clock.instant() : versions.getLast().lastObserved());
    }
}
