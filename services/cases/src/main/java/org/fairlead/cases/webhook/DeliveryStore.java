package org.fairlead.cases.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.fairlead.cases.access.TeamTransactions;
import org.hibernate.reactive.mutiny.Mutiny;

/// What is due to be sent, who may still know of it, and what became of it.
@ApplicationScoped
class DeliveryStore {

    private static final int MOST_AT_ONCE = 20;

    /// How long a try is left alone before another replica takes it up.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int GONE = 410;
    private static final int LONGEST_ERROR = 500;

    private final Clock clock;
    private final WebhookConfig config;
    private final TeamTransactions transactions;

    @Inject
    DeliveryStore(Clock clock, WebhookConfig config, TeamTransactions transactions) {
        this.clock = clock;
        this.config = config;
        this.transactions = transactions;
    }

    /// Takes what is due; nobody else takes it for a while.
    Uni<List<DeliveryEntity>> take() {
        Instant now = clock.instant();
        return transactions.ofPlatform(session ->
                session.createNativeQuery(
                                "update webhook_delivery d set attempts = d.attempts + 1, next_at = ?2"
                                        + " where d.id in (select x.id from webhook_delivery x"
                                        + " where x.state = 'WAITING' and x.next_at <= ?1"
                                        + " order by x.next_at limit ?3 for update skip locked) returning d.*",
                                DeliveryEntity.class)
                        .setParameter(1, now.atOffset(ZoneOffset.UTC))
                        .setParameter(2, now.plus(LEASE).atOffset(ZoneOffset.UTC))
                        .setParameter(3, MOST_AT_ONCE)
                        .getResultList());
    }

    /// Empty where it was removed meanwhile.
    Uni<Optional<WebhookEntity>> webhook(UUID id) {
        return transactions.ofPlatform(session ->
                session.createSelectionQuery(
                                "from WebhookEntity w where w.id = :id", WebhookEntity.class)
                        .setParameter("id", id)
                        .getResultList()
                        .map(rows -> rows.stream().findFirst()));
    }

    /// Whether what the owner's last token said is too old to be believed.
    boolean isStale(WebhookEntity webhook) {
        return webhook.standingAt.isBefore(clock.instant().minus(config.standingFor()));
    }

    /// Whether the owner sees it now: asked as the owner, in the database, by today's grants,
    /// exclusions and state of the case.
    Uni<Boolean> isSeen(WebhookEntity webhook, DeliveryEntity delivery) {
        if (delivery.caseId == null && delivery.leadId == null) {
            return Uni.createFrom().item(true);
        }
        return transactions.of(
                webhook.owner(),
                session ->
                        delivery.caseId != null
                                ? seesCase(session, delivery)
                                : seesLead(session, delivery));
    }

    private static Uni<Boolean> seesCase(Mutiny.StatelessSession session, DeliveryEntity row) {
        return session.createNativeQuery(
                        "select count(*) from case_file c where c.id = cast(?1 as uuid)",
                        Long.class)
                .setParameter(1, String.valueOf(row.caseId))
                .getSingleResult()
                .map(found -> found > 0);
    }

    private static Uni<Boolean> seesLead(Mutiny.StatelessSession session, DeliveryEntity row) {
        return session.createNativeQuery(
                        "select count(*) from lead l where l.id = cast(?1 as uuid) and caller_has('read')",
                        Long.class)
                .setParameter(1, String.valueOf(row.leadId))
                .getSingleResult()
                .map(found -> found > 0);
    }

    Uni<Void> withheld(DeliveryEntity row) {
        row.state = DeliveryState.WITHHELD;
        return save(row);
    }

    /// Looked at again in an hour: the owner may have called by then.
    Uni<Void> postponed(DeliveryEntity row) {
        row.nextAt = clock.instant().plus(Duration.ofHours(1));
        row.attempts--;
        return save(row);
    }

    Uni<Void> answered(DeliveryEntity row, int status) {
        row.lastStatus = status;
        row.lastError = null;
        if (status >= 200 && status < 300) {
            row.state = DeliveryState.DELIVERED;
            row.deliveredAt = clock.instant();
            return save(row);
        }
        if (status == GONE) {
            row.state = DeliveryState.FAILED;
            return save(row).chain(() -> disable(row.webhookId));
        }
        return again(row);
    }

    Uni<Void> failed(DeliveryEntity row, String error) {
        row.lastStatus = null;
        row.lastError = error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
        return again(row);
    }

    private Uni<Void> again(DeliveryEntity row) {
        Instant now = clock.instant();
        Duration wait =
                new Backoff(config.firstRetry())
                        .after(row.attempts, ThreadLocalRandom.current().nextDouble());
        row.nextAt = now.plus(wait);
        if (row.nextAt.isAfter(row.eventAt.plus(config.retryFor())) && row.attempts > 1) {
            row.state = DeliveryState.FAILED;
        }
        return save(row);
    }

    private Uni<Void> save(DeliveryEntity row) {
        return transactions.ofPlatform(session -> session.update(row));
    }

    private Uni<Void> disable(UUID id) {
        return transactions.ofPlatform(session ->
                session.createNativeQuery(
                                "update webhook set disabled_reason = 'the address answered 410: gone' where id = cast(?1 as uuid)")
                        .setParameter(1, id.toString())
                        .executeUpdate()
                        .replaceWithVoid());
    }
}
