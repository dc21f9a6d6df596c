package org.fairlead.imagery.silence;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.messaging.event.EventBatch;
import org.fairlead.messaging.event.EventJson;
import org.fairlead.messaging.event.IncomingEvent;
import org.fairlead.messaging.event.UnprocessableEvent;

/// Takes silences and identities from Kafka.
@ApplicationScoped
class SilenceStream {

    private final SilenceStore store;

    @Inject
    SilenceStream(SilenceStore store) {
        this.store = store;
    }

    /// Other kinds of activities are not ours to judge.
    @Incoming("activities")
    Uni<Void> onActivities(KafkaRecordBatch<String, String> batch) {
        return EventBatch.handle(
                batch, Silence.TYPE, SilenceStream::silence, store::acceptSilences);
    }

    @Incoming("identities")
    Uni<Void> onIdentities(KafkaRecordBatch<String, String> batch) {
        return EventBatch.handle(
                batch, VesselIdentity.TYPE, SilenceStream::identity, store::acceptIdentities);
    }

    private static Silence silence(IncomingEvent event) {
        Silence silence = EventJson.read(event, Silence.class);
        if (silence.start() == null || silence.vessel() == null || silence.state() == null) {
            throw new UnprocessableEvent("silence without state, vessel or start: " + event.id());
        }
        if (silence.end() != null && silence.end().at().isBefore(silence.start().at())) {
            throw new UnprocessableEvent("silence ends before it starts: " + event.id());
        }
        return silence;
    }

    private static VesselIdentity identity(IncomingEvent event) {
        VesselIdentity identity = EventJson.read(event, VesselIdentity.class);
        if (identity.mmsi() == null) {
            throw new UnprocessableEvent("identity without an MMSI: " + event.id());
        }
        return identity;
    }
}
