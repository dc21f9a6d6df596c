package org.fairlead.ais.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.contracts.frame.SourceClass;
import org.jspecify.annotations.Nullable;

/// Feeds, who owns them, and how they do.
@ApplicationScoped
class FeedStore {

    private static final String COLUMNS =
            "id, name, kind, host, port, receiver, source_class, created_by, created_at, status";

    private final Pool pool;
    private final ObjectMapper json;

    @Inject
    FeedStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /// A feed and its last status; absent before its owner has told any.
    record Told(Feed feed, @Nullable FeedStatus status) {}

    /// Empty when the name is taken.
    Uni<Optional<Told>> add(Feed feed) {
        return pool.preparedQuery(
                        "insert into feed (id, name, kind, host, port, receiver, source_class,"
                                + " created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8,"
                                + " $9) on conflict (name) do nothing returning "
                                + COLUMNS)
                .execute(
                        Tuple.from(
                                Arrays.asList(
                                        feed.id(),
                                        feed.name(),
                                        feed.kind().code(),
                                        feed.host(),
                                        feed.port(),
                                        feed.receiver(),
                                        feed.sourceClass().code(),
                                        feed.createdBy(),
                                        feed.createdAt().atOffset(ZoneOffset.UTC))))
                .map(rows -> all(rows).stream().findFirst());
    }

    Uni<List<Told>> all() {
        return pool.query("select " + COLUMNS + " from feed order by name, id limit 1000")
                .execute()
                .map(this::all);
    }

    Uni<Optional<Told>> byId(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from feed where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    Uni<Boolean> remove(UUID id) {
        return pool.preparedQuery("delete from feed where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() > 0);
    }

    /// Renews the leases of this instance's feeds and takes those that nobody holds any more.
    Uni<List<Feed>> lease(UUID owner, Duration leaseFor) {
        return pool.preparedQuery(
                        "update feed set owner = $1, lease_until = now() + $2 * interval '1 ms'"
                                + " where id in (select id from feed where owner = $1"
                                + " or owner is null or lease_until < now()"
                                + " for update skip locked) returning "
                                + COLUMNS)
                .execute(Tuple.of(owner, (double) leaseFor.toMillis()))
                .map(rows -> all(rows).stream().map(Told::feed).toList());
    }

    Uni<Void> tell(UUID id, UUID owner, FeedStatus status) {
        return pool.preparedQuery("update feed set status = $3 where id = $1 and owner = $2")
                .execute(Tuple.of(id, owner, write(status)))
                .replaceWithVoid();
    }

    private JsonObject write(FeedStatus status) {
        try {
            return new JsonObject(json.writeValueAsString(status));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Told> all(RowSet<Row> rows) {
        var feeds = new ArrayList<Told>();
        for (Row row : rows) {
            feeds.add(new Told(feed(row), status(row.getJsonObject("status"))));
        }
        return feeds;
    }

    private static Feed feed(Row row) {
        return new Feed(
                row.getUUID("id"),
                row.getString("name"),
                Feed.Kind.of(row.getString("kind")),
                row.getString("host"),
                row.getInteger("port"),
                row.getString("receiver"),
                SourceClass.valueOf(row.getString("source_class").toUpperCase(Locale.ROOT)),
                row.getString("created_by"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private @Nullable FeedStatus status(@Nullable JsonObject stored) {
        try {
            return stored == null ? null : json.readValue(stored.encode(), FeedStatus.class);
        } catch (JsonProcessingException ofAnotherVersion) {
            return null;
        }
    }
}
