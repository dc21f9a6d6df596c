package org.fairlead.cases.feed;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.fairlead.cases.lead.LeadIntakeStore;
import org.fairlead.cases.lead.LeadRules;
import org.fairlead.contracts.sanctions.ScreeningHit;

/// Takes matches of vessels with listings from `sanctions.matches`.
@ApplicationScoped
class MatchStream {

    private final Intake intake;
    private final LeadRules rules;
    private final LeadIntakeStore leads;

    @Inject
    MatchStream(Intake intake, LeadRules rules, LeadIntakeStore leads) {
        this.intake = intake;
        this.rules = rules;
        this.leads = leads;
    }

    @Incoming("matches")
    Uni<Void> on(Message<String> message) {
        return intake.handle(
                message,
                "sanctions.matches",
                ScreeningHit.TYPE,
                ScreeningHit.class,
                (session, match) -> leads.take(session, rules.of(match)));
    }
}
