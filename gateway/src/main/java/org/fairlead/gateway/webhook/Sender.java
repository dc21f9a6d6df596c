package org.fairlead.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import io.vertx.mutiny.ext.web.codec.BodyCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends one message to one receiver.
@ApplicationScoped
class Sender {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LONGEST_PROBLEM = 300;

    private final WebClient client;
    private final WebhookConfig config;
    private final ObjectMapper json;

    Sender(Vertx vertx, WebhookConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.client =
                WebClient.create(
                        vertx,
                        new WebClientOptions()
                                .setFollowRedirects(false)
                                .setConnectTimeout((int) config.timeout().toMillis())
                                .setUserAgent("Fairlead-Webhooks/1")
                                .setMaxPoolSize(config.atOnce())
                                .setKeepAlive(false)
                                .setName("webhooks"));
    }

    /// Blocks, at most for the patience that is configured. Never throws for what the receiver
    /// does.
    Outcome send(Message.Sender sender, String id, Message message, Instant now) {
        long start = System.nanoTime();
        try {
            URI uri = URI.create(sender.url());
            // Looked up here and the connection made to just this address: between two look-ups a
            // name could turn inwards.
            InetAddress address = AddressRule.resolve(uri.getHost(), config.privateAddresses());
            var answer = post(sender, uri, address, id, json.writeValueAsString(message), now);
            return outcome(answer, millis(start));
        } catch (UnknownHostException unknown) {
            return broken("the host has no address", start);
        } catch (AddressRule.ClosedAddressException closed) {
            return broken(String.valueOf(closed.getMessage()), start);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (RuntimeException fault) {
            return broken(words(fault), start);
        }
    }

    private HttpResponse<Void> post(
            Message.Sender sender,
            URI uri,
            InetAddress address,
            String id,
            String payload,
            Instant now) {
        boolean isTls = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : isTls ? HTTPS : HTTP;
        String path =
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var target =
                new RequestOptions()
                        .setHost(uri.getHost())
                        .setPort(port)
                        .setSsl(isTls)
                        .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        return client.request(
                        HttpMethod.POST,
                        io.vertx.mutiny.core.net.SocketAddress.newInstance(
                                SocketAddress.inetSocketAddress(port, address.getHostAddress())),
                        target)
                .timeout(config.timeout().toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader(
                        "webhook-signature",
                        Signature.of(id, now, payload, sender.secrets(), sender.privateKey()))
                .as(BodyCodec.none())
                .sendBuffer(Buffer.buffer(payload))
                .await()
                .atMost(config.timeout().plusSeconds(1));
    }

    private Outcome outcome(HttpResponse<Void> answer, int millis) {
        int status = answer.statusCode();
        return new Outcome(
                status, problem(status), retryAfter(answer.getHeader("Retry-After")), millis);
    }

    private static @Nullable String problem(int status) {
        return switch (status / 100) {
            case 2 -> null;
            case 3 -> "answered %d: redirects are not followed".formatted(status);
            default -> "answered %d".formatted(status);
        };
    }

    /// In seconds; a date, which receivers rarely send, is taken for nothing said.
    private Optional<Duration> retryAfter(@Nullable String header) {
        if (header == null || !header.strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(header.strip()));
        return Optional.of(
                asked.compareTo(config.longestRetryAfter()) > 0
                        ? config.longestRetryAfter()
                        : asked);
    }

    private static Outcome broken(String problem, long start) {
        return new Outcome(null, problem, Optional.empty(), millis(start));
    }

    private static String words(Throwable fault) {
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        String text = "%s: %s".formatted(cause.getClass().getSimpleName(), cause.getMessage());
        return text.substring(0, Math.min(LONGEST_PROBLEM, text.length()));
    }

    private static int millis(long start) {
        return (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
