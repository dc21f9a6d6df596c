package org.fairlead.sanctions.download;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.fairlead.sanctions.list.FileTaker;
import org.fairlead.sanctions.list.ListConfig;
import org.fairlead.sanctions.list.ListSource;
import org.fairlead.service.problem.ProblemException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Looks at each configured address when it is due and hands what is new to the import, where it is
/// judged like any other file.
@ApplicationScoped
class Downloads {

    private static final Logger LOG = Logger.getLogger(Downloads.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final String TAKEN_BY = "download";

    private final DownloadConfig config;
    private final DownloadStore store;
    private final FileTaker files;
    private final Fetcher fetcher;
    private final Backoff backoff;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("list-downloads").daemon().factory());

    @Inject
    Downloads(DownloadConfig config, DownloadStore store, FileTaker files, ListConfig listConfig) {
        this.config = config;
        this.store = store;
        this.files = files;
        this.fetcher = new Fetcher(config.userAgent(), config.timeout(), listConfig.maxFileBytes());
        this.backoff = new Backoff(config.firstRetry(), config.longestRetry());
    }

    void begin(@Observes StartupEvent event) {
        config.addresses().keySet().stream()
                .filter(id -> source(id).isEmpty())
                .forEach(id ->
                        LOG.errorf("fairlead.sanctions.downloads.addresses.%s: no such list", id));
        if (!config.addresses().isEmpty()) {
            var unused =
                    timer.scheduleWithFixedDelay(
                            this::lookAtAll,
                            LOOK_EVERY.toSeconds(),
                            LOOK_EVERY.toSeconds(),
                            TimeUnit.SECONDS);
        }
    }

    void end(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void lookAtAll() {
        config.addresses()
                .forEach((id, address) ->
                        source(id).ifPresent(source -> lookLogged(source, address)));
    }

    /// A list by its id, as the name of an environment variable may have it: `un.sc` for `un-sc`.
    static Optional<ListSource> source(String id) {
        return ListSource.ofId(
                id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""));
    }

    private void lookLogged(ListSource source, URI address) {
        try {
            look(source, address);
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "list=%s download failed", source.id());
        }
    }

    /// Does nothing when it is not due.
    void look(ListSource source, URI address) {
        var now = clock.instant();
        store.claim(source, address, now, now.plus(config.timeout()))
                .ifPresent(known -> look(source, address, known));
    }

    private void look(ListSource source, URI address, DownloadStore.Known known) {
        switch (fetch(address, known)) {
            case Fetch.NotModified same -> {
                files.seenAgain(source, clock.instant(), TAKEN_BY);
                succeed(source, "not-modified", null, known.etag(), known.lastModified());
            }
            case Fetch.Fetched fetched -> take(source, fetched, known);
            case Fetch.Failed failed -> fail(source, failed.reason(), known, failed.retryAfter());
        }
    }

    private Fetch fetch(URI address, DownloadStore.Known known) {
        try {
            return fetcher.fetch(address, files.newPart(), known.etag(), known.lastModified());
        } catch (IOException fault) {
            return new Fetch.Failed("cannot be written to disk: " + fault.getMessage());
        } catch (IllegalArgumentException fault) {
            return new Fetch.Failed("no address to fetch from: " + fault.getMessage());
        }
    }

    private void take(ListSource source, Fetch.Fetched fetched, DownloadStore.Known known) {
        try (InputStream body = Files.newInputStream(fetched.file())) {
            String outcome = files.take(source, body, clock.instant(), TAKEN_BY);
            succeed(source, "taken", outcome, fetched.etag(), fetched.lastModified());
        } catch (IOException fault) {
            fail(source, "could not be read from disk: " + fault.getMessage(), known, null);
        } catch (ProblemException refused) {
            fail(source, Objects.requireNonNullElse(refused.getMessage(), "refused"), known, null);
        } finally {
            forget(fetched.file());
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException fault) {
            LOG.warnf("left behind until the next start file=%s cause=%s", file, fault);
        }
    }

    private void succeed(
            ListSource source,
            String outcome,
            @Nullable String detail,
            @Nullable String etag,
            @Nullable String lastModified) {
        store.finish(
                source,
                outcome,
                detail,
                new DownloadStore.Known(etag, lastModified, 0),
                clock.instant().plus(config.every()));
        LOG.infof("list=%s download=%s detail=%s", source.id(), outcome, detail);
    }

    private void fail(
            ListSource source,
            String reason,
            DownloadStore.Known known,
            @Nullable Duration retryAfter) {
        int failures = known.failures() + 1;
        var wait = backoff.after(failures, ThreadLocalRandom.current().nextDouble(), retryAfter);
        store.finish(
                source,
                "failed",
                reason,
                new DownloadStore.Known(known.etag(), known.lastModified(), failures),
                clock.instant().plus(wait));
        LOG.warnf(
                "list=%s download=failed failures=%d next=%s reason=%s",
                source.id(), failures, wait, reason);
    }
}
