package org.fairlead.cases.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.fairlead.proof.timestamp.Timestamp;
import org.fairlead.proof.timestamp.TimestampAuthority;

/// Asks the configured authority for time stamps.
@ApplicationScoped
class TimestampClient {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vertx vertx;
    private final WebClient client;
    private final AuditLogConfig config;

    @Inject
    TimestampClient(Vertx vertx, AuditLogConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.client = WebClient.create(vertx, new WebClientOptions().setFollowRedirects(false));
    }

    boolean isConfigured() {
        return config.timestampUrl().isPresent();
    }

    /// @return a stamp that is of these bytes and, where its certificate is known, the authority's
    ///   own
    Uni<Timestamp> stamp(byte[] content) {
        URI authority = config.timestampUrl().orElseThrow();
        long nonce = RANDOM.nextLong() & Long.MAX_VALUE;
        return client.postAbs(authority.toString())
                .putHeader("Content-Type", "application/timestamp-query")
                .putHeader("Accept", "application/timestamp-reply")
                .timeout(config.timestampDeadline().toMillis())
                .sendBuffer(Buffer.buffer(Timestamp.request(content, nonce)))
                .chain(response ->
                        vertx.executeBlocking(() -> checked(response, content, nonce), false));
    }

    private Timestamp checked(HttpResponse<Buffer> response, byte[] content, long nonce) {
        if (response.statusCode() != 200 || response.body() == null) {
            throw new IllegalArgumentException("the authority answered " + response.statusCode());
        }
        Timestamp stamp = Timestamp.answered(response.body().getBytes(), content, nonce);
        Optional<TimestampAuthority> known =
                config.timestampCertificate().map(TimestampClient::read);
        if (known.isPresent() && !stamp.isSignedBy(known.get())) {
            throw new IllegalArgumentException("the stamp is not signed by " + known.get().name());
        }
        return stamp;
    }

    private static TimestampAuthority read(Path certificate) {
        try {
            return TimestampAuthority.parse(Files.readAllBytes(certificate));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
