package org.fairlead.imagery.ranking;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Takes the stored silences in beside the start: with a hundred thousand of them the first
/// question would otherwise wait for twenty seconds.
@ApplicationScoped
class WarmUpStore {

    private static final Logger LOG = Logger.getLogger(WarmUpStore.class);

    private final Vertx vertx;
    private final Mutiny.SessionFactory sessions;
    private final RankingStore ranking;

    @Inject
    WarmUpStore(Vertx vertx, Mutiny.SessionFactory sessions, RankingStore ranking) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.ranking = ranking;
    }

    /// A session belongs to a context of its own.
    void start(@Observes StartupEvent started) {
        Context own =
                Objects.requireNonNull(
                        VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(go -> {
            var _ =
                    sessions.withStatelessSession(ranking::now)
                            .subscribe()
                            .with(
                                    taken -> LOG.infof("silences taken in count=%d", taken.size()),
                                    fault ->
                                            LOG.warnf("silences not taken in yet cause=%s", fault));
        });
    }
}
