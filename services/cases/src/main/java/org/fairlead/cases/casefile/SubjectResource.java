package org.fairlead.cases.casefile;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.jspecify.annotations.Nullable;

/// Vessels and others of a case.
@Path("/api/cases/v1/cases/{id}/subjects")
@Produces(MediaType.APPLICATION_JSON)
class SubjectResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final SubjectStore subjects;

    @Inject
    SubjectResource(
            Desk desk, TeamTransactions transactions, CaseStore cases, SubjectStore subjects) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.subjects = subjects;
    }

    /// A case has few of them: one page holds all.
    @GET
    public Uni<Page<Subject>> list(UUID id) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id)
                                .chain(owner ->
                                        subjects.of(session, owner.id())
                                                .call(all ->
                                                        cases.wasListed(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "subjects",
                                                                all.size())))
                                .map(all -> new Page<>(all, null)));
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
    public Uni<Response> add(UUID id, @Nullable NewSubject body) {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        NewSubject wanted = Fields.required("/", body).checked();
        return transactions
                .of(
                        acting,
                        session ->
                                cases.forChange(session, acting, id, Action.CONTRIBUTE)
                                        .chain(owner ->
                                                subjects.add(
                                                        session, owner, acting.actor(), wanted))
                                        .call(added ->
                                                cases.changed(
                                                        session,
                                                        id,
                                                        acting.actor(),
                                                        false,
                                                        Deed.of("subject-added", added.id(), ""))))
                .map(added -> Response.status(201).entity(added).build());
    }
}
