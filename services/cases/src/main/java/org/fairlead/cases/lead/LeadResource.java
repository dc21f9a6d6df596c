package org.fairlead.cases.lead;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.casefile.CaseAnswers;
import org.fairlead.cases.casefile.CaseReadStore;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.Person;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// A team's inbox and the decisions on its leads.
@Path("/api/cases/v1")
@Produces(MediaType.APPLICATION_JSON)
class LeadResource {

    static final int LONGEST_REASON = 2_000;

    private final Desk desk;
    private final TeamTransactions transactions;
    private final LeadStore leads;
    private final LeadReadStore reads;
    private final CaseReadStore caseReads;
    private final AuditStore audit;
    private final AnsweredStore answered;
    private final ObjectMapper json;

    @Inject
    LeadResource(
            Desk desk,
            TeamTransactions transactions,
            LeadStore leads,
            LeadReadStore reads,
            CaseReadStore caseReads,
            AuditStore audit,
            AnsweredStore answered,
            ObjectMapper json) {
        this.desk = desk;
        this.transactions = transactions;
        this.leads = leads;
        this.reads = reads;
        this.caseReads = caseReads;
        this.audit = audit;
        this.answered = answered;
        this.json = json;
    }

    @GET
    @Path("inbox")
    public Uni<Inbox> inbox(
            @QueryParam("state") @Nullable String state,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("assignee") @Nullable String assignee,
            @QueryParam("pressing") @Nullable String pressing,
            @QueryParam("mmsi") @Nullable String mmsi,
            @QueryParam("updatedSince") @Nullable String updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Acting acting = desk.allow(Action.READ);
        LeadState asked = Fields.word("state", state, LeadState.class);
        var wanted =
                new LeadFilter(
                        asked == null ? LeadState.NEW : asked,
                        Fields.word("kind", kind, LeadKind.class),
                        "me".equals(assignee) ? acting.caller().subject() : present(assignee),
                        Fields.word("pressing", pressing, LeadFilter.Pressing.class),
                        Fields.mmsi("mmsi", present(mmsi)),
                        Fields.since(updatedSince));
        Cursor from = Cursor.parse(cursor);
        int most = Cursor.limit(limit);
        return transactions.of(
                acting,
                session ->
                        reads.inbox(session, acting, wanted, from, most)
                                .call(page ->
                                        audit.listed(
                                                session,
                                                acting,
                                                "leads",
                                                "state=%s kind=%s mmsi=%s"
                                                        .formatted(
                                                                Objects.requireNonNullElse(
                                                                        state, "new"),
                                                                Objects.requireNonNullElse(
                                                                        kind, ""),
                                                                Objects.requireNonNullElse(
                                                                        mmsi, "")),
                                                page.items().size()))
                                .chain(page ->
                                        reads.counts(session, acting)
                                                .map(counts -> Inbox.of(page, counts))));
    }

    private static @Nullable String present(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// Takes the most pressing lead that nobody has; 204 when there is none.
    @POST
    @Path("inbox/next")
    public Uni<Response> next(@HeaderParam("Idempotency-Key") @Nullable String key) {
        Acting acting = desk.allow(Action.TRIAGE);
        return answered.answered(
                        acting,
                        answered.request(key, "/inbox/next", ""),
                        AnsweredStore::nothing,
                        session -> leads.next(session, acting).map(this::taken))
                .map(Answer::response);
    }

    private Answer taken(Optional<Lead> lead) {
        return lead.map(one -> Answer.of(200, one, null, null, json)).orElse(Answer.NOTHING);
    }

    @GET
    @Path("leads/{id}")
    public Uni<Lead> one(UUID id) {
        Acting acting = desk.allow(Action.READ);
        return transactions.of(
                acting,
                session ->
                        reads.one(session, acting, id)
                                .call(lead ->
                                        audit.append(
                                                session,
                                                acting.team(),
                                                acting.actor(),
                                                id,
                                                "lead-read",
                                                id.toString(),
                                                "version " + lead.version())));
    }

    @POST
    @Path("leads")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> raise(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewLead body) {
        Acting acting = desk.allow(Action.TRIAGE);
        NewLead wanted = Fields.required("/", body).checked();
        return answered.answered(
                        acting,
                        answered.request(key, "/leads", wanted),
                        AnsweredStore::nothing,
                        session -> leads.raise(session, acting, wanted).map(this::raised))
                .map(Answer::response);
    }

    /// 200 where the team has that very lead undecided already.
    private Answer raised(LeadStore.Raised raised) {
        Lead lead = raised.lead();
        return Answer.of(
                raised.isNew() ? 201 : 200, lead, "/api/cases/v1/leads/" + lead.id(), null, json);
    }

    record Dismissal(@Nullable String reason) {}

    @POST
    @Path("leads/{id}/dismiss")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Lead> dismiss(UUID id, @Nullable Dismissal body) {
        Acting acting = desk.allow(Action.TRIAGE);
        String reason = Fields.text("/reason", Fields.required("/", body).reason(), LONGEST_REASON);
        return transactions.of(acting, session -> leads.dismiss(session, acting, id, reason));
    }

    record Pause(@Nullable Instant until) {}

    @POST
    @Path("leads/{id}/snooze")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Lead> snooze(UUID id, @Nullable Pause body) {
        Acting acting = desk.allow(Action.TRIAGE);
        Instant until = Fields.required("/until", Fields.required("/", body).until());
        return transactions.of(acting, session -> leads.snooze(session, acting, id, until));
    }

    @POST
    @Path("leads/{id}/reopen")
    public Uni<Lead> reopen(UUID id) {
        Acting acting = desk.allow(Action.TRIAGE);
        return transactions.of(acting, session -> leads.reopen(session, acting, id));
    }

    record Attachment(@Nullable UUID caseId) {}

    @POST
    @Path("leads/{id}/attach")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Lead> attach(UUID id, @Nullable Attachment body) {
        Acting acting = desk.allow(Action.CONTRIBUTE);
        UUID caseId = Fields.required("/caseId", Fields.required("/", body).caseId());
        return transactions.of(acting, session -> leads.attach(session, acting, id, caseId));
    }

    @POST
    @Path("leads/{id}/detach")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Lead> detach(UUID id, @Nullable Attachment body) {
        Acting acting = desk.allow(Action.CONTRIBUTE);
        UUID caseId = Fields.required("/caseId", Fields.required("/", body).caseId());
        return transactions.of(acting, session -> leads.detach(session, acting, id, caseId));
    }

    record Move(@Nullable UUID from, @Nullable UUID to) {}

    /// Out of one case and into another, or neither.
    @POST
    @Path("leads/{id}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Lead> move(UUID id, @Nullable Move body) {
        Acting acting = desk.allow(Action.CONTRIBUTE);
        Move wanted = Fields.required("/", body);
        UUID from = Fields.required("/from", wanted.from());
        UUID to = Fields.required("/to", wanted.to());
        return transactions.of(acting, session -> leads.move(session, acting, id, from, to));
    }

    record Assigning(@Nullable Person assignee) {}

    /// To somebody, or with no assignee to whoever takes it.
    @POST
    @Path("leads/{id}/assign")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Lead> assign(UUID id, @Nullable Assigning body) {
        Acting acting = desk.allow(Action.TRIAGE);
        Person given = Fields.required("/", body).assignee();
        Person person = given == null ? null : Person.checked("/assignee", given);
        return transactions.of(acting, session -> leads.assign(session, acting, id, person));
    }

    record CaseFromLead(@Nullable String title) {}

    @POST
    @Path("leads/{id}/open-case")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> openCase(
            UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable CaseFromLead body) {
        Acting acting = desk.allow(Action.OPEN_CASE);
        var wanted = new CaseFromLead(body == null ? null : body.title());
        return answered.answered(
                        acting,
                        answered.request(key, "/leads/" + id + "/open-case", wanted),
                        AnsweredStore::nothing,
                        session ->
                                leads.openCase(session, acting, id, wanted.title())
                                        .chain(ref ->
                                                caseReads
                                                        .view(session, acting, ref.id())
                                                        .map(view ->
                                                                CaseAnswers.created(
                                                                        view, ref, json))))
                .map(Answer::response);
    }

    /// Each lead in a transaction of its own: one that cannot be decided keeps no other from it.
    @POST
    @Path("leads/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<BulkTriage.Outcomes> bulk(@Nullable BulkTriage body) {
        Acting acting = desk.allow(Action.TRIAGE);
        BulkTriage wanted = Fields.required("/", body).checked();
        return Multi.createFrom()
                .iterable(requireNonNull(wanted.leadIds()))
                .onItem()
                .transformToUniAndConcatenate(id -> decide(acting, wanted, id))
                .collect()
                .asList()
                .map(BulkTriage.Outcomes::new);
    }

    private Uni<BulkTriage.Outcome> decide(Acting acting, BulkTriage wanted, UUID id) {
        return transactions
                .of(acting, session -> decide(session, acting, wanted, id))
                .map(lead -> new BulkTriage.Outcome(id, true, null))
                .onFailure(ProblemException.class)
                .recoverWithItem(
                        refusal -> new BulkTriage.Outcome(id, false, refusal.getMessage()));
    }

    private Uni<Lead> decide(
            Mutiny.StatelessSession session, Acting acting, BulkTriage wanted, UUID id) {
        return switch (requireNonNull(wanted.action())) {
            case DISMISS ->
                    leads.dismiss(session, acting, id, requireNonNull(wanted.reason()).strip());
            case SNOOZE -> leads.snooze(session, acting, id, requireNonNull(wanted.until()));
            case REOPEN -> leads.reopen(session, acting, id);
            case ATTACH -> leads.attach(session, acting, id, requireNonNull(wanted.caseId()));
            case DETACH -> leads.detach(session, acting, id, requireNonNull(wanted.caseId()));
            case ASSIGN -> leads.assign(session, acting, id, wanted.assignee());
        };
    }
}
