package org.fairlead.cases.feed;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.ce.IncomingCloudEventMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.fairlead.cases.lead.ActivityLeadRules;
import org.fairlead.cases.lead.LeadIntakeStore;
import org.fairlead.cases.lead.LeadRules;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.Silence;

/// Takes silences and other activities from `ais.activities`; types it does not know pass by.
@ApplicationScoped
class ActivityStream {

    private static final String TOPIC = "ais.activities";

    private final Intake intake;
    private final LeadRules silences;
    private final ActivityLeadRules activities;
    private final LeadIntakeStore leads;

    @Inject
    ActivityStream(
            Intake intake,
            LeadRules silences,
            ActivityLeadRules activities,
            LeadIntakeStore leads) {
        this.intake = intake;
        this.silences = silences;
        this.activities = activities;
        this.leads = leads;
    }

    @Incoming("activities")
    Uni<Void> on(Message<String> message) {
        // Without an envelope it goes the way of what cannot be read.
        String type =
                message.getMetadata(IncomingCloudEventMetadata.class)
                        .map(IncomingCloudEventMetadata::getType)
                        .orElse("");
        return Activity.isType(type)
                ? intake.handle(
                        message,
                        TOPIC,
                        type,
                        Activity.class,
                        (session, activity) -> leads.take(session, activities.of(activity)))
                : intake.handle(
                        message,
                        TOPIC,
                        Silence.TYPE,
                        Silence.class,
                        (session, silence) -> leads.take(session, silences.of(silence)));
    }
}
