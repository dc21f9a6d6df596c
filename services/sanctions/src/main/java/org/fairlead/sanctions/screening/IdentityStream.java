package org.fairlead.sanctions.screening;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.messaging.event.EventBatch;
import org.fairlead.messaging.event.EventJson;
import org.fairlead.messaging.event.UnprocessableEvent;
import org.fairlead.messaging.inbox.Inbox;

/// Hears of vessels from the AIS service.
@ApplicationScoped
class IdentityStream {

    private static final String CONSUMER = "sanctions-identities";

    private final Pool pool;
    private final Inbox inbox;
    private final Screener screener;

    @Inject
    IdentityStream(Pool pool, Inbox inbox, Screener screener) {
        this.pool = pool;
        this.inbox = inbox;
        this.screener = screener;
    }

    @Incoming("identities")
    Uni<Void> on(KafkaRecordBatch<String, String> batch) {
        return EventBatch.handle(
                batch,
                VesselIdentity.TYPE,
                event -> checked(EventJson.read(event, VesselIdentity.class)),
                this::handle);
    }

    private Uni<Void> handle(List<EventBatch.Received<VesselIdentity>> events) {
        var ids = events.stream().map(EventBatch.Received::id).toList();
        return pool.withTransaction(connection ->
                inbox.firsts(connection, CONSUMER, ids)
                        .chain(firsts ->
                                screener.heard(
                                        connection,
                                        events.stream()
                                                .filter(event -> firsts.remove(event.id()))
                                                .map(EventBatch.Received::content)
                                                .toList())));
    }

    private static VesselIdentity checked(VesselIdentity identity) {
        if (identity.mmsi() == null || !identity.mmsi().matches("\\d{9}")) {
            throw new UnprocessableEvent("an identity without an MMSI of nine digits");
        }
        return identity;
    }
}
