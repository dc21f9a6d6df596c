package org.fairlead.cases.feed;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.fairlead.cases.lead.LeadIntakeStore;
import org.fairlead.cases.lead.LeadRules;
import org.fairlead.contracts.imagery.Verdict;

/// Takes verdicts from `imagery.verdicts`: a consistent one is worth a decision.
@ApplicationScoped
class VerdictStream {

    private final Intake intake;
    private final LeadRules rules;
    private final LeadIntakeStore leads;

    @Inject
    VerdictStream(Intake intake, LeadRules rules, LeadIntakeStore leads) {
        this.intake = intake;
        this.rules = rules;
        this.leads = leads;
    }

    @Incoming("verdicts")
    Uni<Void> on(Message<String> message) {
        return intake.handle(
                message,
                "imagery.verdicts",
                Verdict.TYPE,
                Verdict.class,
                (session, verdict) -> leads.take(session, rules.of(verdict)));
    }
}
