package org.fairlead.sanctions.screen;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.fairlead.sanctions.list.ListStore;
import org.fairlead.sanctions.reference.FactReader;
import org.fairlead.sanctions.reference.ReferenceFact;

/// Reads what there is to answer from: versions of lists, and facts of those that have none.
@ApplicationScoped
class ServedNow {

    private final ListStore lists;
    private final FactReader facts;

    @Inject
    ServedNow(ListStore lists, FactReader facts) {
        this.lists = lists;
        this.facts = facts;
    }

    record Known(List<ListStore.Coverage> lists, List<ReferenceFact> facts) {}

    Uni<Known> known() {
        return lists.coverage().chain(coverage -> facts.all().map(all -> new Known(coverage, all)));
    }

    /// The newest of everything.
    Uni<Served> at(Instant now) {
        return known().map(known -> Served.of(known.lists(), known.facts(), null, null, now));
    }
}
