package org.fairlead.cases.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.fairlead.cases.access.ContextOfItsOwn;
import org.fairlead.cases.signing.SignerProducer;
import org.fairlead.proof.note.Checkpoint;
import org.fairlead.proof.note.NoteSigner;
import org.fairlead.proof.note.SignedNote;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps the log: puts what was written into it, signs what it is, has that stamped and kept
/// elsewhere, and says when the database no longer is what was kept.
@ApplicationScoped
public class AuditLogKeeper {

    private static final Logger LOG = Logger.getLogger(AuditLogKeeper.class);
    private static final int MOST_AT_ONCE = 100;

    private final AuditLogStore store;
    private final AuditLogConfig config;
    private final TimestampClient timestamps;
    private final Optional<NoteSigner> signer;
    private final Optional<CheckpointFolder> folder;
    private final ContextOfItsOwn contexts;
    private final Vertx vertx;
    private final Clock clock;
    private final MeterRegistry meters;
    private final AtomicInteger contradicted = new AtomicInteger();
    private @Nullable Cancellable ticking;

    @Inject
    AuditLogKeeper(
            AuditLogStore store,
            AuditLogConfig config,
            TimestampClient timestamps,
            SignerProducer signer,
            ContextOfItsOwn contexts,
            Vertx vertx,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.config = config;
        this.timestamps = timestamps;
        this.signer = signer.signer();
        this.folder = config.checkpointDirectory().map(CheckpointFolder::new);
        this.contexts = contexts;
        this.vertx = vertx;
        this.clock = clock;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        meters.gauge("fairlead.audit.contradicted", contradicted);
        ticking =
                Multi.createFrom()
                        .ticks()
                        .startingAfter(config.checkpointEvery())
                        .every(config.checkpointEvery())
                        .onOverflow()
                        .drop()
                        .onItem()
                        .transformToUniAndConcatenate(tick -> keepQuietly())
                        .subscribe()
                        .with(kept -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticking != null) {
            ticking.cancel();
        }
    }

    private Uni<Void> keepQuietly() {
        return keep().onFailure()
                .invoke(fault -> {
                    meters.counter("fairlead.audit.failed").increment();
                    LOG.warnf("checkpoint of the audit failed, tried again cause=%s", fault);
                })
                .onFailure()
                .recoverWithNull();
    }

    /// Everything that was committed before is covered when it ends. In transactions of its own,
    /// also when the caller is in the middle of one.
    public Uni<Void> keep() {
        return contexts.run(this::kept);
    }

    private Uni<Void> kept() {
        return advance()
                .chain(this::signNewest)
                .chain(this::stampNewest)
                .chain(this::holdAgainstOutside)
                .chain(this::keepOutside);
    }

    private Uni<Void> advance() {
        return store.advance(config.batchEntries())
                .invoke(count -> meters.counter("fairlead.audit.logged").increment(count))
                .chain(count ->
                        count == config.batchEntries() ? advance() : Uni.createFrom().voidItem());
    }

    private Uni<Void> signNewest() {
        if (signer.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.extent()
                .chain(extent ->
                        store.latest()
                                .map(latest -> latest.map(AuditLogStore.Kept::size).orElse(0L))
                                .chain(signed ->
                                        signed >= extent.size()
                                                ? Uni.createFrom().voidItem()
                                                : sign(extent.size(), signer.get())));
    }

    private Uni<Void> sign(long size, NoteSigner key) {
        return store.root(size)
                .map(root -> new Checkpoint(key.key().name() + "/audit", size, root))
                .map(checkpoint -> SignedNote.sign(checkpoint.text(), key).note())
                .chain(note -> store.keep(size, note, clock.instant()));
    }

    /// An authority that is away costs the stamp, not the checkpoint; it is asked again next time.
    private Uni<Void> stampNewest() {
        if (!timestamps.isConfigured()) {
            return Uni.createFrom().voidItem();
        }
        return store.unstamped(1)
                .chain(newest ->
                        newest.isEmpty() ? Uni.createFrom().voidItem() : stamp(newest.getFirst()));
    }

    private Uni<Void> stamp(AuditLogStore.Kept kept) {
        return timestamps
                .stamp(kept.note().getBytes(StandardCharsets.UTF_8))
                .chain(stamp -> store.keepTimestamp(kept.size(), stamp.bytes(), stamp.at()))
                .onFailure()
                .invoke(fault -> {
                    meters.counter("fairlead.audit.unstamped").increment();
                    LOG.warnf(
                            "no time stamp for the checkpoint size=%d cause=%s",
                            kept.size(), fault);
                })
                .onFailure()
                .recoverWithNull();
    }

    /// The newest checkpoint outside is held against what the database says it was. A difference is
    /// an alarm and stays one: nothing here repairs it.
    private Uni<Void> holdAgainstOutside() {
        if (folder.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return blocking(() -> outside(folder.get()))
                .chain(outside ->
                        outside.isEmpty() ? Uni.createFrom().voidItem() : hold(outside.get()));
    }

    private static Optional<Checkpoint> outside(CheckpointFolder folder) throws IOException {
        return folder.read(folder.newest())
                .map(note -> Checkpoint.parse(SignedNote.parse(note).text()));
    }

    private Uni<Void> hold(Checkpoint outside) {
        return store.extent()
                .chain(extent ->
                        extent.size() < outside.size()
                                ? Uni.createFrom().item(false)
                                : store.root(outside.size())
                                        .map(root -> Arrays.equals(root, outside.root())))
                .invoke(agrees -> {
                    contradicted.set(agrees ? 0 : 1);
                    if (!agrees) {
                        LOG.errorf(
                                "the audit is not what was signed: the checkpoint of %d entries"
                                        + " kept outside is of another log",
                                outside.size());
                    }
                })
                .replaceWithVoid();
    }

    /// Whether the database contradicts what is kept outside.
    boolean isContradicted() {
        return contradicted.get() != 0;
    }

    private Uni<Void> keepOutside() {
        if (folder.isEmpty() || isContradicted()) {
            return Uni.createFrom().voidItem();
        }
        return blocking(() -> folder.get().newest())
                .chain(newest -> store.after(Math.max(0, newest - 1), MOST_AT_ONCE))
                .chain(missing -> blocking(() -> write(folder.get(), missing)))
                .replaceWithVoid();
    }

    private static int write(CheckpointFolder folder, List<AuditLogStore.Kept> missing)
            throws IOException {
        for (AuditLogStore.Kept kept : missing) {
            folder.write(kept.size(), kept.note());
            if (kept.timestamp().isPresent()) {
                folder.writeTimestamp(kept.size(), kept.timestamp().get());
            }
        }
        return missing.size();
    }

    private <T> Uni<T> blocking(java.util.concurrent.Callable<T> work) {
        return vertx.executeBlocking(work, true);
    }
}
