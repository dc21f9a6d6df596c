package org.fairlead.cases.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.cases.request.Listing;
import org.fairlead.contracts.problem.Page;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Vessels and others of a case.
@Path("/api/cases/v1/cases/{id}/subjects")
@Produces(MediaType.APPLICATION_JSON)
class SubjectResource {

    private static final Listing<Subject> LISTING =
            Listing.oldestFirst(Subject::addedAt, Subject::id);

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final SubjectStore subjects;
    private final AnsweredStore answered;

    @Inject
    SubjectResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            SubjectStore subjects,
            AnsweredStore answered) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.subjects = subjects;
        this.answered = answered;
    }

    /// A case has few of them: one page holds all.
    @GET
    public Uni<Page<Subject>> list(UUID id, @BeanParam ListQuery query) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.listed(
                                session,
                                acting,
                                id,
                                "subjects",
                                owner ->
                                        subjects.of(session, id)
                                                .map(all -> LISTING.page(all, query))));
    }

    /// Other teams on a hull of this case, as far as their cases let it be known.
    @GET
    @Path("elsewhere")
    public Uni<Page<SubjectStore.Elsewhere>> elsewhere(UUID id) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id)
                                .chain(owner ->
                                        subjects.elsewhere(session, owner.id())
                                                .call(all ->
                                                        cases.wasListed(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "elsewhere",
                                                                all.size())))
                                .map(all -> new Page<>(all, null)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> add(
            UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewSubject body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        NewSubject wanted = Fields.required("/", body).checked();
        return answered.made(
                        acting,
                        answered.request(key, "/cases/" + id + "/subjects", wanted),
                        session -> cases.find(session, acting, id),
                        session -> added(session, acting, id, wanted))
                .map(Answer::response);
    }

    private Uni<Subject> added(
            Mutiny.StatelessSession session, Acting acting, UUID id, NewSubject wanted) {
        return cases.forChange(session, acting, id, Action.CONTRIBUTE)
                .chain(owner -> subjects.add(session, owner, acting.actor(), wanted))
                .call(made ->
                        cases.changed(
                                session,
                                id,
                                acting.actor(),
                                false,
                                Deed.of("subject-added", made.id(), "")));
    }
}
