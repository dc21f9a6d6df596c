package org.fairlead.cases.search;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.jspecify.annotations.Nullable;

/// Full text over all that the caller sees, and nothing else.
@Path("/api/cases/v1/search")
@Produces(MediaType.APPLICATION_JSON)
class SearchResource {

    private static final int LONGEST = 300;

    private final Desk desk;
    private final TeamTransactions transactions;
    private final SearchStore search;
    private final AuditStore audit;

    @Inject
    SearchResource(Desk desk, TeamTransactions transactions, SearchStore search, AuditStore audit) {
        this.desk = desk;
        this.transactions = transactions;
        this.search = search;
        this.audit = audit;
    }

    /// @param counts of everything found, by kind, whatever page and kind were asked for
    /// @param isMore whether there is more than a search looks at: another word finds it
    record Findings(
            List<Found> items,
            @Nullable String nextCursor,
            Map<String, Long> counts,
            boolean isMore) {

        static Findings of(Page<Found> page, Map<String, Long> counts) {
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            return new Findings(
                    page.items(), page.nextCursor(), counts, all >= SearchStore.MOST_LOOKED_AT);
        }
    }

    @GET
    public Uni<Findings> find(
            @QueryParam("q") @Nullable String words,
            @QueryParam("kind") @Nullable String kind,
            @BeanParam ListQuery query) {
        Acting acting = desk.atCase(Action.READ);
        String typed = Fields.text("q", words, LONGEST);
        FoundKind only = Fields.word("kind", kind, FoundKind.class);
        Instant since = query.since();
        Cursor from = query.from();
        int most = query.most();
        return transactions.of(
                acting,
                session ->
                        search.find(session, typed, only, since, from, most)
                                // How much was found would tell of what not everybody may know.
                                .call(page -> audit.searched(session, acting, typed))
                                .chain(page ->
                                        search.counts(session, typed, since)
                                                .map(counts -> Findings.of(page, counts))));
    }

    /// Up to ten, while somebody types.
    @GET
    @Path("suggestions")
    public Uni<Page<SearchStore.Suggestion>> suggest(@QueryParam("q") @Nullable String words) {
        Acting acting = desk.atCase(Action.READ);
        String typed = Fields.text("q", words, LONGEST);
        return transactions
                .of(acting, session -> search.suggest(session, typed))
                .map(all -> new Page<>(all, null));
    }
}
