package org.fairlead.imagery.association;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.fairlead.contracts.imagery.Association.Stance;
import org.fairlead.contracts.imagery.Association.State;

/// What the statements that stand come to. Pure.
///
/// @param confirmedBy the first two people who confirm, in their order
record AssociationState(State state, List<String> confirmedBy) {

    /// A statement that stands.
    record Said(String by, Stance stance) {}

    AssociationState {
        confirmedBy = List.copyOf(confirmedBy);
    }

    static AssociationState of(List<Said> standing) {
        SequencedSet<String> confirm = people(standing, Stance.CONFIRM);
        SequencedSet<String> reject = people(standing, Stance.REJECT);
        return new AssociationState(
                state(confirm.size(), reject.size()), confirm.stream().limit(2).toList());
    }

    private static SequencedSet<String> people(List<Said> standing, Stance stance) {
        var people = new LinkedHashSet<String>();
        standing.stream()
                .filter(one -> one.stance() == stance)
                .forEach(one -> people.add(one.by()));
        return people;
    }

    private static State state(int confirm, int reject) {
        if (reject > 0) {
            return confirm > 0 ? State.DISPUTED : State.REJECTED;
        }
        return switch (confirm) {
            case 0 -> State.WITHDRAWN;
            case 1 -> State.PROPOSED;
            default -> State.CONFIRMED;
        };
    }
}
