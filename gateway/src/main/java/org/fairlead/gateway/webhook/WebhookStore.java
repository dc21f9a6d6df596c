package org.fairlead.gateway.webhook;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.fairlead.gateway.session.SessionConfig;
import org.fairlead.gateway.session.TokenSeal;
import org.jspecify.annotations.Nullable;

/// Webhooks and their keys, which lie sealed. Every method blocks.
@ApplicationScoped
class WebhookStore {

    private static final String FIELDS =
            "id, team, client_id, url, description, kinds, state, state_reason, public_key,"
                    + " created_by, created_at";
    private static final String OF_TEAM =
            "select " + FIELDS + " from webhook where team = $1 order by created_at, id";
    private static final String OF_CLIENT =
            "select " + FIELDS + " from webhook where client_id = $1 order by created_at, id";
    private static final String ONE = "select " + FIELDS + " from webhook where id = $1";
    private static final String INSERT =
            "insert into webhook (id, team, client_id, url, description, kinds, state, secret,"
                    + " signing_key, public_key, created_by, created_at)"
                    + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now())";
    private static final String UPDATE =
            "update webhook set url = $2, description = $3, kinds = $4, state = $5,"
                    + " state_reason = null where id = $1";
    private static final String ROTATE =
            "update webhook set previous_secret = secret,"
                    + " previous_until = now() + $3 * interval '1 second', secret = $2"
                    + " where id = $1";
    private static final String DISABLE =
            "update webhook set state = 'disabled', state_reason = $2"
                    + " where id = $1 and state <> 'disabled'";
    private static final String DISABLE_CLIENT =
            "update webhook set state = 'disabled', state_reason = $2"
                    + " where client_id = $1 and state <> 'disabled'";
    private static final String DROP_PENDING =
            "delete from webhook_delivery d using webhook w where w.id = d.webhook_id"
                    + " and w.state = 'disabled' and d.state = 'pending'";
    private static final String DELETE = "delete from webhook where id = $1";
    private static final String SENDER =
            "select url, secret, case when previous_until > now() then previous_secret end,"
                    + " signing_key from webhook where id = $1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;
    private final TokenSeal seal;

    WebhookStore(Pool pool, SessionConfig config) {
        this.pool = pool;
        this.seal = new TokenSeal(config.secret());
    }

    List<Webhook> ofTeam(String team) {
        return webhooks(run(OF_TEAM, Tuple.of(team)));
    }

    List<Webhook> ofClient(String clientId) {
        return webhooks(run(OF_CLIENT, Tuple.of(clientId)));
    }

    Optional<Webhook> find(UUID id) {
        return webhooks(run(ONE, Tuple.of(id))).stream().findFirst();
    }

    void add(Webhook webhook, Keys keys) {
        var row =
                Tuple.tuple()
                        .addUUID(webhook.id())
                        .addString(webhook.team())
                        .addString(webhook.clientId())
                        .addString(webhook.url())
                        .addString(webhook.description())
                        .addArrayOfString(webhook.kinds().toArray(String[]::new))
                        .addString(webhook.state().slug())
                        .addBuffer(sealed(keys.secret()))
                        .addBuffer(sealed(keys.privateKey()))
                        .addString(keys.publicKey())
                        .addString(webhook.createdBy());
        var _ = run(INSERT, row);
    }

    void change(Webhook webhook) {
        var row =
                Tuple.tuple()
                        .addUUID(webhook.id())
                        .addString(webhook.url())
                        .addString(webhook.description())
                        .addArrayOfString(webhook.kinds().toArray(String[]::new))
                        .addString(webhook.state().slug());
        var _ = run(UPDATE, row);
    }

    /// The replaced secret goes on signing beside the new one for a while.
    void rotate(UUID id, String secret, Duration oldSecretFor) {
        var _ =
                run(
                        ROTATE,
                        Tuple.tuple()
                                .addUUID(id)
                                .addBuffer(sealed(secret))
                                .addLong(oldSecretFor.toSeconds()));
    }

    /// What waits for it is dropped.
    void disable(UUID id, String reason) {
        var _ = run(DISABLE, Tuple.of(id, reason));
        var _ = run(DROP_PENDING, Tuple.tuple());
    }

    void disableOf(String clientId, String reason) {
        var _ = run(DISABLE_CLIENT, Tuple.of(clientId, reason));
        var _ = run(DROP_PENDING, Tuple.tuple());
    }

    void remove(UUID id) {
        var _ = run(DELETE, Tuple.of(id));
    }

    Optional<Message.Sender> sender(UUID id) {
        var rows = run(SENDER, Tuple.of(id)).iterator();
        if (!rows.hasNext()) {
            return Optional.empty();
        }
        Row row = rows.next();
        Buffer previous = row.getBuffer(2);
        List<String> secrets =
                previous == null
                        ? List.of(opened(row.getBuffer(1)))
                        : List.of(opened(row.getBuffer(1)), opened(previous));
        return Optional.of(new Message.Sender(row.getString(0), secrets, opened(row.getBuffer(3))));
    }

    private Buffer sealed(String plain) {
        return Buffer.buffer(seal.seal(plain));
    }

    private String opened(Buffer sealed) {
        return seal.open(sealed.getBytes());
    }

    private RowSet<Row> run(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE);
    }

    private static List<Webhook> webhooks(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(WebhookStore::webhook).toList();
    }

    private static Webhook webhook(Row row) {
        @Nullable String reason = row.getString("state_reason");
        OffsetDateTime createdAt = row.getOffsetDateTime("created_at");
        return new Webhook(
                row.getUUID("id"),
                row.getString("team"),
                row.getString("client_id"),
                row.getString("url"),
                row.getString("description"),
                List.of(row.getArrayOfStrings("kinds")),
                WebhookState.of(row.getString("state")),
                reason,
                row.getString("public_key"),
                row.getString("created_by"),
                createdAt.withOffsetSameInstant(ZoneOffset.UTC).toInstant());
    }
}
