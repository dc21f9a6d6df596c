package org.fairlead.gateway.webhook;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.fairlead.contracts.cases.CaseChange;
import org.fairlead.service.page.Cursor;
import org.jspecify.annotations.Nullable;

/// What is to be told, and what was. Every method blocks.
@ApplicationScoped
class DeliveryStore {

    /// A change in a case may be for any team's client, who may have been let in; one of a lead is
    /// for its team. Whether it may be told is decided when it goes out.
    private static final String FAN_OUT =
            "insert into webhook_delivery (id, webhook_id, event_id, kind, team, case_id, lead_id,"
                    + " case_version, happened_at, state, next_at, created_at)"
                    + " select gen_random_uuid(), w.id, $1, $2, $3, $4, $5, $6, $7, 'pending',"
                    + " now(), now() from webhook w"
                    + " where w.state <> 'disabled' and w.created_at <= $7"
                    + " and (w.kinds = '{}' or $2 = any (w.kinds))"
                    + " and ($4::uuid is not null or w.team = $3)"
                    + " on conflict (webhook_id, event_id) do nothing";

    private static final String CLAIM =
            "with due as (select d.id, row_number() over (partition by d.webhook_id"
                    + " order by d.next_at, d.id) as place from webhook_delivery d"
                    + " join webhook w on w.id = d.webhook_id where d.state = 'pending'"
                    + " and d.next_at <= now() and w.state = 'active'"
                    + " and not (d.webhook_id = any ($1))),"
                    + " mine as (select d.id from webhook_delivery d join due on due.id = d.id"
                    + " where due.place <= $2 and d.state = 'pending' and d.next_at <= now()"
                    + " order by d.next_at limit $3 for update of d skip locked)"
                    + " update webhook_delivery d set attempts = d.attempts + 1,"
                    + " next_at = now() + $4 * interval '1 millisecond'"
                    + " from mine, webhook w where d.id = mine.id and w.id = d.webhook_id"
                    + " returning d.*, w.client_id, w.team as webhook_team";
    private static final String DELIVERED =
            "update webhook_delivery set state = 'delivered', last_status = $2, last_problem = null,"
                    + " last_millis = $3, last_at = now() where id = $1";
    private static final String AGAIN =
            "update webhook_delivery set last_status = $2, last_problem = $3, last_millis = $4,"
                    + " last_at = now(), next_at = now() + $5 * interval '1 millisecond'"
                    + " where id = $1";
    private static final String FAILED =
            "update webhook_delivery set state = 'failed', last_status = $2, last_problem = $3,"
                    + " last_millis = $4, last_at = now() where id = $1";
    private static final String GIVE_BACK =
            "update webhook_delivery set attempts = attempts - 1,"
                    + " next_at = now() + $2 * interval '1 millisecond' where id = any ($1)";
    private static final String DROP = "delete from webhook_delivery where id = any ($1)";
    private static final String REPLAY =
            "update webhook_delivery set state = 'pending', attempts = 0, next_at = now()"
                    + " where webhook_id = $1 and id = $2 and state <> 'pending'";
    private static final String LOG =
            "select * from webhook_delivery where webhook_id = $1"
                    + " and ($2::text is null or state = $2)"
                    + " and ($3::timestamptz is null or (created_at, id) < ($3, $4))"
                    + " order by created_at desc, id desc limit $5";
    private static final String FIND =
            "select * from webhook_delivery where webhook_id = $1 and id = $2";
    private static final String FORGET =
            "delete from webhook_delivery where state <> 'pending'"
                    + " and created_at < now() - $1 * interval '1 second'";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;

    DeliveryStore(Pool pool) {
        this.pool = pool;
    }

    /// Told twice, it is one delivery for each webhook all the same.
    void fanOut(List<CaseChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var rows = changes.stream().map(DeliveryStore::row).toList();
        var _ =
                pool.withTransaction(
                                connection -> connection.preparedQuery(FAN_OUT).executeBatch(rows))
                        .await()
                        .atMost(PATIENCE);
    }

    private static Tuple row(CaseChange change) {
        return Tuple.tuple()
                .addUUID(change.id())
                .addString(change.kind())
                .addString(change.team())
                .addValue(change.caseId())
                .addValue(change.leadId())
                .addInteger(change.version())
                .addOffsetDateTime(change.at().atOffset(ZoneOffset.UTC));
    }

    /// Takes what is due for one attempt; whoever else looks does not see it until `lease` is over.
    ///
    /// @param busy webhooks that have enough under way
    List<Due> claim(Collection<UUID> busy, int mostOfOne, int most, Duration lease) {
        var values =
                Tuple.tuple()
                        .addArrayOfUUID(busy.toArray(UUID[]::new))
                        .addInteger(mostOfOne)
                        .addInteger(most)
                        .addLong(lease.toMillis());
        return rows(
                run(CLAIM, values),
                row ->
                        new Due(
                                row.getUUID("webhook_id"),
                                row.getString("webhook_team"),
                                row.getString("client_id"),
                                delivery(row)));
    }

    void delivered(UUID id, Outcome outcome) {
        var _ = run(DELIVERED, Tuple.of(id, outcome.status(), outcome.millis()));
    }

    void again(UUID id, Outcome outcome, Duration after) {
        var _ =
                run(
                        AGAIN,
                        Tuple.of(
                                id,
                                outcome.status(),
                                outcome.problem(),
                                outcome.millis(),
                                after.toMillis()));
    }

    void failed(UUID id, Outcome outcome) {
        var _ = run(FAILED, Tuple.of(id, outcome.status(), outcome.problem(), outcome.millis()));
    }

    /// As if they had not been taken: the attempt does not count.
    void giveBack(Collection<UUID> ids, Duration after) {
        var _ =
                run(
                        GIVE_BACK,
                        Tuple.tuple()
                                .addArrayOfUUID(ids.toArray(UUID[]::new))
                                .addLong(after.toMillis()));
    }

    /// What its client may not see leaves no trace in a log that the client reads.
    void drop(Collection<UUID> ids) {
        var _ = run(DROP, Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)));
    }

    /// @return false when there is no such delivery, or it is under way
    boolean replay(UUID webhookId, UUID id) {
        return run(REPLAY, Tuple.of(webhookId, id)).rowCount() == 1;
    }

    Optional<Delivery> find(UUID webhookId, UUID id) {
        return rows(run(FIND, Tuple.of(webhookId, id)), DeliveryStore::delivery).stream()
                .findFirst();
    }

    /// Newest first.
    List<Delivery> log(UUID webhookId, @Nullable String state, @Nullable Cursor from, int limit) {
        var values =
                Tuple.tuple()
                        .addUUID(webhookId)
                        .addString(state)
                        .addValue(
                                from == null
                                        ? null
                                        : Instant.parse(from.sortKey()).atOffset(ZoneOffset.UTC))
                        .addValue(from == null ? null : UUID.fromString(from.id()))
                        .addInteger(limit);
        return rows(run(LOG, values), DeliveryStore::delivery);
    }

    int forget(Duration olderThan) {
        return run(FORGET, Tuple.of(olderThan.toSeconds())).rowCount();
    }

    private RowSet<Row> run(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE);
    }

    private static <T> List<T> rows(RowSet<Row> rows, java.util.function.Function<Row, T> reading) {
        return StreamSupport.stream(rows.spliterator(), false).map(reading).toList();
    }

    private static Delivery delivery(Row row) {
        String state = row.getString("state");
        return new Delivery(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("team"),
                row.getUUID("case_id"),
                row.getUUID("lead_id"),
                row.getInteger("case_version"),
                instant(row.getOffsetDateTime("happened_at")),
                state,
                row.getInteger("attempts"),
                state.equals("pending") ? instant(row.getOffsetDateTime("next_at")) : null,
                row.getInteger("last_status"),
                row.getString("last_problem"),
                row.getInteger("last_millis"),
                row.getOffsetDateTime("last_at") == null
                        ? null
                        : instant(row.getOffsetDateTime("last_at")),
                instant(row.getOffsetDateTime("created_at")));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
