package org.fairlead.ais.activity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.messaging.event.EventJson;
import org.fairlead.messaging.event.IncomingEvent;
import org.fairlead.messaging.event.Redelivery;
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

    @Incoming("activities")
    Uni<Void> on(Message<String> message) {
        return Redelivery.untilHandled(() -> keep(message))
                .onItemOrFailure()
                .transformToUni((kept, fault) ->
                        Uni.createFrom()
                                .completionStage(
                                        fault == null ? message.ack() : message.nack(fault)));
    }

    private Uni<Void> keep(Message<String> message) {
        var event = IncomingEvent.of(message);
        if (event.type().equals(VesselIdentity.TYPE)) {
            // Repeated here for what joins it with activities; the register has it.
            return Uni.createFrom().voidItem();
        }
        return activities.keep(read(event));
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
