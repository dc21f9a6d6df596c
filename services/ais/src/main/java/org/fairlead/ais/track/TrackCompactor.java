package org.fairlead.ais.track;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/// Settles ships' days ([Settled]) that lie in many pieces, that an earlier version wrote, or that
/// are over, a few at a time in the background.
@ApplicationScoped
class TrackCompactor {

    private static final Logger LOG = Logger.getLogger(TrackCompactor.class);
    private static final int AT_A_TIME = 50;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration SETTLE_EVERY = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private static final Segment.Key NOWHERE = new Segment.Key(0, LocalDate.EPOCH);

    private final TrackStore tracks;
    private final TrackConfig config;
    private final Rounds rounds = new Rounds("ais-compaction", LOOK_EVERY, this::round);
    private boolean isOldLeft = true;

    /// Up to here the days that are over have been gone through; days that are damaged stay as they
    /// are, and must not keep from the others.
    private Segment.Key settledTo = NOWHERE;

    private Instant settleFrom = Instant.EPOCH;

    @Inject
    TrackCompactor(TrackStore tracks, TrackConfig config) {
        this.tracks = tracks;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        rounds.stop();
    }

    private Duration round() {
        if (compact()) {
            return Duration.ZERO;
        }
        long begun = System.nanoTime();
        if (!settle(Instant.now())) {
            return LOOK_EVERY;
        }
        // What comes in waits while days are settled: for a tenth of the time at most.
        long took = System.nanoTime() - begun;
        return Duration.ofNanos(Math.max(SETTLE_EVERY.toNanos(), 9 * took));
    }

    private boolean compact() {
        List<Segment.Key> keys = tracks.takeManyPieces(AT_A_TIME);
        if (keys.isEmpty() && isOldLeft) {
            keys = tracks.old(AT_A_TIME).await().atMost(ANSWER_WITHIN);
            isOldLeft = !keys.isEmpty();
        }
        if (keys.isEmpty()) {
            return false;
        }
        int done = tracks.compact(keys).await().atMost(ANSWER_WITHIN);
        LOG.infof("tracks compacted days=%d", done);
        // Days that are damaged stay old; they must not be asked for again and again.
        isOldLeft &= done > 0;
        return done > 0;
    }

    /// Whether there was something to do.
    boolean settle(Instant now) {
        if (now.isBefore(settleFrom)) {
            return false;
        }
        var keys =
                tracks.unsettled(settledTo, lastOver(now, config), config.settledAtATime())
                        .await()
                        .atMost(ANSWER_WITHIN);
        if (keys.isEmpty()) {
            settledTo = NOWHERE;
            settleFrom = now.plus(config.settledEvery());
            return false;
        }
        int done = tracks.compact(keys).await().atMost(ANSWER_WITHIN);
        LOG.debugf("tracks settled days=%d", done);
        settledTo = keys.getLast();
        return true;
    }

    /// The last day that has been over for as long as it takes.
    static LocalDate lastOver(Instant now, TrackConfig config) {
        return LocalDate.ofInstant(now.minus(config.settledAfter()), ZoneOffset.UTC).minusDays(1);
    }
}
