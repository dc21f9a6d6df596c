package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.casefile.CaseFile;
import org.fairlead.cases.casefile.CaseReadStore;
import org.fairlead.cases.evidence.EvidenceStore;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.cases.request.EntityTags;
import org.fairlead.cases.timeline.CaseContent;
import org.fairlead.cases.timeline.CaseContentStore;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;

/// Takes a whole case out.
@Path("/api/cases/v1/cases/{id}/export")
class DossierResource {

    private static final String ZIP = "application/zip";

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseReadStore cases;
    private final CaseContentStore contents;
    private final EvidenceStore evidence;
    private final AuditStore audit;
    private final ObjectMapper json;
    private final SignerProducer signer;
    private final Vertx vertx;

    @Inject
    DossierResource(
            Desk desk,
            TeamTransactions transactions,
            CaseReadStore cases,
            CaseContentStore contents,
            EvidenceStore evidence,
            AuditStore audit,
            ObjectMapper json,
            SignerProducer signer,
            Vertx vertx) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.contents = contents;
        this.evidence = evidence;
        this.audit = audit;
        this.json = json;
        this.signer = signer;
        this.vertx = vertx;
    }

    record Content(
            CaseFile view,
            CaseContent content,
            Map<UUID, byte[]> records,
            List<AuditEntry> audit) {}

    @GET
    @Produces(ZIP)
    public Uni<Response> export(
            UUID id, @QueryParam("draft") @DefaultValue("false") boolean isDraft) {
        Acting acting = desk.atCase(Action.EXPORT);
        return transactions
                .of(acting, session -> read(session, acting, id, isDraft))
                .chain(content ->
                        vertx.executeBlocking(() -> zipped(content, isDraft), false)
                                .map(bytes -> response(content.view(), isDraft, bytes)));
    }

    private Uni<Content> read(
            Mutiny.StatelessSession session, Acting acting, UUID id, boolean isDraft) {
        return cases.steadyView(session, acting, id, Action.EXPORT)
                .call(view ->
                        audit.append(
                                session,
                                view.team(),
                                acting.actor(),
                                id,
                                "case-exported",
                                id.toString(),
                                "version " + view.version()))
                .chain(view ->
                        contents.of(session, id)
                                .invoke(content -> mustBeReviewed(content, isDraft))
                                .chain(content ->
                                        records(session, view.team(), content)
                                                .chain(records ->
                                                        audit.whole(session, id)
                                                                .map(entries ->
                                                                        new Content(
                                                                                view, content,
                                                                                records,
                                                                                entries)))));
    }

    /// What nobody but its writers has stood by goes out marked as a draft, or not at all.
    private static void mustBeReviewed(CaseContent content, boolean isDraft) {
        long waiting =
                content.findings().stream()
                        .filter(finding -> finding.state().isUnreviewed())
                        .count();
        if (waiting > 0 && !isDraft) {
            throw new ProblemException(
                    CaseProblem.FINDING_UNREVIEWED,
                    "%d findings wait for a second person. Have them reviewed or withdrawn, or export with ?draft=true."
                            .formatted(waiting));
        }
    }

    private Uni<Map<UUID, byte[]>> records(
            Mutiny.StatelessSession session, String team, CaseContent content) {
        Map<UUID, byte[]> records = new TreeMap<>();
        return Multi.createFrom()
                .iterable(content.evidence())
                .onItem()
                .transformToUniAndConcatenate(item ->
                        evidence.content(session, team, item.sha256())
                                .invoke(bytes -> records.put(item.id(), bytes)))
                .collect()
                .last()
                .replaceWith(records);
    }

    private byte[] zipped(Content content, boolean isDraft) {
        return ReproducibleZip.of(
                Dossier.files(
                        content.view(),
                        content.content(),
                        content.records(),
                        content.audit(),
                        isDraft,
                        signer.signer(),
                        json));
    }

    private static Response response(CaseFile view, boolean isDraft, byte[] bytes) {
        return Response.ok(bytes, ZIP)
                .header("ETag", EntityTags.of(view.version()))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s-v%d%s.zip\""
                                .formatted(view.number(), view.version(), isDraft ? "-draft" : ""))
                .build();
    }
}
