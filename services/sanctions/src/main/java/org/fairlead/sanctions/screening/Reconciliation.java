package org.fairlead.sanctions.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contracts.sanctions.ScreeningHit;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/// What changes between the pairs kept so far and those found now.
///
/// @param toKeep rows that are new or say something else, with their next version
/// @param toTell hits, and hits that ended
record Reconciliation(List<KeptMatch> toKeep, List<ScreeningHit> toTell) {

    Reconciliation {
        toKeep = List.copyOf(toKeep);
        toTell = List.copyOf(toTell);
    }

    /// @param kept of the vessel or the list looked at; none outside it
    static Reconciliation of(List<KeptMatch> kept, List<Candidate> candidates, Instant now) {
        return of(kept, candidates, now, false);
    }

    /// @param isBaseline true for a list's first version: what it hits was so before anybody looked
    static Reconciliation of(
            List<KeptMatch> kept, List<Candidate> candidates, Instant now, boolean isBaseline) {
        Map<UUID, KeptMatch> before = new HashMap<>();
        kept.forEach(match -> before.put(match.match().id(), match));
        var toKeep = new ArrayList<KeptMatch>();
        var toTell = new ArrayList<ScreeningHit>();
        for (Candidate candidate : candidates) {
            var outcome = candidate.outcome();
            if (outcome == null) {
                continue;
            }
            var old = before.remove(idOf(candidate));
            var found = match(candidate, outcome, old, now, isBaseline);
            if (old == null || !found.saysTheSameAs(old)) {
                toKeep.add(found);
                if (isToTell(found, old)) {
                    toTell.add(found.match());
                }
            }
        }
        for (KeptMatch gone : before.values()) {
            if (gone.state() != MatchState.CLEARED) {
                var cleared = cleared(gone, now);
                toKeep.add(cleared);
                if (gone.state() == MatchState.HIT) {
                    toTell.add(cleared.match());
                }
            }
        }
        return new Reconciliation(toKeep, toTell);
    }

    private static boolean isToTell(KeptMatch found, @Nullable KeptMatch old) {
        return found.state() == MatchState.HIT || (old != null && old.state() == MatchState.HIT);
    }

    private static UUID idOf(Candidate candidate) {
        return OutboxEvent.idOf(
                "match",
                candidate.vessel().mmsi(),
                candidate.listing().list(),
                candidate.listing().sourceId());
    }

    private static KeptMatch match(
            Candidate candidate,
            Screening.Outcome outcome,
            @Nullable KeptMatch old,
            Instant now,
            boolean isBaseline) {
        return new KeptMatch(
                outcome.state(),
                new ScreeningHit(
                        idOf(candidate),
                        old == null ? 1 : old.match().version() + 1,
                        outcome.state() == MatchState.HIT
                                ? ScreeningHit.State.HIT
                                : ScreeningHit.State.CLEARED,
                        candidate.vessel(),
                        candidate.listing(),
                        outcome.matchedBy(),
                        outcome.contradictions(),
                        outcome.score(),
                        outcome.explanation(),
                        candidate.listVersion(),
                        candidate.synthetic(),
                        now,
                        candidate.listedSince(),
                        isBaseline ? true : null));
    }

    private static KeptMatch cleared(KeptMatch gone, Instant now) {
        ScreeningHit match = gone.match();
        return new KeptMatch(
                MatchState.CLEARED,
                new ScreeningHit(
                        match.id(),
                        match.version() + 1,
                        ScreeningHit.State.CLEARED,
                        match.vessel(),
                        match.listing(),
                        List.of(),
                        match.contradictions(),
                        0.0,
                        "No identifier agrees any more: the entry left the list, or one side changed it.",
                        match.listVersion(),
                        match.synthetic(),
                        now,
                        match.listedSince(),
                        null));
    }
}
