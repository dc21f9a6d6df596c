package org.fairlead.cases.audit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.contracts.problem.Page;
import org.fairlead.proof.log.LogLine;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;

/// What anybody needs who wants to hold the audit to what it was: checkpoints, proofs and the log
/// itself, in which entries of others are shown by their hashes alone.
@Path("/api/cases/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
class AuditLogResource {

    private static final String LINES = "application/x-ndjson";
    private static final String TIMESTAMP = "application/timestamp-reply";
    private static final int MOST_LINES = 10_000;

    private final Desk desk;
    private final TeamTransactions transactions;
    private final AuditLogStore store;

    @Inject
    AuditLogResource(Desk desk, TeamTransactions transactions, AuditLogStore store) {
        this.desk = desk;
        this.transactions = transactions;
        this.store = store;
    }

    /// The newest, as it was signed.
    @GET
    @Path("checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<String> checkpoint() {
        Acting acting = desk.allow(Action.READ);
        return transactions.of(
                acting,
                session ->
                        AuditLogStore.latest(session)
                                .map(latest ->
                                        latest.orElseThrow(ProblemException::notFound).note()));
    }

    /// @param size how many entries it is of
    record Line(long size, Instant madeAt, String note, boolean hasTimestamp) {}

    /// Newest first.
    @GET
    @Path("checkpoints")
    public Uni<Page<Line>> checkpoints(@BeanParam ListQuery query) {
        Acting acting = desk.allow(Action.READ);
        Cursor from = query.from();
        long before = from == null ? Long.MAX_VALUE : number(from.sortKey());
        Instant since = query.sinceOrEver();
        int most = query.most();
        return transactions.of(
                acting,
                session ->
                        store.before(session, before, since, most + 1)
                                .map(kept ->
                                        Cursor.page(
                                                kept.stream().map(AuditLogResource::line).toList(),
                                                most,
                                                last ->
                                                        new Cursor(
                                                                "" + last.size(),
                                                                "" + last.size()))));
    }

    private static Line line(AuditLogStore.Kept kept) {
        return new Line(kept.size(), kept.madeAt(), kept.note(), kept.timestamp().isPresent());
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException fault) {
            throw ProblemException.invalid("cursor", "expected the cursor of an earlier answer");
        }
    }

    @GET
    @Path("checkpoints/{size}")
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<String> checkpointOf(@PathParam("size") long size) {
        return kept(size).map(AuditLogStore.Kept::note);
    }

    @GET
    @Path("checkpoints/{size}/timestamp")
    @Produces(TIMESTAMP)
    public Uni<Response> timestampOf(@PathParam("size") long size) {
        return kept(size)
                .map(kept -> kept.timestamp().orElseThrow(ProblemException::notFound))
                .map(response ->
                        Response.ok(response, TIMESTAMP)
                                .header(
                                        "Content-Disposition",
                                        "attachment; filename=\"%s.tsr\""
                                                .formatted(CheckpointFolder.name(size)))
                                .build());
    }

    private Uni<AuditLogStore.Kept> kept(long size) {
        Acting acting = desk.allow(Action.READ);
        return transactions.of(
                acting,
                session ->
                        store.one(session, size)
                                .map(kept -> kept.orElseThrow(ProblemException::notFound)));
    }

    /// @param path as RFC 9162 §2.1.4 has it, in hexadecimal digits
    record Consistency(long from, long to, List<String> path) {}

    /// That the log of the later checkpoint begins with the one of the earlier.
    @GET
    @Path("consistency")
    public Uni<Consistency> consistency(
            @QueryParam("from") @DefaultValue("0") long from,
            @QueryParam("to") @DefaultValue("0") long to) {
        Acting acting = desk.allow(Action.READ);
        if (from < 1 || to < from) {
            throw ProblemException.invalid(
                    "from", "expected the sizes of two checkpoints, the smaller one first");
        }
        return transactions.of(
                acting,
                session ->
                        AuditLogStore.end(session)
                                .invoke(end -> {
                                    if (end.size() < to) {
                                        throw ProblemException.notFound();
                                    }
                                })
                                .chain(end ->
                                        store.asked(session, tree -> tree.consistency(from, to)))
                                .map(path ->
                                        new Consistency(
                                                from, to, AuditLogStore.hexadecimal(path))));
    }

    /// The log from an entry on, one JSON object a line; the rest with the next `from`.
    @GET
    @Path("log")
    @Produces(LINES)
    public Uni<String> log(
            @QueryParam("from") @DefaultValue("0") long from,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        Acting acting = desk.allow(Action.READ_AUDIT);
        if (from < 0) {
            throw ProblemException.invalid("from", "expected 0 or more");
        }
        if (limit < 1 || limit > MOST_LINES) {
            throw ProblemException.invalid("limit", "expected 1 to %d".formatted(MOST_LINES));
        }
        return transactions.of(
                acting,
                session ->
                        store.lines(session, from, limit)
                                .map(lines ->
                                        lines.stream()
                                                .map(LogLine::text)
                                                .collect(Collectors.joining("\n", "", "\n"))
                                                .stripLeading()));
    }
}
