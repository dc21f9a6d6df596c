package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.cases.request.EntityTags;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.cases.request.Listing;
import org.fairlead.cases.signing.SignerProducer;
import org.fairlead.contracts.problem.Page;
import org.fairlead.proof.bag.ReproducibleZip;
import org.fairlead.service.problem.ProblemException;
import org.jboss.logging.Logger;

/// Takes a whole case out.
@Path("/api/cases/v1/cases/{id}")
class DossierResource {

    private static final Listing<MadeDossier> LISTING =
            Listing.newestFirst(MadeDossier::madeAt, MadeDossier::key);

    private static final Logger LOG = Logger.getLogger(DossierResource.class);
    private static final String ZIP = "application/zip";

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final DossierStore store;
    private final ObjectMapper json;
    private final SignerProducer signer;
    private final Licences licences;
    private final String software;
    private final Vertx vertx;
    private final RoutingContext request;

    @Inject
    DossierResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            DossierStore store,
            ObjectMapper json,
            SignerProducer signer,
            LicenceConfig licences,
            @ConfigProperty(name = "quarkus.application.version") String version,
            Vertx vertx,
            RoutingContext request) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.store = store;
        this.json = json;
        this.signer = signer;
        this.licences = new Licences(licences);
        this.software = "Fairlead " + version;
        this.vertx = vertx;
        this.request = request;
    }

    /// @param profile `full`, `partner` or `public`
    /// @param isDraft whether findings nobody has reviewed may be in it
    /// @param onLicence `withhold` what a licence forbids to pass on, or `refuse` to make the
    ///   dossier
    @GET
    @Path("export")
    @Produces(ZIP)
    public Uni<Response> export(
            UUID id,
            @QueryParam("profile") @DefaultValue("full") String profile,
            @QueryParam("draft") @DefaultValue("false") boolean isDraft,
            @QueryParam("onLicence") @DefaultValue("withhold") String onLicence) {
        Profile wanted = Fields.word("profile", profile, Profile.class);
        Profile known = wanted == null ? Profile.FULL : wanted;
        Acting acting = desk.atCase(known.needs());
        if (!onLicence.equals("withhold") && !onLicence.equals("refuse")) {
            throw ProblemException.invalid("onLicence", "expected withhold or refuse");
        }
        return transactions
                .of(
                        acting,
                        session ->
                                store.read(session, acting, id, known, isDraft, software)
                                        .invoke(payload -> {
                                            if (onLicence.equals("refuse")) {
                                                mustBeFree(payload);
                                            }
                                        }))
                .chain(payload ->
                        vertx.executeBlocking(() -> zipped(payload), false)
                                .map(zip -> response(payload, zip)));
    }

    /// Which dossiers were made of the case, newest first.
    @GET
    @Path("dossiers")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Page<MadeDossier>> made(UUID id, @BeanParam ListQuery query) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.listed(
                                session,
                                acting,
                                id,
                                "dossiers",
                                owner ->
                                        store.all(session, id)
                                                .map(all -> LISTING.page(all, query))));
    }

    private void mustBeFree(Payload payload) {
        var bound =
                payload.content().evidence().stream()
                        .filter(item ->
                                licences.withheld(item.licence(), payload.profile()).isPresent())
                        .map(item -> item.title() + " (" + item.id() + ")")
                        .toList();
        if (!bound.isEmpty()) {
            throw new ProblemException(
                    CaseProblem.LICENCE_FORBIDS,
                    "%d exhibits may not leave with this profile: %s. Export with ?onLicence=withhold to leave their bytes out."
                            .formatted(bound.size(), String.join("; ", bound)));
        }
    }

    /// Into a file, since exhibits may be larger than the memory.
    private java.nio.file.Path zipped(Payload payload) throws IOException {
        java.nio.file.Path zip = Files.createTempFile("dossier", ".zip");
        try (var out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            ReproducibleZip.write(
                    new Dossier(payload, licences, software, json).files(signer.signer()), out);
        } catch (IOException | RuntimeException fault) {
            Files.deleteIfExists(zip);
            throw fault;
        }
        return zip;
    }

    private Response response(Payload payload, java.nio.file.Path zip) {
        request.addEndHandler(ended ->
                vertx.getDelegate().executeBlocking(() -> Files.deleteIfExists(zip), false));
        LOG.infof(
                "dossier case=%s version=%d profile=%s",
                payload.view().number(), payload.view().version(), payload.profile().slug());
        return Response.ok(zip.toFile(), ZIP)
                .header("ETag", EntityTags.of(payload.view().version()))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s.zip\"".formatted(Dossier.baseName(payload)))
                .build();
    }
}
