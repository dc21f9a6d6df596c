package org.fairlead.ais.track;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/// Merges frames that came into the tracks, over and over in the background, when it pays
/// ([MergePace]). The next round waits at least as long as the one before took.
@ApplicationScoped
class TrackMerger {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);
    private static final Duration AWAY = Duration.ofSeconds(2);

    private final RecentFrameStore recent;
    private final TrackConfig config;
    private final MergePace pace;
    private final Rounds rounds = new Rounds("ais-merger", AWAY, this::round);

    @Inject
    TrackMerger(RecentFrameStore recent, TrackConfig config) {
        this.recent = recent;
        this.config = config;
        this.pace = new MergePace(config);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        rounds.stop();
    }

    private Duration round() {
        long start = System.nanoTime();
        boolean isMoreLeft = mergeRound();
        long took = System.nanoTime() - start;
        return isMoreLeft
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(took, config.mergeEvery().toNanos()));
    }

    /// Whether a partition had more than one round takes.
    private boolean mergeRound() {
        boolean isMoreLeft = false;
        var waiting = recent.waiting().await().atMost(ANSWER_WITHIN);
        long ofAll = waiting.stream().mapToLong(RecentFrameStore.Waiting::fixes).sum();
        for (RecentFrameStore.Waiting one : waiting) {
            if (!pace.isDue(one.partition(), one.fixes(), ofAll, System.nanoTime())) {
                continue;
            }
            var merged =
                    recent.merge(one.partition(), config.mergeMostFixes())
                            .await()
                            .atMost(ANSWER_WITHIN);
            if (merged.ships() > 0) {
                // Another instance had the partition otherwise.
                pace.merged(one.partition(), merged.ships());
            }
            isMoreLeft |= merged.fixes() >= config.mergeMostFixes();
        }
        return isMoreLeft;
    }
}
