package org.fairlead.messaging.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/// Remembers what a consumer has handled, in the transaction in which it handles it.
@ApplicationScoped
public class Inbox {

    private static final String INSERT = "insert into inbox (consumer, event_id) values ";

    /// One statement whatever their number, so that the server plans it once.
    private static final String INSERT_ALL =
            "insert into inbox (consumer, event_id)"
                    + " select %s, id from jsonb_array_elements_text(cast(%s as jsonb)) as e(id)"
                    + " on conflict do nothing returning event_id";

    private static final ObjectMapper JSON = new ObjectMapper();

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

    /// Those of the ids that this consumer sees for the first time, each once. The set is the
    /// caller's to take from.
    public Uni<Set<String>> firsts(
            Mutiny.StatelessSession session, String consumer, Collection<String> ids) {
        return session.createNativeQuery(
                        INSERT_ALL.formatted("?1", "cast(?2 as text)"), String.class)
                .setParameter(1, consumer)
                .setParameter(2, text(ids))
                .getResultList()
                .map(HashSet::new);
    }

    public Uni<Set<String>> firsts(
            SqlConnection connection, String consumer, Collection<String> ids) {
        return connection
                .preparedQuery(INSERT_ALL.formatted("$1", "$2::text"))
                .execute(Tuple.of(consumer, text(ids)))
                .map(rows -> {
                    var firsts = new HashSet<String>();
                    rows.forEach(row -> firsts.add(row.getString(0)));
                    return firsts;
                });
    }

    private static String text(Collection<String> ids) {
        try {
            return JSON.writeValueAsString(ids);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
