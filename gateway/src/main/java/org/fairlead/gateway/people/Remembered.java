package org.fairlead.gateway.people;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value of another system: asked for once at a time, kept while fresh, and served a while longer
/// when that system is away.
final class Remembered<V> {

    private final Supplier<Uni<V>> source;
    private final Duration fresh;
    private final Duration usable;
    private final Clock clock;
    private @Nullable V last;
    private Instant lastAt = Instant.MIN;
    private @Nullable Uni<V> loading;

    Remembered(Supplier<Uni<V>> source, Duration fresh, Duration usable, Clock clock) {
        this.source = source;
        this.fresh = fresh;
        this.usable = usable;
        this.clock = clock;
    }

    synchronized Uni<V> get() {
        V held = last;
        if (held != null && isYounger(fresh)) {
            return Uni.createFrom().item(held);
        }
        if (loading == null) {
            loading =
                    source.get()
                            .onItem()
                            .invoke(this::loaded)
                            .onFailure()
                            .invoke(this::failed)
                            .memoize()
                            .indefinitely();
        }
        Uni<V> asked = loading;
        return held != null && isYounger(usable) ? asked.onFailure().recoverWithItem(held) : asked;
    }

    private boolean isYounger(Duration age) {
        return !lastAt.equals(Instant.MIN) && lastAt.plus(age).isAfter(clock.instant());
    }

    private synchronized void loaded(V value) {
        last = value;
        lastAt = clock.instant();
        loading = null;
    }

    private synchronized void failed(Throwable fault) {
        loading = null;
    }
}
