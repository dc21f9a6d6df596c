package org.fairlead.cases.rounds;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fairlead.cases.lead.EscalationStore;
import org.fairlead.cases.retention.RetentionStore;
import org.jboss.logging.Logger;

/// Goes round: leads that wait too long, cases kept long enough. Every replica does; what one has
/// locked the others pass over, and what is done is not done twice.
@ApplicationScoped
class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final RoundsConfig config;
    private final EscalationStore escalation;
    private final RetentionStore retention;
    private final List<Cancellable> going = new ArrayList<>();

    @Inject
    Rounds(RoundsConfig config, EscalationStore escalation, RetentionStore retention) {
        this.config = config;
        this.escalation = escalation;
        this.retention = retention;
    }

    void start(@Observes StartupEvent event) {
        going.add(every(config.escalationEvery(), "escalation", escalation::sweep));
        going.add(every(config.retentionEvery(), "retention", retention::sweep));
    }

    void stop(@Observes ShutdownEvent event) {
        going.forEach(Cancellable::cancel);
    }

    private static Cancellable every(Duration period, String what, Supplier<Uni<Integer>> round) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(period)
                .every(period)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick ->
                        round.get()
                                .onFailure()
                                .recoverWithItem(fault -> {
                                    LOG.warnf("round failed what=%s cause=%s", what, fault);
                                    return 0;
                                }))
                .subscribe()
                .with(done -> {
                    if (done > 0) {
                        LOG.infof("round what=%s settled=%d", what, done);
                    }
                });
    }
}
