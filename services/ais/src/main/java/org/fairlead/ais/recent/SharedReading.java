package org.fairlead.ais.recent;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// What was read, for all who ask within a while; each reading begins with what the one before
/// gave. Nothing is read while nobody asks, there are never two readings at once, and a failure is
/// not kept.
final class SharedReading {

    /// How to get from what was read before to what is there now.
    interface Read {
        Uni<RecentPositions> after(RecentPositions before);
    }

    private final InstantSource clock;
    private final long keptMillis;
    private final LongConsumer forgetLater;

    private RecentPositions last = RecentPositions.NONE;
    private @Nullable Uni<RecentPositions> reading;
    private boolean isUnderWay;
    private long beganAtMillis;
    private long number;

    /// @param forgetLater is told the number of each reading and comes back with it ([#forget])
    ///   when it has been long enough that nobody seems to ask any more
    SharedReading(InstantSource clock, Duration kept, LongConsumer forgetLater) {
        this.clock = clock;
        this.keptMillis = kept.toMillis();
        this.forgetLater = forgetLater;
    }

    synchronized Uni<RecentPositions> get(Read read) {
        long now = clock.millis();
        if (reading != null && (isUnderWay || now - beganAtMillis < keptMillis)) {
            return reading;
        }
        isUnderWay = true;
        beganAtMillis = now;
        number++;
        reading =
                read.after(last)
                        .onTermination()
                        .invoke((positions, failure, isCancelled) -> ended(positions))
                        .memoize()
                        .indefinitely();
        return reading;
    }

    private void ended(@Nullable RecentPositions positions) {
        forgetLater.accept(end(positions));
    }

    private synchronized long end(@Nullable RecentPositions positions) {
        isUnderWay = false;
        if (positions == null) {
            reading = null;
        } else {
            last = positions;
        }
        return number;
    }

    /// Forgets what was read, unless there was another reading since.
    synchronized void forget(long numberOfReading) {
        if (number == numberOfReading && !isUnderWay) {
            last = RecentPositions.NONE;
            reading = null;
        }
    }

    /// Of how many ships something is kept.
    synchronized int size() {
        return last.size();
    }
}
