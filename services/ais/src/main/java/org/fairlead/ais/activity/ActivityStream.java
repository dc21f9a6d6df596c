package org.fairlead.ais.activity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.messaging.event.EventBatch;
import org.fairlead.messaging.event.EventJson;
import org.fairlead.messaging.event.IncomingEvent;
import org.fairlead.messaging.event.UnprocessableEvent;

/// Reads the activities this service derives, so that they can be asked for.
@ApplicationScoped
class ActivityStream {

    private final ActivityStore activities;
    private final ObjectMapper json;

    @Inject
    ActivityStream(ActivityStore activities, ObjectMapper json) {
        this.activities = activities;
        this.json = json;
    }

    /// Identities are repeated here for what joins them with activities; the register has them.
    @Incoming("activities")
    Uni<Void> on(KafkaRecordBatch<String, String> batch) {
        return EventBatch.handle(
                batch, type -> !type.equals(VesselIdentity.TYPE), this::read, this::keep);
    }

    private Uni<Void> keep(List<EventBatch.Received<Kept>> events) {
        return activities.keep(events.stream().map(EventBatch.Received::content).toList());
    }

    private Kept read(IncomingEvent event) {
        try {
            if (event.type().equals(Silence.TYPE)) {
                var silence = EventJson.read(event, Silence.class);
                return Kept.of(
                        silence,
                        json.convertValue(silence.state(), String.class),
                        new JsonObject(event.payload()));
            }
            if (Activity.isType(event.type())) {
                var activity = EventJson.read(event, Activity.class);
                return Kept.of(
                        activity,
                        json.convertValue(activity.state(), String.class),
                        new JsonObject(event.payload()));
            }
        } catch (IllegalArgumentException wrong) {
            throw new UnprocessableEvent(String.valueOf(wrong.getMessage()));
        }
        throw new UnprocessableEvent("unknown type of activity: " + event.type());
    }
}
