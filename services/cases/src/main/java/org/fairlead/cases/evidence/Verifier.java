package org.fairlead.cases.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.fairlead.cases.access.ContextOfItsOwn;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Goes over all exhibits now and then.
@ApplicationScoped
public class Verifier {

    private static final Logger LOG = Logger.getLogger(Verifier.class);

    private final VerificationStore store;
    private final VerificationConfig config;
    private final ContextOfItsOwn contexts;
    private final MeterRegistry meters;
    private final AtomicLong corrupt = new AtomicLong();
    private @Nullable Cancellable ticking;

    @Inject
    Verifier(
            VerificationStore store,
            VerificationConfig config,
            ContextOfItsOwn contexts,
            MeterRegistry meters) {
        this.store = store;
        this.config = config;
        this.contexts = contexts;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        meters.gauge("fairlead.evidence.corrupt", corrupt);
        ticking =
                Multi.createFrom()
                        .ticks()
                        .startingAfter(config.every())
                        .every(config.every())
                        .onOverflow()
                        .drop()
                        .onItem()
                        .transformToUniAndConcatenate(tick ->
                                verifyAll()
                                        .onFailure()
                                        .invoke(fault ->
                                                LOG.warnf(
                                                        "exhibits were not verified, tried again"
                                                                + " cause=%s",
                                                        fault))
                                        .onFailure()
                                        .recoverWithItem(0L))
                        .subscribe()
                        .with(verified -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticking != null) {
            ticking.cancel();
        }
    }

    /// @return how many places of the store were read
    public Uni<Long> verifyAll() {
        return contexts.run(() -> after("", "", 0).call(() -> store.alarms().invoke(corrupt::set)));
    }

    private Uni<Long> after(String team, String sha256, long read) {
        return store.next(team, sha256, config.batchItems())
                .call(this::report)
                .chain(batch -> {
                    meters.counter("fairlead.evidence.verified").increment(batch.size());
                    if (batch.size() < config.batchItems()) {
                        return Uni.createFrom().item(read + batch.size());
                    }
                    var last = batch.getLast();
                    return after(last.team(), last.sha256(), read + batch.size());
                });
    }

    private Uni<Void> report(List<VerificationStore.Held> batch) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (VerificationStore.Held held : batch) {
            if (!held.isWhole()) {
                LOG.errorf(
                        "exhibit is not what was frozen team=%s sha256=%s found=%s",
                        held.team(), held.sha256(), held.foundSha256());
                all = all.chain(() -> store.report(held).replaceWithVoid());
            }
        }
        return all;
    }
}
