package org.fairlead.ais.track;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Work that goes on in the background, a round at a time, from start to shutdown. A round that
/// fails, because a part is away, is begun again later.
final class Rounds {

    /// One round.
    interface Round {

        /// @return how long to wait before the next
        Duration work();
    }

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final Duration END_WITHIN = Duration.ofSeconds(5);

    private final String name;
    private final Duration afterFailure;
    private final Round round;
    private @Nullable Thread thread;
    private volatile boolean isStopping;

    /// @param name of its thread
    Rounds(String name, Duration afterFailure, Round round) {
        this.name = name;
        this.afterFailure = afterFailure;
        this.round = round;
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name(name).start(this::work);
    }

    void stop() throws InterruptedException {
        isStopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(END_WITHIN);
        }
    }

    private void work() {
        try {
            while (!isStopping) {
                Thread.sleep(once());
            }
        } catch (InterruptedException stopped) {
            // by the shutdown, and nobody else
        }
    }

    private Duration once() {
        try {
            return round.work();
        } catch (RuntimeException fault) {
            LOG.warnf("%s waits for a part that is away cause=%s", name, fault);
            return afterFailure;
        }
    }
}
