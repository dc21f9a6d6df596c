package org.fairlead.ais.track;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/// Merges the pieces of ships' days that lie in many, and rewrites what an earlier version wrote, a
/// few at a time in the background.
@ApplicationScoped
class TrackCompactor {

    private static final Logger LOG = Logger.getLogger(TrackCompactor.class);
    private static final int AT_A_TIME = 50;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final TrackStore tracks;
    private final Rounds rounds = new Rounds("ais-compaction", LOOK_EVERY, this::round);
    private boolean isOldLeft = true;

    @Inject
    TrackCompactor(TrackStore tracks) {
        this.tracks = tracks;
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        rounds.stop();
    }

    private Duration round() {
        return compact() ? Duration.ZERO : LOOK_EVERY;
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
}
