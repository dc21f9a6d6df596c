package org.fairlead.sanctions.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /// What the list says of a ship.
    ///
    /// @param listedOn the publisher's own date; absent when it gives none
    record Entry(ListingRef listing, Subject subject, @Nullable LocalDate listedOn) {}

    /// @param hash of the entry, from which the rest of it follows
    record Ship(String hash, Entry entry, @Nullable Instant listedSince) {}

    WatchedList(String list, int version, List<Ship> ships) {
        this.version = version;
        this.ships = List.copyOf(ships);
        this.corpus =
                new Corpus(
                        list + "@" + version,
                        ships.stream().map(ship -> ship.entry().subject()).toList());
    }

    int version() {
        return version;
    }

    /// By their hashes.
    Map<String, Entry> entries() {
        return ships.stream()
                .collect(Collectors.toMap(Ship::hash, Ship::entry, (one, same) -> one));
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
                            ship.entry().listing(),
                            policy.leastByName())
                    .ifPresent(outcome ->
                            found.add(
                                    new Candidate(
                                            vessel.vessel(),
                                            vessel.synthetic(),
                                            ship.entry().listing(),
                                            version,
                                            ship.listedSince(),
                                            outcome)));
        }
        return found;
    }
}
