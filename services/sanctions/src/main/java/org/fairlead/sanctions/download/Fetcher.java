package org.fairlead.sanctions.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Asks an address for a file, unless it is the one already known. The file is on disk whole before
/// anybody reads it: one that broke off is a failure, and no version. Blocking: worker threads
/// only.
final class Fetcher {

    private final HttpClient client =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(Duration.ofSeconds(30))
                    .build();
    private final Clock clock = Clock.systemUTC();
    private final String userAgent;
    private final Duration timeout;
    private final long maxFileBytes;

    /// @param timeout for the whole answer: a server may go silent within it
    Fetcher(String userAgent, Duration timeout, long maxFileBytes) {
        this.userAgent = userAgent;
        this.timeout = timeout;
        this.maxFileBytes = maxFileBytes;
    }

    /// @param part empty file to write to; deleted unless the outcome is [Fetch.Fetched]
    Fetch fetch(URI address, Path part, @Nullable String etag, @Nullable String lastModified)
            throws IOException {
        var fetch = asked(request(address, etag, lastModified), part);
        if (!(fetch instanceof Fetch.Fetched)) {
            Files.deleteIfExists(part);
        }
        return fetch;
    }

    private HttpRequest request(URI address, @Nullable String etag, @Nullable String lastModified) {
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
        return request.build();
    }

    private Fetch asked(HttpRequest request, Path part) throws IOException {
        var answer = client.sendAsync(request, body(part));
        try {
            return outcome(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS), part);
        } catch (ExecutionException fault) {
            return failed(fault.getCause());
        } catch (TimeoutException late) {
            var unused = answer.cancel(true);
            return new Fetch.Failed("not whole after %s".formatted(timeout));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            var unused = answer.cancel(true);
            return new Fetch.Failed("interrupted");
        }
    }

    /// Only what is a file goes to disk.
    private HttpResponse.BodyHandler<Path> body(Path part) {
        HttpResponse.BodyHandler<Path> file =
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofFile(part), maxFileBytes);
        return info ->
                info.statusCode() == 200 ? file.apply(info) : BodySubscribers.replacing(part);
    }

    private static Fetch failed(@Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        return new Fetch.Failed(
                "no whole answer: " + Objects.requireNonNullElse(message, "connection"));
    }

    private Fetch outcome(HttpResponse<Path> response, Path part) throws IOException {
        return switch (response.statusCode()) {
            case 200 -> file(response, part);
            case 304 -> new Fetch.NotModified();
            default ->
                    new Fetch.Failed(
                            "answered " + response.statusCode(),
                            RetryAfter.of(
                                    response.headers().firstValue("Retry-After").orElse(null),
                                    clock.instant()));
        };
    }

    /// A page where a file should be is a server in trouble or an address that has moved, whatever
    /// its status says: no version of the list.
    private static Fetch file(HttpResponse<Path> response, Path part) throws IOException {
        if (isPage(part)) {
            return new Fetch.Failed(
                    "a web page (%s) came instead of the file: is the service in trouble, or has the address moved?"
                            .formatted(
                                    response.headers()
                                            .firstValue("Content-Type")
                                            .orElse("no content type")));
        }
        return new Fetch.Fetched(
                part,
                response.headers().firstValue("ETag").orElse(null),
                response.headers().firstValue("Last-Modified").orElse(null));
    }

    private static boolean isPage(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return WebPage.begins(in.readNBytes(WebPage.HEAD_BYTES));
        }
    }
}
