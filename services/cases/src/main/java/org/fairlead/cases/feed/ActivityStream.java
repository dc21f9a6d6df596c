package org.fairlead.cases.feed;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fairlead.cases.lead.ActivityLeadRules;
import org.fairlead.cases.lead.LeadIntakeStore;
import org.fairlead.cases.lead.LeadRules;
import org.fairlead.cases.lead.LeadSignal;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.messaging.event.EventJson;
import org.fairlead.messaging.event.IncomingEvent;

/// Takes silences and other activities from `ais.activities`; types it does not know pass by. A
/// poll at a time: an import of days brings thousands.
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
    Uni<Void> on(KafkaRecordBatch<String, String> batch) {
        return intake.handleAll(
                batch,
                TOPIC,
                type -> Activity.isType(type) || type.equals(Silence.TYPE),
                this::signal,
                leads::take);
    }

    private LeadSignal signal(IncomingEvent event) {
        return Activity.isType(event.type())
                ? activities.of(EventJson.read(event, Activity.class))
                : silences.of(EventJson.read(event, Silence.class));
    }
}
