package org.fairlead.cases.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.casefile.CaseAnswers;
import org.fairlead.cases.casefile.CaseReadStore;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.EntityTags;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.cases.request.Listing;
import org.fairlead.contracts.problem.Page;
import org.jspecify.annotations.Nullable;

/// What the acting team's cases can begin with.
@Path("/api/cases/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
class TemplateResource {

    private static final Listing<Template> LISTING =
            Listing.byName(Template::name, Template::id, Template::changedAt);

    private final Desk desk;
    private final TeamTransactions transactions;
    private final TemplateStore templates;
    private final CaseReadStore reads;
    private final AnsweredStore answered;
    private final ObjectMapper json;

    @Inject
    TemplateResource(
            Desk desk,
            TeamTransactions transactions,
            TemplateStore templates,
            CaseReadStore reads,
            AnsweredStore answered,
            ObjectMapper json) {
        this.desk = desk;
        this.transactions = transactions;
        this.templates = templates;
        this.reads = reads;
        this.answered = answered;
        this.json = json;
    }

    /// A team has few of them: one page holds all.
    @GET
    public Uni<Page<Template>> list(@BeanParam ListQuery query) {
        Acting acting = desk.member();
        return transactions.of(acting, templates::all).map(all -> LISTING.page(all, query));
    }

    @GET
    @Path("{id}")
    public Uni<Response> one(UUID id) {
        Acting acting = desk.member();
        return transactions
                .of(acting, session -> templates.one(session, id))
                .map(TemplateResource::tagged);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> add(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewTemplate body) {
        Acting acting = desk.allow(Action.CONFIGURE);
        NewTemplate wanted = Fields.required("/", body).checked();
        return answered.answered(
                        acting,
                        answered.request(key, "/templates", wanted),
                        AnsweredStore::nothing,
                        session ->
                                templates
                                        .add(session, acting, wanted)
                                        .map(made ->
                                                CaseAnswers.created(
                                                        made,
                                                        "/api/cases/v1/templates/" + made.id(),
                                                        EntityTags.of(made.version()),
                                                        json)))
                .map(Answer::response);
    }

    /// The whole template anew. Cases made from it stay as they are.
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> change(
            UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable NewTemplate body) {
        Acting acting = desk.allow(Action.CONFIGURE);
        String expected = EntityTags.needed(ifMatch);
        NewTemplate wanted = Fields.required("/", body).checked();
        return transactions
                .of(acting, session -> templates.change(session, acting, id, expected, wanted))
                .map(TemplateResource::tagged);
    }

    record CaseOfTemplate(@Nullable String title) {}

    @POST
    @Path("{id}/cases")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> open(
            UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable CaseOfTemplate body) {
        Acting acting = desk.allow(Action.OPEN_CASE);
        var wanted = new CaseOfTemplate(body == null ? null : body.title());
        return answered.answered(
                        acting,
                        answered.request(key, "/templates/" + id + "/cases", wanted),
                        AnsweredStore::nothing,
                        session ->
                                templates
                                        .open(session, acting, id, wanted.title())
                                        .chain(ref ->
                                                reads.view(session, acting, ref.id())
                                                        .map(view ->
                                                                CaseAnswers.created(
                                                                        view, ref, json))))
                .map(Answer::response);
    }

    private static Response tagged(Template template) {
        return Response.ok(template, MediaType.APPLICATION_JSON)
                .header("ETag", EntityTags.of(template.version()))
                .build();
    }
}
