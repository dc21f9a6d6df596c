package org.fairlead.cases.feed;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fairlead.cases.lead.LeadIntakeStore;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.messaging.event.EventJson;

/// Takes names and IMO numbers of vessels from `ais.identities`, a poll at a time: an import brings
/// tens of thousands of them.
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
    Uni<Void> on(KafkaRecordBatch<String, String> batch) {
        return intake.handleAll(
                batch,
                "ais.identities",
                VesselIdentity.TYPE::equals,
                event -> EventJson.read(event, VesselIdentity.class),
                leads::identify);
    }
}
