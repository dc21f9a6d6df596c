package org.fairlead.imagery.ranking;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fairlead.association.ranking.IndexedSilence;
import org.fairlead.association.ranking.SilenceIndex;
import org.fairlead.association.ranking.Tied;
import org.fairlead.imagery.sea.Sea;
import org.fairlead.imagery.silence.KnownSilence;
import org.fairlead.imagery.silence.SilenceStore;
import org.hibernate.reactive.mutiny.Mutiny;

/// The silences of the database in memory. Before each answer it takes in what has changed since
/// the last one, so another instance's changes are seen as well.
@ApplicationScoped
public class RankingStore {

    private static final int SHIPS_AT_ONCE = 300;

    private final SilenceStore silences;
    private final Sea sea;
    private final Indexing indexing;
    private final SilenceIndex index = new SilenceIndex();
    private final Map<String, Set<UUID>> held = new HashMap<>();
    private final Map<String, Long> asOf = new HashMap<>();
    private long seen = -1;

    @Inject
    RankingStore(SilenceStore silences, Sea sea, RankingConfig config, SilenceTerms terms) {
        this.silences = silences;
        this.sea = sea;
        this.indexing = new Indexing(config, terms);
    }

    /// The silences as they stand now. Waits for the graph of the sea at the first call, beside the
    /// event loop.
    public Uni<SilenceIndex.Snapshot> now(Mutiny.StatelessSession session) {
        return silences.shipsChangedAfter(session, seen())
                .chain(changed ->
                        Multi.createFrom()
                                .iterable(parts(List.copyOf(changed.ships())))
                                .onItem()
                                .transformToUniAndConcatenate(
                                        ships -> takeIn(session, ships, changed.upTo()))
                                .collect()
                                .last()
                                .invoke(() -> sawUpTo(changed.upTo())))
                .chain(() -> besideTheLoop(index::snapshot));
    }

    private static List<List<String>> parts(List<String> ships) {
        var parts = new ArrayList<List<String>>();
        for (int at = 0; at < ships.size(); at += SHIPS_AT_ONCE) {
            parts.add(ships.subList(at, Math.min(ships.size(), at + SHIPS_AT_ONCE)));
        }
        return parts;
    }

    private Uni<Void> takeIn(Mutiny.StatelessSession session, List<String> ships, long upTo) {
        return silences.standingOf(session, ships)
                .chain(standing ->
                        besideTheLoop(() -> {
                            takeIn(ships, standing, upTo);
                            return true;
                        }))
                .replaceWithVoid();
    }

    private void takeIn(List<String> ships, List<KnownSilence> standing, long upTo) {
        var byShip =
                standing.stream()
                        .collect(Collectors.groupingBy(known -> known.silence().vessel().mmsi()));
        for (String ship : ships) {
            var tied =
                    indexing.of(byShip.getOrDefault(ship, List.of())).stream()
                            .map(this::tied)
                            .toList();
            replace(ship, tied, upTo);
        }
    }

    private Tied tied(IndexedSilence silence) {
        return Tied.of(silence, sea.everywhere().orElse(null));
    }

    /// What was read earlier than what is held already is left out: two questions at once may read
    /// in one order and arrive in the other.
    private synchronized void replace(String ship, List<Tied> silences, long upTo) {
        if (asOf.getOrDefault(ship, -1L) > upTo) {
            return;
        }
        asOf.put(ship, upTo);
        Set<UUID> before = held.getOrDefault(ship, Set.of());
        var now = new HashSet<UUID>();
        for (Tied silence : silences) {
            index.put(silence);
            now.add(silence.silence().id());
        }
        before.stream().filter(id -> !now.contains(id)).forEach(index::remove);
        held.put(ship, now);
    }

    private synchronized long seen() {
        return seen;
    }

    private synchronized void sawUpTo(long change) {
        seen = Math.max(seen, change);
    }

    /// Distances by sea and rankings take milliseconds each: not for the event loop, to which the
    /// result comes back, because sessions live there.
    public static <T> Uni<T> besideTheLoop(Callable<T> work) {
        var context = Vertx.currentContext();
        if (context == null) {
            return Uni.createFrom().item(Unchecked.supplier(work::call));
        }
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }
}
