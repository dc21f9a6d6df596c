package org.fairlead.sanctions.listing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.fairlead.sanctions.asof.AsOf;
import org.fairlead.sanctions.asof.AsOfDate;
import org.fairlead.sanctions.asof.Neighbours;
import org.fairlead.sanctions.list.Freshness;
import org.fairlead.sanctions.list.ListStore;
import org.fairlead.sanctions.list.ListStore.Coverage;
import org.fairlead.sanctions.list.ListingRefs;
import org.fairlead.sanctions.list.SearchText;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Answers questions about entries.
@ApplicationScoped
class ListingReader {

    private final ListStore lists;
    private final ListingStore listings;

    @Inject
    ListingReader(ListStore lists, ListingStore listings) {
        this.lists = lists;
        this.listings = listings;
    }

    /// @param list only this one, where given
    /// @param date in the versions observed on or last before it; absent for the newest
    record Search(
            String text,
            @Nullable String list,
            @Nullable String type,
            @Nullable AsOfDate date,
            @Nullable Cursor after,
            int limit) {}

    Uni<ListingPage> search(Search search) {
        return lists.coverage()
                .chain(coverage -> {
                    var served = served(coverage, search);
                    return listings.search(
                                    words(search.text()),
                                    search.type(),
                                    served,
                                    search.after(),
                                    search.limit() + 1)
                            .map(rows -> page(rows, search.limit(), served));
                });
    }

    private static ListingPage page(List<ListingRow> rows, int limit, List<Freshness> served) {
        var page = Cursor.page(rows, limit, row -> new Cursor(row.name(), "" + row.id()));
        return new ListingPage(
                page.items().stream().map(ListingRow::fields).toList(), page.nextCursor(), served);
    }

    private static List<String> words(String text) {
        String folded = SearchText.folded(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1));
    }

    private static List<Freshness> served(List<Coverage> coverage, Search search) {
        var served = new ArrayList<Freshness>();
        for (Coverage list : coverage) {
            boolean isAsked = search.list() == null || search.list().equals(list.list());
            var version =
                    search.date() == null
                            ? Neighbours.newest(list.versions())
                            : Neighbours.of(list.versions(), search.date()).before();
            if (isAsked && version != null) {
                served.add(list.freshness(version));
            }
        }
        return served;
    }

    /// @throws ProblemException `not-found` for an entry no version ever had
    ///
    /// @param knownAt absent for all that is known now
    Uni<ListingView> listing(
            String list, String sourceId, @Nullable AsOfDate date, @Nullable Instant knownAt) {
        return history(list, sourceId, knownAt).map(history -> view(history, date));
    }

    /// A ship on all lists.
    Uni<VesselHistory> ofShip(String imo) {
        return listings.ofShip(imo)
                .chain(rows ->
                        lists.coverage()
                                .map(coverage -> new VesselHistory(imo, onLists(rows, coverage))));
    }

    private static List<VesselHistory.OnList> onLists(
            List<ListingRow> rows, List<Coverage> coverage) {
        var byEntry = new TreeMap<String, List<ListingRow>>();
        for (ListingRow row : rows) {
            String entry = row.list() + '\n' + row.canonical().path("sourceId").asText();
            byEntry.computeIfAbsent(entry, key -> new ArrayList<>()).add(row);
        }
        return byEntry.values().stream()
                .map(each ->
                        VesselHistory.of(
                                new ListingHistory(each, only(each.getFirst().list(), coverage))))
                .toList();
    }

    private static ListingView view(ListingHistory history, @Nullable AsOfDate date) {
        var newest = history.versions().getLast();
        var asked = date == null ? AsOfDate.of(newest.lastObserved()) : date;
        var neighbours = Neighbours.of(history.versions(), asked);
        var speaking = neighbours.before() == null ? newest : neighbours.before();
        var answer =
                new AsOf(
                                history.coverage().list(),
                                history.coverage().authority(),
                                asked,
                                neighbours,
                                history.entries(),
                                List.of())
                        .answer();
        return new ListingView(
                history.at(speaking.number()).fields(),
                date == null ? null : date.text(),
                answer,
                history.stays(),
                history.coverage().freshness(newest));
    }

    Uni<List<ListingVersionView>> versions(String list, String sourceId) {
        return history(list, sourceId, null).map(ListingReader::versions);
    }

    private static List<ListingVersionView> versions(ListingHistory history) {
        var views = new ArrayList<ListingVersionView>();
        ListingRow before = null;
        for (ListingRow row : history.rows()) {
            views.add(
                    new ListingVersionView(
                            row.fields(),
                            row.interval(history.versions()),
                            before == null
                                    ? List.of()
                                    : ListingRefs.changedFields(
                                            before.canonical(), row.canonical())));
            before = row;
        }
        return views.reversed();
    }

    /// Rows first: whatever version they name is then among the versions.
    private Uni<ListingHistory> history(String list, String sourceId, @Nullable Instant knownAt) {
        return listings.history(list, sourceId)
                .chain(rows -> lists.coverage(knownAt).map(all -> history(list, rows, all)));
    }

    private static ListingHistory history(String list, List<ListingRow> rows, List<Coverage> all) {
        var visible =
                rows.isEmpty()
                        ? rows
                        : rows.stream()
                                .flatMap(row -> row.upTo(newest(only(list, all))).stream())
                                .toList();
        if (visible.isEmpty()) {
            throw ProblemException.notFound();
        }
        return new ListingHistory(visible, only(list, all));
    }

    private static int newest(Coverage list) {
        return list.versions().isEmpty() ? 0 : list.versions().getLast().number();
    }

    private static Coverage only(String list, List<Coverage> all) {
        return all.stream().filter(each -> each.list().equals(list)).findFirst().orElseThrow();
    }
}
