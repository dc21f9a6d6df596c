package org.fairlead.cases.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.cases.request.Bindings;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.cases.CaseChange;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Addresses, and what they are to be told.
@ApplicationScoped
public class WebhookStore {

    private final Clock clock;
    private final WebhookConfig config;

    @Inject
    WebhookStore(Clock clock, WebhookConfig config) {
        this.clock = clock;
        this.config = config;
    }

    private Webhook shown(WebhookEntity row, @Nullable String secret) {
        return row.webhook(clock.instant().minus(config.standingFor()), secret);
    }

    /// The caller's own and, for who sets the team up, all of the team. What the owner's token says
    /// is kept anew each time.
    Uni<List<Webhook>> list(
            Mutiny.StatelessSession session, Acting acting, @Nullable Instant since) {
        return session.createSelectionQuery(
                        "from WebhookEntity w where w.createdAt >= :since order by w.createdAt, w.id",
                        WebhookEntity.class)
                .setParameter("since", since == null ? Instant.EPOCH : since)
                .getResultList()
                .call(rows -> stand(session, acting, rows))
                .map(rows -> rows.stream().map(row -> shown(row, null)).toList());
    }

    private Uni<Void> stand(
            Mutiny.StatelessSession session, Acting acting, List<WebhookEntity> rows) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (WebhookEntity row : rows) {
            if (row.subject.equals(acting.caller().subject())) {
                row.stand(acting, clock.instant());
                all = all.chain(() -> session.update(row));
            }
        }
        return all;
    }

    Uni<Webhook> one(Mutiny.StatelessSession session, UUID id) {
        return row(session, id).map(row -> shown(row, null));
    }

    private static Uni<WebhookEntity> row(Mutiny.StatelessSession session, UUID id) {
        return session.get(WebhookEntity.class, id)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    Uni<Webhook> add(Mutiny.StatelessSession session, Acting acting, NewWebhook wanted) {
        Instant now = clock.instant();
        var row = new WebhookEntity();
        row.id = TimeOrderedId.at(now);
        row.stand(acting, now);
        row.url = java.util.Objects.requireNonNull(wanted.url());
        row.description = wanted.description();
        row.kinds = java.util.Objects.requireNonNull(wanted.kinds()).toArray(String[]::new);
        row.secret = Signature.newSecret();
        row.createdAt = now;
        return session.createSelectionQuery(
                        "select count(w) from WebhookEntity w where w.subject = :owner", Long.class)
                .setParameter("owner", row.subject)
                .getSingleResult()
                .invoke(held -> {
                    if (held >= config.most()) {
                        throw new ProblemException(
                                CaseProblem.TOO_MANY_WEBHOOKS,
                                "You have %d already. Remove one first.".formatted(held));
                    }
                })
                .chain(() -> session.insert(row))
                .replaceWith(() -> shown(row, row.secret));
    }

    Uni<Void> remove(Mutiny.StatelessSession session, UUID id) {
        return row(session, id).chain(session::delete);
    }

    /// @param reason absent: told again
    Uni<Webhook> disable(Mutiny.StatelessSession session, UUID id, @Nullable String reason) {
        return session.get(WebhookEntity.class, id, LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .call(row -> {
                    row.disabledReason = reason;
                    return session.update(row);
                })
                .map(row -> shown(row, null));
    }

    /// A change that is about nothing, to see whether the address answers.
    Uni<Delivery> ping(Mutiny.StatelessSession session, UUID id) {
        Instant now = clock.instant();
        return row(session, id)
                .chain(webhook -> {
                    var row = new DeliveryEntity();
                    row.id = TimeOrderedId.at(now);
                    row.team = webhook.team;
                    row.webhookId = id;
                    row.eventId = row.id;
                    row.kind = "ping";
                    row.eventAt = now;
                    row.state = DeliveryState.WAITING;
                    row.nextAt = now;
                    return session.insert(row).replaceWith(row::delivery);
                });
    }

    /// Newest first; of what the owner sees today.
    Uni<Page<Delivery>> deliveries(
            Mutiny.StatelessSession session,
            UUID id,
            @Nullable Instant since,
            @Nullable Cursor cursor,
            int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("webhook", id);
        var query = new StringBuilder("from DeliveryEntity d where d.webhookId = :webhook");
        if (since != null) {
            query.append(" and d.eventAt >= :since");
            parameters.put("since", since);
        }
        if (cursor != null) {
            query.append(" and (d.eventAt < :at or d.eventAt = :at and d.id < :id)");
            parameters.put("at", Fields.time(cursor));
            parameters.put("id", Fields.id(cursor));
        }
        query.append(" order by d.eventAt desc, d.id desc");
        return row(session, id)
                .chain(webhook ->
                        Bindings.bind(
                                        session.createSelectionQuery(
                                                query.toString(), DeliveryEntity.class),
                                        parameters)
                                .setMaxResults(limit + 1)
                                .getResultList())
                .map(rows ->
                        Cursor.page(
                                rows.stream().map(DeliveryEntity::delivery).toList(),
                                limit,
                                last ->
                                        new Cursor(
                                                last.eventAt().toString(), last.id().toString())));
    }

    /// Once more, by today's access.
    Uni<Delivery> replay(Mutiny.StatelessSession session, UUID id, UUID deliveryId) {
        return session.get(DeliveryEntity.class, deliveryId, LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .transform(row -> {
                    if (row == null || !row.webhookId.equals(id)) {
                        throw ProblemException.notFound();
                    }
                    return row;
                })
                .call(row -> {
                    row.state = DeliveryState.WAITING;
                    row.nextAt = clock.instant();
                    // Its time begins anew, or a change of yesterday would fail at once.
                    row.attempts = 0;
                    return session.update(row);
                })
                .map(DeliveryEntity::delivery);
    }

    /// Queues a change for every address that wants its kind. Nobody is asked here what they see:
    /// that is asked when it is sent. A change made before the address was registered is not for
    /// it.
    public Uni<Void> enqueue(Mutiny.StatelessSession session, CaseChange change) {
        return session.createNativeQuery(
                        "insert into webhook_delivery (id, team, webhook_id, event_id, kind, case_id, lead_id,"
                                + " version, event_at, state, next_at)"
                                + " select gen_random_uuid(), w.team, w.id, cast(?1 as uuid), ?2,"
                                + " cast(?3 as uuid), cast(?4 as uuid), ?5, ?6, 'WAITING', ?7"
                                + " from webhook w where w.disabled_reason is null and w.created_at <= ?6"
                                + " and (w.kinds = '{}' or ?2 = any (w.kinds))"
                                + " and (cast(?3 as uuid) is not null or w.team = ?8)"
                                + " on conflict (webhook_id, event_id) do nothing")
                .setParameter(1, change.id().toString())
                .setParameter(2, change.kind())
                .setParameter(3, change.caseId() == null ? null : change.caseId().toString())
                .setParameter(4, change.leadId() == null ? null : change.leadId().toString())
                .setParameter(5, change.version())
                .setParameter(6, change.at().atOffset(ZoneOffset.UTC))
                .setParameter(7, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(8, change.team())
                .executeUpdate()
                .replaceWithVoid();
    }
}
