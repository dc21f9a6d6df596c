package org.fairlead.sanctions.screening;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.messaging.event.EventJson;
import org.fairlead.messaging.event.IncomingEvent;
import org.fairlead.messaging.event.Redelivery;
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
    Uni<Void> on(Message<String> message) {
        return Redelivery.untilHandled(() -> handle(message))
                .onItemOrFailure()
                .transformToUni((handled, fault) ->
                        Uni.createFrom()
                                .completionStage(
                                        () -> fault == null ? message.ack() : message.nack(fault)));
    }

    private Uni<Void> handle(Message<String> message) {
        var event = IncomingEvent.of(message);
        if (!event.type().equals(VesselIdentity.TYPE)) {
            return Uni.createFrom().voidItem();
        }
        var identity = checked(EventJson.read(event, VesselIdentity.class));
        return pool.withTransaction(connection ->
                inbox.isFirst(connection, CONSUMER, event.id())
                        .chain(isFirst ->
                                isFirst
                                        ? screener.heard(connection, identity)
                                        : Uni.createFrom().voidItem()));
    }

    private static VesselIdentity checked(VesselIdentity identity) {
        if (identity.mmsi() == null || !identity.mmsi().matches("\\d{9}")) {
            throw new UnprocessableEvent("an identity without an MMSI of nine digits");
        }
        return identity;
    }
}
