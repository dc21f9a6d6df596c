package org.fairlead.cases.access;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.function.Supplier;

/// Runs work in transactions of its own, also from within another: a database session is found
/// again by its Vert.x context, so the work gets another context.
@ApplicationScoped
public class ContextOfItsOwn {

    private final Vertx vertx;

    @Inject
    ContextOfItsOwn(Vertx vertx) {
        this.vertx = vertx;
    }

    /// The result comes back on the caller's context, where there is one.
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        Context callers = Vertx.currentContext();
        Uni<T> apart =
                Uni.createFrom()
                        .emitter(emitter -> {
                            Context own =
                                    Objects.requireNonNull(
                                            VertxContext.createNewDuplicatedContext(
                                                    vertx.getOrCreateContext()));
                            VertxContextSafetyToggle.setContextSafe(own, true);
                            own.runOnContext(go -> {
                                var _ =
                                        work.get()
                                                .subscribe()
                                                .with(emitter::complete, emitter::fail);
                            });
                        });
        return callers == null
                ? apart
                : apart.emitOn(command -> callers.runOnContext(go -> command.run()));
    }
}
