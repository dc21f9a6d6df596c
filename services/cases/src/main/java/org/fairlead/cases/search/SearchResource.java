package org.fairlead.cases.search;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.request.Fields;
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
    record Findings(List<Found> items, @Nullable String nextCursor, Map<String, Long> counts) {}

    @GET
    public Uni<Findings> find(
            @QueryParam("q") @Nullable String words,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Acting acting = desk.atCase(Action.READ);
        String typed = Fields.text("q", words, LONGEST);
        FoundKind only = Fields.word("kind", kind, FoundKind.class);
        Cursor from = Cursor.parse(cursor);
        int most = Cursor.limit(limit);
        return transactions.of(
                acting,
                session ->
                        search.find(session, typed, only, from, most)
                                // How much was found would tell of what not everybody may know.
                                .call(page -> audit.searched(session, acting, typed))
                                .chain(page ->
                                        search.counts(session, typed)
                                                .map(counts ->
                                                        new Findings(
                                                                page.items(),
                                                                page.nextCursor(),
                                                                counts))));
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
