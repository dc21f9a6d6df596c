package org.fairlead.ais.track;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.Supplier;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// Lets so many do something at a time, because each of them takes much memory for it. The others
/// wait for their turn in the order they came; who gives up leaves the line.
///
/// What has begun is let go on although nobody may want it any more: who gives up just when it ends
/// is not always told of either, and would have kept the turn for good. It begins where the one
/// before it ended.
final class Turns {

    private final int most;
    private final Duration longest;
    private final ArrayDeque<Turn> waiting = new ArrayDeque<>();
    private int taken;

    private static final class Turn {
        private final Runnable begin;
        private boolean isGivenUp;

        Turn(Runnable begin) {
            this.begin = begin;
        }
    }

    /// @param most at least one
    /// @param longest what the database never answers would keep its turn for good: so it is given
    ///   up, as not available now
    Turns(int most, Duration longest) {
        if (most < 1) {
            throw new IllegalArgumentException("turns at a time: expected 1 or more, was " + most);
        }
        this.most = most;
        this.longest = longest;
    }

    /// Each subscription is a turn.
    <T> Uni<T> in(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .emitter(emitter -> {
                    // Whoever ends lets the next one begin, whose request is another.
                    var turn = new Turn(Infrastructure.decorate(() -> begin(work, emitter)));
                    var unused = emitter.onTermination(() -> giveUp(turn));
                    enter(turn);
                });
    }

    private <T> void begin(Supplier<Uni<? extends T>> work, UniEmitter<? super T> emitter) {
        var unused =
                Uni.createFrom()
                        .deferred(work)
                        .ifNoItem()
                        .after(longest)
                        .failWith(Turns::tooLong)
                        .subscribe()
                        .with(
                                item -> {
                                    try {
                                        emitter.complete(item);
                                    } finally {
                                        leave();
                                    }
                                },
                                failure -> {
                                    try {
                                        emitter.fail(failure);
                                    } finally {
                                        leave();
                                    }
                                });
    }

    private static ProblemException tooLong() {
        return new ProblemException(
                ServiceProblem.UNAVAILABLE,
                "The database did not answer in time. Try again in a moment.");
    }

    private void enter(Turn turn) {
        synchronized (this) {
            if (turn.isGivenUp) {
                return;
            }
            if (taken == most) {
                waiting.add(turn);
                return;
            }
            taken++;
        }
        turn.begin.run();
    }

    private synchronized void giveUp(Turn turn) {
        turn.isGivenUp = true;
        waiting.remove(turn);
    }

    private void leave() {
        var next = next();
        if (next != null) {
            // Not from here: of many that end at once each would begin within the one before.
            Infrastructure.getDefaultWorkerPool().execute(next.begin);
        }
    }

    private synchronized @Nullable Turn next() {
        var next = waiting.poll();
        taken -= next == null ? 1 : 0;
        return next;
    }
}
