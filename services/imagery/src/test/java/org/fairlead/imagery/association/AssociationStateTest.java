package org.fairlead.imagery.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fairlead.contracts.imagery.Association.Stance;
import org.fairlead.contracts.imagery.Association.State;
import org.fairlead.imagery.association.AssociationState.Said;
import org.junit.jupiter.api.Test;

class AssociationStateTest {

    private static AssociationState of(Said... said) {
        return AssociationState.of(List.of(said));
    }

    private static Said confirms(String by) {
        return new Said(by, Stance.CONFIRM);
    }

    private static Said rejects(String by) {
        return new Said(by, Stance.REJECT);
    }

    @Test
    void oneWordProposes() {
        assertThat(of(confirms("carl")).state()).isEqualTo(State.PROPOSED);
    }

    @Test
    void twoPeopleConfirm() {
        assertThat(of(confirms("carl"), confirms("lena"), confirms("rosa")))
                .isEqualTo(new AssociationState(State.CONFIRMED, List.of("carl", "lena")));
    }

    @Test
    void onePersonTwiceIsOnePerson() {
        assertThat(of(confirms("carl"), confirms("carl")))
                .isEqualTo(new AssociationState(State.PROPOSED, List.of("carl")));
    }

    @Test
    void oneWordRejects() {
        assertThat(of(rejects("carl")).state()).isEqualTo(State.REJECTED);
    }

    @Test
    void wordsAgainstEachOtherAreDisputedHoweverMany() {
        assertThat(of(confirms("carl"), confirms("lena"), rejects("rosa")).state())
                .isEqualTo(State.DISPUTED);
    }

    @Test
    void nothingLeftIsWithdrawn() {
        assertThat(of().state()).isEqualTo(State.WITHDRAWN);
    }
}
