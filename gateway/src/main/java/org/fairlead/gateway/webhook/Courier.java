package org.fairlead.gateway.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.fairlead.gateway.credential.Revoked;
import org.fairlead.gateway.credential.Standing;
import org.fairlead.gateway.credential.Standings;
import org.jboss.logging.Logger;

/// Takes what is due, asks whether it may be told today, and tells it.
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final Duration WAIT_WHEN_NOBODY_SAYS = Duration.ofSeconds(10);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    /// Longer than any attempt takes, access question included.
    private static final int LEASE_FACTOR = 3;

    private final DeliveryStore deliveries;
    private final WebhookStore webhooks;
    private final Standings standings;
    private final ClientAccess access;
    private final Sender sender;
    private final WebhookConfig config;
    private final RetryPlan plan;
    private final Clock clock = Clock.systemUTC();
    private final Map<UUID, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private volatile boolean isStopping;

    Courier(
            DeliveryStore deliveries,
            WebhookStore webhooks,
            Standings standings,
            ClientAccess access,
            Sender sender,
            WebhookConfig config) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.standings = standings;
        this.access = access;
        this.sender = sender;
        this.config = config;
        this.plan = new RetryPlan(config.retries());
    }

    void start(@Observes StartupEvent event) {
        if (config.delivers()) {
            Thread.ofPlatform().name("webhook-courier").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        isStopping = true;
    }

    void revoked(@Observes Revoked credential) {
        webhooks.disableOf(credential.clientId(), "Its credential was revoked.");
    }

    private void run() {
        Instant tidied = Instant.EPOCH;
        while (!isStopping) {
            boolean hasMore = false;
            try {
                hasMore = round();
                if (tidied.plus(TIDY_EVERY).isBefore(clock.instant())) {
                    tidied = clock.instant();
                    deliveries.forget(config.kept());
                }
            } catch (RuntimeException fault) {
                if (!isStopping) {
                    LOG.warnf("webhooks wait cause=%s", fault);
                }
            }
            if (!hasMore) {
                pause();
            }
        }
    }

    /// @return whether there was anything
    private boolean round() {
        int free = config.atOnce() - total();
        if (free <= 0) {
            return false;
        }
        var busy =
                underWay.entrySet().stream()
                        .filter(entry -> entry.getValue().get() >= config.atOncePerWebhook())
                        .map(Map.Entry::getKey)
                        .toList();
        Duration lease = config.timeout().multipliedBy(LEASE_FACTOR);
        List<Due> claimed = deliveries.claim(busy, config.atOncePerWebhook(), free, lease);
        claimed.stream().collect(Collectors.groupingBy(Due::clientId)).forEach(this::judge);
        return !claimed.isEmpty();
    }

    private int total() {
        return underWay.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    private void judge(String clientId, List<Due> all) {
        Optional<Standing> standing;
        try {
            standing = standings.of(clientId);
        } catch (RuntimeException fault) {
            waitFor(all, fault);
            return;
        }
        if (standing.isEmpty()) {
            webhooks.disableOf(clientId, "Its credential was revoked or switched off.");
            return;
        }
        all.stream()
                .collect(Collectors.groupingBy(Due::team))
                .forEach((team, some) -> judge(standing.get(), team, some));
    }

    private void judge(Standing standing, String team, List<Due> all) {
        ClientAccess.Seen seen;
        try {
            seen = access.of(standing, team, all.stream().map(Due::delivery).toList());
        } catch (RuntimeException fault) {
            waitFor(all, fault);
            return;
        }
        var hidden = new ArrayList<UUID>();
        for (Due due : all) {
            if (seen.has(due.delivery())) {
                dispatch(due);
            } else {
                hidden.add(due.delivery().id());
            }
        }
        if (!hidden.isEmpty()) {
            deliveries.drop(hidden);
        }
    }

    private void waitFor(List<Due> all, RuntimeException fault) {
        LOG.warnf("nobody says what may be told, webhooks wait cause=%s", fault);
        deliveries.giveBack(
                all.stream().map(due -> due.delivery().id()).toList(), WAIT_WHEN_NOBODY_SAYS);
    }

    private void dispatch(Due due) {
        underWay.computeIfAbsent(due.webhookId(), id -> new AtomicInteger()).incrementAndGet();
        Thread.ofVirtual()
                .name("webhook-", 0)
                .start(() -> {
                    try {
                        deliver(due);
                    } catch (RuntimeException fault) {
                        // Its lease ends, and it is taken again.
                        LOG.warnf("delivery broke off id=%s cause=%s", due.delivery().id(), fault);
                    } finally {
                        underWay.computeIfPresent(
                                due.webhookId(),
                                (id, count) -> count.decrementAndGet() <= 0 ? null : count);
                    }
                });
    }

    private void deliver(Due due) {
        Delivery delivery = due.delivery();
        var from = webhooks.sender(due.webhookId());
        if (from.isEmpty()) {
            return;
        }
        Outcome outcome =
                sender.send(
                        from.get(),
                        delivery.id().toString(),
                        Message.of(delivery),
                        clock.instant());
        if (outcome.isDelivered()) {
            deliveries.delivered(delivery.id(), outcome);
        } else if (outcome.isGone()) {
            deliveries.failed(delivery.id(), outcome);
            webhooks.disable(due.webhookId(), "The receiver answered 410 Gone.");
        } else {
            retry(delivery, outcome);
        }
    }

    private void retry(Delivery delivery, Outcome outcome) {
        var wait = plan.after(delivery.attempts(), ThreadLocalRandom.current().nextDouble());
        if (wait.isEmpty()) {
            LOG.warnf(
                    "delivery given up id=%s attempts=%d problem=%s",
                    delivery.id(), delivery.attempts(), outcome.problem());
            deliveries.failed(delivery.id(), outcome);
            return;
        }
        Duration asked = outcome.retryAfter().orElse(Duration.ZERO);
        deliveries.again(
                delivery.id(), outcome, asked.compareTo(wait.get()) > 0 ? asked : wait.get());
    }

    private void pause() {
        try {
            Thread.sleep(config.every());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            isStopping = true;
        }
    }
}
