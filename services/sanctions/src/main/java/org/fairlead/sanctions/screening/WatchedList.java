package org.fairlead.sanctions.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.screening.Corpus;
import org.fairlead.screening.Profile;
import org.fairlead.screening.Question;
import org.fairlead.screening.Subject;
import org.jspecify.annotations.Nullable;

/// The ships of a list's current version.
final class WatchedList {

    /// Low enough for a shared number that another contradicts.
    private static final double LEAST = 0.45;

    private static final int MOST = 1_000;

    private final int version;
    private final List<Ship> ships;
    private final Corpus corpus;

    record Ship(ListingRef listing, Subject subject, @Nullable Instant listedSince) {}

    WatchedList(String list, int version, List<Ship> ships) {
        this.version = version;
        this.ships = List.copyOf(ships);
        this.corpus = new Corpus(list + "@" + version, ships.stream().map(Ship::subject).toList());
    }

    int version() {
        return version;
    }

    List<Candidate> candidates(WatchedVessel vessel, WatchPolicy policy) {
        var question =
                Question.of(vessel.subject(), Profile.VESSEL).withThreshold(LEAST).withLimit(MOST);
        var found = new ArrayList<Candidate>();
        for (var hit : corpus.search(question)) {
            var ship = ships.get(hit.listing());
            Screening.of(
                            hit.comparison(),
                            vessel.vessel().imo(),
                            ship.listing(),
                            policy.leastByName())
                    .ifPresent(outcome ->
                            found.add(
                                    new Candidate(
                                            vessel.vessel(),
                                            vessel.synthetic(),
                                            ship.listing(),
                                            version,
                                            ship.listedSince(),
                                            outcome)));
        }
        return found;
    }
}
