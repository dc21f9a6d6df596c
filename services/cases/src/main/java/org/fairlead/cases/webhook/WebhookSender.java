package org.fairlead.cases.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.net.SocketAddress;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sends what is due. It follows no redirect, and goes to the network address it has looked at.
@ApplicationScoped
class WebhookSender {

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);

    private final Vertx vertx;
    private final Clock clock;
    private final WebhookConfig config;
    private final DeliveryStore deliveries;
    private final WebClient client;
    private @Nullable Cancellable ticking;

    @Inject
    WebhookSender(Vertx vertx, Clock clock, WebhookConfig config, DeliveryStore deliveries) {
        this.vertx = vertx;
        this.clock = clock;
        this.config = config;
        this.deliveries = deliveries;
        this.client =
                WebClient.create(
                        vertx,
                        new WebClientOptions()
                                .setFollowRedirects(false)
                                .setUserAgent("Fairlead-Webhooks")
                                .setConnectTimeout((int) config.timeout().toMillis()));
    }

    void start(@Observes StartupEvent event) {
        ticking =
                Multi.createFrom()
                        .ticks()
                        .every(config.every())
                        .onOverflow()
                        .drop()
                        .onItem()
                        .transformToUniAndConcatenate(tick -> round())
                        .subscribe()
                        .with(done -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticking != null) {
            ticking.cancel();
        }
    }

    private Uni<Integer> round() {
        return deliveries
                .take()
                .chain(this::all)
                .onFailure()
                .recoverWithItem(fault -> {
                    LOG.debugf("webhooks wait cause=%s", fault);
                    return 0;
                });
    }

    private Uni<Integer> all(List<DeliveryEntity> due) {
        return due.isEmpty()
                ? Uni.createFrom().item(0)
                : Uni.join()
                        .all(due.stream().map(this::one).toList())
                        .andCollectFailures()
                        .replaceWith(due.size());
    }

    private Uni<Void> one(DeliveryEntity delivery) {
        return deliveries
                .webhook(delivery.webhookId)
                .chain(webhook ->
                        webhook.isEmpty() || webhook.get().disabledReason != null
                                ? deliveries.failed(delivery, "the webhook is disabled")
                                : judged(webhook.get(), delivery));
    }

    private Uni<Void> judged(WebhookEntity webhook, DeliveryEntity delivery) {
        if (deliveries.isStale(webhook)) {
            return deliveries.postponed(delivery);
        }
        return deliveries
                .isSeen(webhook, delivery)
                .chain(isSeen -> isSeen ? send(webhook, delivery) : deliveries.withheld(delivery));
    }

    private Uni<Void> send(WebhookEntity webhook, DeliveryEntity delivery) {
        Target target = Target.parse("/url", webhook.url, config.allowPrivate());
        return vertx.executeBlocking(() -> target.resolve(config.allowPrivate()), false)
                .chain(address -> send(webhook, delivery, target, address));
    }

    private Uni<Void> send(
            WebhookEntity webhook,
            DeliveryEntity delivery,
            Target target,
            Optional<InetAddress> address) {
        if (address.isEmpty()) {
            return deliveries.failed(
                    delivery, "the name has no address, or one of a private network");
        }
        String body = delivery.body();
        long seconds = clock.instant().getEpochSecond();
        String id = delivery.eventId.toString();
        return client.requestAbs(
                        HttpMethod.POST,
                        SocketAddress.inetSocketAddress(
                                target.port(), address.get().getHostAddress()),
                        target.uri().toString())
                .timeout(config.timeout().toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(seconds))
                .putHeader("webhook-signature", Signature.of(webhook.secret, id, seconds, body))
                .sendBuffer(Buffer.buffer(body))
                .onItemOrFailure()
                .transformToUni((answer, fault) ->
                        fault == null
                                ? deliveries.answered(delivery, answer.statusCode())
                                : deliveries.failed(delivery, String.valueOf(fault.getMessage())));
    }
}
