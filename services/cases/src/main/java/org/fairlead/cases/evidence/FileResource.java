package org.fairlead.cases.evidence;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.blob.BlobConfig;
import org.fairlead.cases.blob.Blobs;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.service.digest.ContentDigest;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Takes files as evidence: the body of a request, hashed as it comes and never opened.
@Path("/api/cases/v1/cases/{id}/evidence/files")
@Produces(MediaType.APPLICATION_JSON)
class FileResource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final EvidenceStore store;
    private final Blobs blobs;
    private final BlobConfig config;

    @Inject
    FileResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            EvidenceStore store,
            Blobs blobs,
            BlobConfig config) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.store = store;
        this.blobs = blobs;
        this.config = config;
    }

    /// Asked before the body is read and again when it is registered: whoever lost the case
    /// meanwhile leaves nothing behind.
    ///
    /// @param contentDigest `sha-256=:<base64>:` (RFC 9530)
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    public Response upload(
            UUID id,
            InputStream body,
            @HeaderParam("Content-Length") @Nullable Long length,
            @HeaderParam("Content-Type") @Nullable String mediaType,
            @HeaderParam("Content-Digest") @Nullable String contentDigest,
            @HeaderParam("Fairlead-File-Name") @Nullable String fileName,
            @QueryParam("title") @Nullable String title,
            @QueryParam("note") @Nullable String note,
            @QueryParam("source") @Nullable String source,
            @QueryParam("licence") @Nullable String licence,
            @QueryParam("synthetic") @DefaultValue("false") boolean isSynthetic,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to)
            throws IOException {
        Acting acting = desk.atCase(Action.CONTRIBUTE);
        NewFile wanted =
                NewFile.of(
                        title, fileName, mediaType, note, source, licence, isSynthetic, from, to);
        Optional<ContentDigest> announced = ContentDigest.read(contentDigest);
        if (length != null && length > config.largestBytes()) {
            throw tooLarge();
        }
        Context context = Objects.requireNonNull(Vertx.currentContext());
        CaseRef owner =
                onLoop(
                        context,
                        () ->
                                transactions.of(
                                        acting,
                                        session ->
                                                cases.find(
                                                        session, acting, id, Action.CONTRIBUTE)));
        Blobs.Received received = receive(body);
        try {
            check(received, announced);
            var kept =
                    onLoop(
                            context,
                            () ->
                                    transactions.of(
                                            acting,
                                            session ->
                                                    keep(session, acting, id, wanted, received)));
            return answer(owner, kept);
        } finally {
            blobs.discard(received);
        }
    }

    private Uni<EvidenceStore.Kept> keep(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID id,
            NewFile wanted,
            Blobs.Received received) {
        return cases.forChange(session, acting, id, Action.CONTRIBUTE)
                .call(owner -> DisposalStore.hold(session, owner.team(), received.sha256()))
                .call(owner ->
                        io.vertx.mutiny.core.Vertx.newInstance(
                                        Objects.requireNonNull(Vertx.currentContext()).owner())
                                .executeBlocking(
                                        () -> {
                                            blobs.keep(owner.team(), received);
                                            return true;
                                        },
                                        false))
                .chain(owner -> store.keep(session, acting, owner, wanted, received));
    }

    /// The database is only spoken to from the event loop of the request.
    private static <T> T onLoop(Context context, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .<T>emitter(emitter ->
                        context.runOnContext(go -> {
                            var _ = work.get().subscribe().with(emitter::complete, emitter::fail);
                        }))
                .await()
                .atMost(PATIENCE);
    }

    private static Response answer(CaseRef owner, EvidenceStore.Kept kept) {
        Evidence evidence = kept.evidence().with(Evidence.LiveState.SAME);
        return Response.status(kept.isNew() ? 201 : 200)
                .entity(evidence)
                .location(URI.create(owner.path() + "/evidence/" + evidence.id()))
                .build();
    }

    private static void check(Blobs.Received received, Optional<ContentDigest> announced) {
        if (received.sizeBytes() == 0) {
            throw ProblemException.invalid("", "the file is empty; send the file as the body");
        }
        if (announced.isPresent() && !announced.get().isOf(received.sha256())) {
            throw new ProblemException(
                    ServiceProblem.DIGEST_MISMATCH,
                    "The body's SHA-256 is not the one in Content-Digest, so nothing was kept. Send"
                            + " it again.");
        }
    }

    private Blobs.Received receive(InputStream body) throws IOException {
        try {
            return blobs.receive(body, config.largestBytes());
        } catch (Blobs.TooLarge larger) {
            throw tooLarge();
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ServiceProblem.TOO_LARGE,
                "The file is larger than %d bytes.".formatted(config.largestBytes()));
    }
}
