package org.fairlead.sanctions.screen;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fairlead.sanctions.list.VersionsChanged;
import org.fairlead.sanctions.reference.FactRecorded;
import org.fairlead.screening.Corpus;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The corpus of what serves now: made when a version comes, not when somebody asks. Until it is
/// ready the one before answers, and says so.
@ApplicationScoped
class NewestCorpus {

    private static final Logger LOG = Logger.getLogger(NewestCorpus.class);

    /// So long after a version no other has come: making one for each version of a replay would
    /// take longer than the replay. Who asks in between has it made.
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private final Supplier<Uni<Basis>> newest;
    private final Function<Basis, Uni<Corpus>> corpora;
    private final Duration patience;
    private final AtomicReference<@Nullable Ready> ready = new AtomicReference<>();
    private final AtomicLong changes = new AtomicLong();

    @Inject
    NewestCorpus(ServedNow served, CorpusStore corpora, ScreenConfig config) {
        this(
                () -> served.at(Instant.now()).map(Served::basis),
                corpora::of,
                config.waitForNewest());
    }

    NewestCorpus(
            Supplier<Uni<Basis>> newest, Function<Basis, Uni<Corpus>> corpora, Duration patience) {
        this.newest = newest;
        this.corpora = corpora;
        this.patience = patience;
    }

    record Ready(Basis basis, Corpus corpus) {}

    void started(@Observes StartupEvent event) {
        prepare("start");
    }

    /// Files taken in one after another make one corpus, of the last.
    void changed(@Observes VersionsChanged change) {
        settle(change.list() + "@" + change.version());
    }

    void recorded(@Observes FactRecorded fact) {
        settle("fact of " + fact.list() + "/" + fact.imo());
    }

    private void settle(String why) {
        long mine = changes.incrementAndGet();
        var _ =
                Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(SETTLED)
                        .subscribe()
                        .with(nothing -> {
                            if (changes.get() == mine) {
                                prepare(why);
                            }
                        });
    }

    private void prepare(String why) {
        long start = System.nanoTime();
        var _ =
                newest.get()
                        .chain(this::make)
                        .subscribe()
                        .with(
                                made ->
                                        LOG.infof(
                                                "corpus=%s listings=%d after=%s took=%d ms",
                                                made.corpus().version(),
                                                made.corpus().size(),
                                                why,
                                                (System.nanoTime() - start) / 1_000_000),
                                fault -> LOG.warnf(fault, "corpus after=%s not made yet", why));
    }

    private Uni<Ready> make(Basis basis) {
        return corpora.apply(basis)
                .map(corpus -> new Ready(basis, corpus))
                .invoke(ready::set)
                // Who stops waiting does not stop the making.
                .memoize()
                .indefinitely();
    }

    /// The corpus of these versions; where it is not ready in time, the one that was before them. A
    /// list's first version is always waited for, and so is a fact: without it the answer would be
    /// of other lists.
    Uni<Ready> of(Basis newest) {
        var before = ready.get();
        var made = make(newest);
        return before == null
                        || before.basis().equals(newest)
                        || !before.basis().facts().equals(newest.facts())
                        || !before.basis()
                                .versions()
                                .keySet()
                                .containsAll(newest.versions().keySet())
                ? made
                : made.ifNoItem().after(patience).recoverWithItem(before);
    }
}
