package org.fairlead.cases.feed;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.fairlead.cases.lead.LeadIntakeStore;
import org.fairlead.contracts.ais.VesselIdentity;

/// Takes names and IMO numbers of vessels from `ais.identities`.
@ApplicationScoped
class IdentityStream {

    private final Intake intake;
    private final LeadIntakeStore leads;

    @Inject
    IdentityStream(Intake intake, LeadIntakeStore leads) {
        this.intake = intake;
        this.leads = leads;
    }

    @Incoming("identities")
    Uni<Void> on(Message<String> message) {
        return intake.handle(
                message,
                "ais.identities",
                VesselIdentity.TYPE,
                VesselIdentity.class,
                leads::identify);
    }
}
