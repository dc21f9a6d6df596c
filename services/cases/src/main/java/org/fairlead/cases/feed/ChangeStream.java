package org.fairlead.cases.feed;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.fairlead.cases.webhook.WebhookStore;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.cases.CaseChange;

/// Takes the service's own changes back from `cases.changes` and queues them for webhooks: what was
/// not published was not told, and what is published once is queued once.
@ApplicationScoped
class ChangeStream {

    private final Intake intake;
    private final WebhookStore webhooks;

    @Inject
    ChangeStream(Intake intake, WebhookStore webhooks) {
        this.intake = intake;
        this.webhooks = webhooks;
    }

    @Incoming("changes")
    Uni<Void> on(Message<String> message) {
        return intake.handle(
                message,
                Topics.CASES_CHANGES,
                CaseChange.TYPE,
                CaseChange.class,
                webhooks::enqueue);
    }
}
