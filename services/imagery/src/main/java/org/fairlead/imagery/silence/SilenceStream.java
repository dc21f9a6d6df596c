package org.fairlead.imagery.silence;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.messaging.event.EventBatch;
import org.fairlead.messaging.event.EventJson;
import org.fairlead.messaging.event.IncomingEvent;
import org.fairlead.messaging.event.Redelivery;
import org.fairlead.messaging.event.UnprocessableEvent;

/// Takes silences and identities from Kafka.
@ApplicationScoped
class SilenceStream {

    private final SilenceStore store;

    @Inject
    SilenceStream(SilenceStore store) {
        this.store = store;
    }

    @Incoming("activities")
    Uni<Void> onActivity(Message<String> message) {
        return Redelivery.untilHandled(() -> keepSilence(IncomingEvent.of(message)))
                .onItemOrFailure()
                .transformToUni((handled, fault) -> settle(message, fault));
    }

    @Incoming("identities")
    Uni<Void> onIdentities(KafkaRecordBatch<String, String> batch) {
        return EventBatch.handle(
                batch, VesselIdentity.TYPE, SilenceStream::identity, store::accept);
    }

    private Uni<Void> keepSilence(IncomingEvent event) {
        if (!event.type().equals(Silence.TYPE)) {
            // Another kind of activity: not ours to judge.
            return Uni.createFrom().voidItem();
        }
        Silence silence = EventJson.read(event, Silence.class);
        if (silence.start() == null || silence.vessel() == null || silence.state() == null) {
            throw new UnprocessableEvent("silence without state, vessel or start: " + event.id());
        }
        if (silence.end() != null && silence.end().at().isBefore(silence.start().at())) {
            throw new UnprocessableEvent("silence ends before it starts: " + event.id());
        }
        return store.accept(silence, event.id());
    }

    private static VesselIdentity identity(IncomingEvent event) {
        VesselIdentity identity = EventJson.read(event, VesselIdentity.class);
        if (identity.mmsi() == null) {
            throw new UnprocessableEvent("identity without an MMSI: " + event.id());
        }
        return identity;
    }

    private static Uni<Void> settle(Message<String> message, Throwable fault) {
        return Uni.createFrom()
                .completionStage(fault == null ? message.ack() : message.nack(fault));
    }
}
