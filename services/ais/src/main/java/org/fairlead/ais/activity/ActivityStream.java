package org.fairlead.ais.activity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.fairlead.contracts.ais.Silence;
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
        if (!event.type().equals(Silence.TYPE)) {
            throw new UnprocessableEvent("unknown type of activity: " + event.type());
        }
        var silence = EventJson.read(event, Silence.class);
        if (!silence.vessel().mmsi().matches("[0-9]{9}")) {
            throw new UnprocessableEvent("not an MMSI: " + silence.vessel().mmsi());
        }
        String state = json.convertValue(silence.state(), String.class);
        return activities.keep(silence, state, new JsonObject(event.payload()));
    }
}
