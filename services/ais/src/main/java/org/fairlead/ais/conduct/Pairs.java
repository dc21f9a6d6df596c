package org.fairlead.ais.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.ais.derivation.CellRule;
import org.fairlead.ais.derivation.Outlet;
import org.fairlead.ais.encounter.EncounterConfig;
import org.fairlead.ais.encounter.PairState;
import org.fairlead.ais.finding.Book;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.finding.Publication;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails.Encounter;
import org.jspecify.annotations.Nullable;

/// One pair of ships: the times at which they were near each other become encounters.
///
/// An encounter that goes on is told again when it meets another rule or has become twice as long,
/// and once more when the pair has not been near each other for a while: whoever reads of it is not
/// called every ten minutes.
final class Pairs implements CellRule<PairState> {

    private static final String RETRACTION =
            "Late data shows one of them elsewhere, in a crowd as in a harbour, or of a trade that"
                    + " lies beside others.";

    /// What is so old comes from a file: it ends when nothing more comes of it.
    private static final long OLD_MILLIS = Duration.ofHours(1).toMillis();

    private static final long OLD_RESTS_AFTER_MILLIS = Duration.ofSeconds(10).toMillis();

    private final EncounterConfig config;

    Pairs(EncounterConfig config) {
        this.config = config;
    }

    @Override
    public @Nullable PairState on(
            @Nullable PairState state, long pair, byte[] note, long storedMillis, Outlet outlet) {
        var next = (state == null ? PairState.NONE : state).and(note);
        return next.isEmpty() ? null : next;
    }

    /// The notes of a while at once: what holds is reckoned once for all of them.
    @Override
    public PairState onLook(PairState state, long pair, long nowMillis, Outlet outlet) {
        return tell(state, grown(state), nowMillis, outlet);
    }

    private PairState tell(PairState state, Set<UUID> later, long storedMillis, Outlet outlet) {
        var encounters = state.encounters(config);
        if (encounters.isEmpty() && !state.isTold()) {
            return state;
        }
        var book = new Book(state.told());
        var news =
                book.news(
                        encounters,
                        state.settledBefore(config),
                        RETRACTION,
                        outlet::vessel,
                        Instant.ofEpochMilli(storedMillis),
                        later);
        news.forEach(one -> outlet.publish(Publication.of(one)));
        return news.isEmpty() ? state : state.with(book.entries());
    }

    /// Those that are longer than was told, but neither of other rules nor twice as long.
    private Set<UUID> grown(PairState state) {
        Map<UUID, Activity> told = new HashMap<>();
        state.told().forEach(one -> told.put(one.activity().id(), one.activity()));
        var grown = new HashSet<UUID>();
        for (Finding one : state.encounters(config)) {
            var before = told.get(one.id());
            if (before != null && isGrown(before, one)) {
                grown.add(one.id());
            }
        }
        return grown;
    }

    private static boolean isGrown(Activity before, Finding now) {
        var end = now.to();
        var was = before.to();
        return before.state() != Activity.State.RETRACTED
                && end != null
                && was != null
                && end.isAfter(was)
                && before.details() instanceof Encounter told
                && now.details() instanceof Encounter holds
                && told.tiers().equals(holds.tiers())
                && now.durationHours() < 2 * before.durationHours();
    }

    @Override
    public boolean canOwe() {
        return true;
    }

    @Override
    public boolean mayTell(PairState state) {
        return state.mayTell(config);
    }

    @Override
    public boolean isOwing(PairState state) {
        return state.isTold() && !grown(state).isEmpty();
    }

    @Override
    public long restsAfterMillis(PairState state, long nowMillis) {
        long newest = state.newestMillis(config);
        return nowMillis - newest > OLD_MILLIS
                ? OLD_RESTS_AFTER_MILLIS
                : 2 * config.every().toMillis();
    }

    @Override
    public PairState onRest(PairState state, long pair, long nowMillis, Outlet outlet) {
        return tell(state, Set.of(), nowMillis, outlet);
    }

    @Override
    public byte[] encode(PairState state) {
        return state.encode();
    }

    @Override
    public PairState decode(byte[] bytes) {
        return PairState.decode(bytes);
    }
}
