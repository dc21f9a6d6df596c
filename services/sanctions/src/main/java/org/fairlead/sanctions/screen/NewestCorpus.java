package org.fairlead.sanctions.screen;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fairlead.sanctions.list.ListStore;
import org.fairlead.sanctions.list.VersionsChanged;
import org.fairlead.screening.Corpus;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The corpus of what serves now: made when a version comes, not when somebody asks. Until it is
/// ready the one before answers, and says so.
@ApplicationScoped
class NewestCorpus {

    private static final Logger LOG = Logger.getLogger(NewestCorpus.class);

    /// So long after a version no other has come.
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Supplier<Uni<List<ListStore.Coverage>>> lists;
    private final Function<Map<String, Integer>, Uni<Corpus>> corpora;
    private final Duration patience;
    private final AtomicReference<@Nullable Ready> ready = new AtomicReference<>();
    private final AtomicLong changes = new AtomicLong();
    private final Clock clock = Clock.systemUTC();

    @Inject
    NewestCorpus(ListStore lists, CorpusStore corpora, ScreenConfig config) {
        this(lists::coverage, corpora::of, config.waitForNewest());
    }

    NewestCorpus(
            Supplier<Uni<List<ListStore.Coverage>>> lists,
            Function<Map<String, Integer>, Uni<Corpus>> corpora,
            Duration patience) {
        this.lists = lists;
        this.corpora = corpora;
        this.patience = patience;
    }

    /// A corpus and the versions it is made of.
    record Ready(Map<String, Integer> versions, Corpus corpus) {

        Ready {
            versions = Map.copyOf(versions);
        }
    }

    void started(@Observes StartupEvent event) {
        prepare("start");
    }

    /// Files taken in one after another make one corpus, of the last.
    void changed(@Observes VersionsChanged change) {
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
                                prepare(change.list() + "@" + change.version());
                            }
                        });
    }

    private void prepare(String why) {
        long start = System.nanoTime();
        var _ =
                lists.get()
                        .map(coverage ->
                                Served.of(coverage, null, null, clock.instant()).versions())
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

    private Uni<Ready> make(Map<String, Integer> versions) {
        return corpora.apply(versions)
                .map(corpus -> new Ready(versions, corpus))
                .invoke(ready::set)
                // Who stops waiting does not stop the making.
                .memoize()
                .indefinitely();
    }

    /// The corpus of these versions; where it is not ready in time, the one that was before them. A
    /// list's first version is always waited for: without it the answer would be of other lists.
    Uni<Ready> of(Map<String, Integer> newest) {
        var before = ready.get();
        var made = make(newest);
        return before == null
                        || before.versions().equals(newest)
                        || !before.versions().keySet().containsAll(newest.keySet())
                ? made
                : made.ifNoItem().after(patience).recoverWithItem(before);
    }
}
