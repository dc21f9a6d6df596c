package org.fairlead.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/// Remembers what a consumer has handled, in the transaction in which it handles it.
@ApplicationScoped
public class Inbox {

    private static final String INSERT = "insert into inbox (consumer, event_id) values ";

    /// True the first time this consumer sees this event; false ever after.
    public Uni<Boolean> isFirst(Mutiny.StatelessSession session, String consumer, String eventId) {
        return session.createNativeQuery(INSERT + "(?1, ?2) on conflict do nothing")
                .setParameter(1, consumer)
                .setParameter(2, eventId)
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    public Uni<Boolean> isFirst(SqlConnection connection, String consumer, String eventId) {
        return connection
                .preparedQuery(INSERT + "($1, $2) on conflict do nothing")
                .execute(Tuple.of(consumer, eventId))
                .map(rows -> rows.rowCount() == 1);
    }
}
