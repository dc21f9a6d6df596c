package org.fairlead.ais.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.fairlead.ais.archive.Archive;
import org.fairlead.ais.frame.FrameStream;
import org.fairlead.ais.hygiene.HygieneConfig;
import org.fairlead.ais.ingest.IngestConfig;
import org.fairlead.ais.instance.Instance;
import org.fairlead.ais.vessel.VesselRegister;
import org.jboss.logging.Logger;

/// Runs the feeds this instance owns: takes those that nobody owns, gives up those that were
/// deleted or lost, tells how they do. What a feed had accepted before a crash is on this
/// instance's disk and is passed on by it, whoever owns the feed now.
@ApplicationScoped
class FeedKeeper {

    private static final Logger LOG = Logger.getLogger(FeedKeeper.class);
    private static final long TICK_MILLIS = 1_000;
    private static final int TICKS_PER_LEASE = 4;
    private static final int TICKS_PER_TELLING = 2;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final FeedStore feeds;
    private final Instance instance;
    private final FeedRun.Services services;
    private final Map<UUID, LiveFeed> running = new HashMap<>();
    private final Map<UUID, LiveFeed> draining = new HashMap<>();
    private final Semaphore bell = new Semaphore(0);
    private final Clock clock = Clock.systemUTC();
    private @org.jspecify.annotations.Nullable Thread thread;
    private volatile boolean isStopping;
    private boolean isLeftoverFound;

    @Inject
    FeedKeeper(
            FeedStore feeds,
            Instance instance,
            FrameStream frames,
            VesselRegister vessels,
            Archive archive,
            IngestConfig ingest,
            HygieneConfig hygiene,
            FeedConfig config,
            MeterRegistry meters,
            ObjectMapper json) {
        this.feeds = feeds;
        this.instance = instance;
        services =
                new FeedRun.Services(
                        frames, vessels, archive, ingest, hygiene, config, meters, json);
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("ais-feeds").start(this::keep);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        isStopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
        for (LiveFeed live : all()) {
            try {
                live.stop();
            } catch (IOException left) {
                LOG.warnf("feed stops badly name=%s cause=%s", live.feed().name(), left);
            }
        }
    }

    /// Something about the feeds was changed.
    void ring() {
        bell.release();
    }

    private List<LiveFeed> all() {
        var both = new ArrayList<>(running.values());
        both.addAll(draining.values());
        return both;
    }

    private void keep() {
        for (int tick = 0; !isStopping; tick++) {
            try {
                if (tick % TICKS_PER_LEASE == 0) {
                    lease();
                }
                running.values().forEach(LiveFeed::tick);
                if (tick % TICKS_PER_TELLING == 0) {
                    tell();
                }
                if (bell.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                    tick = TICKS_PER_LEASE - 1;
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | IOException fault) {
                LOG.warnf("feeds wait for a part that is away cause=%s", fault);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(TICK_MILLIS);
        } catch (InterruptedException stopped) {
            isStopping = true;
        }
    }

    private void lease() throws IOException, InterruptedException {
        var mine =
                feeds
                        .lease(instance.id(), services.config().leaseFor())
                        .await()
                        .atMost(ANSWER_WITHIN)
                        .stream()
                        .collect(Collectors.toMap(Feed::id, feed -> feed));
        for (UUID gone : running.keySet().stream().filter(id -> !mine.containsKey(id)).toList()) {
            var live = running.remove(gone);
            if (live != null) {
                live.stopReading();
                draining.put(gone, live);
            }
        }
        forgetDrained();
        for (Feed feed : mine.values()) {
            if (!running.containsKey(feed.id()) && !draining.containsKey(feed.id())) {
                var live = new LiveFeed(feed, directory(feed.id()), services, clock);
                running.put(feed.id(), live);
                gauge(live);
                live.start();
                LOG.infof("feed begins name=%s kind=%s", feed.name(), feed.kind().code());
            }
        }
        if (!isLeftoverFound) {
            drainLeftOver();
            isLeftoverFound = true;
        }
    }

    private void gauge(LiveFeed live) {
        var unused =
                services.meters()
                        .gauge(
                                "fairlead.ais.feed.backlog",
                                List.of(
                                        io.micrometer.core.instrument.Tag.of(
                                                "feed", live.feed().name())),
                                live,
                                LiveFeed::journalBytes);
    }

    private Path directory(UUID feed) throws IOException {
        return Files.createDirectories(instance.directory("feeds").resolve(feed.toString()));
    }

    /// Feeds that were deleted, or taken by another instance, before all of theirs was passed on.
    private void drainLeftOver() throws IOException {
        try (var directories = Files.newDirectoryStream(instance.directory("feeds"))) {
            for (Path directory : directories) {
                Path facts = directory.resolve("feed.json");
                if (!Files.exists(facts)) {
                    continue;
                }
                var feed = services.json().readValue(Files.readAllBytes(facts), Feed.class);
                if (!running.containsKey(feed.id()) && !draining.containsKey(feed.id())) {
                    var live = new LiveFeed(feed, directory, services, clock);
                    draining.put(feed.id(), live);
                    live.startDraining();
                }
            }
        }
    }

    private void forgetDrained() throws IOException, InterruptedException {
        for (UUID id : List.copyOf(draining.keySet())) {
            var live = draining.get(id);
            if (live != null && live.isDone()) {
                draining.remove(id);
                live.stop();
                remove(directory(id));
            }
        }
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void tell() {
        for (LiveFeed live : running.values()) {
            feeds.tell(live.feed().id(), instance.id(), live.status())
                    .await()
                    .atMost(ANSWER_WITHIN);
        }
    }
}
