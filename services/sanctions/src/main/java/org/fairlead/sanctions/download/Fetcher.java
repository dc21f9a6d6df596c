package org.fairlead.sanctions.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks an address for a file, unless it is the one already known. Blocking: worker threads only.
final class Fetcher {

    private final HttpClient client =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(Duration.ofSeconds(30))
                    .build();
    private final String userAgent;
    private final Duration timeout;

    Fetcher(String userAgent, Duration timeout) {
        this.userAgent = userAgent;
        this.timeout = timeout;
    }

    Fetch fetch(URI address, @Nullable String etag, @Nullable String lastModified) {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(timeout)
                        .header("User-Agent", userAgent)
                        .header("Accept", "*/*")
                        .GET();
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.header("If-Modified-Since", lastModified);
        }
        try {
            return outcome(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException fault) {
            return new Fetch.Failed(
                    "no answer: " + Objects.requireNonNullElse(fault.getMessage(), "connection"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Fetch.Failed("interrupted");
        }
    }

    private static Fetch outcome(HttpResponse<InputStream> response) throws IOException {
        if (response.statusCode() == 200) {
            return new Fetch.Fetched(
                    response.body(),
                    response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Last-Modified").orElse(null));
        }
        response.body().close();
        return response.statusCode() == 304
                ? new Fetch.NotModified()
                : new Fetch.Failed("answered " + response.statusCode());
    }
}
