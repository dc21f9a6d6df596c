package org.fairlead.cases.feed;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.fairlead.cases.lead.LeadIntakeStore;
import org.fairlead.cases.lead.LeadRules;
import org.fairlead.contracts.ais.Silence;

/// Takes silences from `ais.activities`; other kinds of activity pass by.
@ApplicationScoped
class SilenceStream {

    private final Intake intake;
    private final LeadRules rules;
    private final LeadIntakeStore leads;

    @Inject
    SilenceStream(Intake intake, LeadRules rules, LeadIntakeStore leads) {
        this.intake = intake;
        this.rules = rules;
        this.leads = leads;
    }

    @Incoming("activities")
    Uni<Void> on(Message<String> message) {
        return intake.handle(
                message,
                "ais.activities",
                Silence.TYPE,
                Silence.class,
                (session, silence) -> leads.take(session, rules.of(silence)));
    }
}
