package org.fairlead.ais.conduct;

import java.time.Instant;
import org.fairlead.ais.derivation.CellRule;
import org.fairlead.ais.derivation.Outlet;
import org.fairlead.ais.encounter.EncounterConfig;
import org.fairlead.ais.encounter.PairState;
import org.fairlead.ais.finding.Book;
import org.fairlead.ais.finding.Publication;
import org.jspecify.annotations.Nullable;

/// One pair of ships: the times at which they were near each other become encounters.
final class Pairs implements CellRule {

    private static final String RETRACTION =
            "Late data shows one of them elsewhere, or of a trade that lies beside others.";

    private final EncounterConfig config;

    Pairs(EncounterConfig config) {
        this.config = config;
    }

    @Override
    public byte @Nullable [] on(
            byte @Nullable [] state, long pair, byte[] note, long storedMillis, Outlet outlet) {
        var next = PairState.decode(state).and(note);
        var book = new Book(next.told());
        var news =
                book.news(
                        next.encounters(config),
                        next.settledBefore(config),
                        RETRACTION,
                        outlet::vessel,
                        Instant.ofEpochMilli(storedMillis));
        news.forEach(one -> outlet.publish(Publication.of(one)));
        return next.with(book.entries()).encode();
    }
}
