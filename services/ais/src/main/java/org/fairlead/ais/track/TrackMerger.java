package org.fairlead.ais.track;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Merges frames that came into the tracks, over and over in the background. A round costs rows of
/// every ship that was heard, so the next waits at least as long as the one before took: the more
/// there is to do, the more fixes are merged with each row.
@ApplicationScoped
class TrackMerger {

    private static final Logger LOG = Logger.getLogger(TrackMerger.class);
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);
    private static final Duration AWAY = Duration.ofSeconds(2);

    private final RecentFrameStore recent;
    private final TrackConfig config;
    private @Nullable Thread thread;
    private volatile boolean isStopping;

    @Inject
    TrackMerger(RecentFrameStore recent, TrackConfig config) {
        this.recent = recent;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("ais-merger").start(this::work);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        isStopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void work() {
        while (!isStopping) {
            try {
                long start = System.nanoTime();
                boolean isMoreLeft = mergeRound();
                if (!isMoreLeft) {
                    long took = System.nanoTime() - start;
                    Thread.sleep(Duration.ofNanos(Math.max(took, config.mergeEvery().toNanos())));
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException fault) {
                LOG.warnf("merging waits for a part that is away cause=%s", fault);
                pause();
            }
        }
    }

    /// Whether a partition had more than one round takes.
    private boolean mergeRound() {
        boolean isMoreLeft = false;
        for (int partition : recent.waiting().await().atMost(ANSWER_WITHIN)) {
            int fixes =
                    recent.merge(partition, config.mergeMostFixes()).await().atMost(ANSWER_WITHIN);
            isMoreLeft |= fixes >= config.mergeMostFixes();
        }
        return isMoreLeft;
    }

    private void pause() {
        try {
            Thread.sleep(AWAY);
        } catch (InterruptedException stopped) {
            isStopping = true;
        }
    }
}
