package org.fairlead.sanctions.screen;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/// Waits on a worker thread for work that has to run on an event loop, as the database's sessions
/// do.
final class Waiting {

    private Waiting() {}

    static <T> T on(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error known) {
            throw known;
        } catch (Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }
}
