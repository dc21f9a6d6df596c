package org.fairlead.cases.signing;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.service.problem.ProblemException;

/// The public key dossiers are signed with, to be handed to whoever verifies them.
@Path("/api/cases/v1/signing-key")
class KeyResource {

    private final Desk desk;
    private final SignerProducer signer;

    @Inject
    KeyResource(Desk desk, SignerProducer signer) {
        this.desk = desk;
        this.signer = signer;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String key() {
        desk.atCase(Action.READ);
        return signer.signer().orElseThrow(ProblemException::notFound).key().line() + "\n";
    }
}
