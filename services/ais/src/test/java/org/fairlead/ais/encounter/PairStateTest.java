package org.fairlead.ais.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fairlead.ais.Configured;
import org.junit.jupiter.api.Test;

class PairStateTest {

    private static final EncounterConfig CONFIG = Configured.defaults(EncounterConfig.class);

    private static Contact at(long slot, double latitude) {
        return new Contact(
                new Point(200_000_001, slot, latitude, 124, 0.1, false, false, "pier"),
                new Point(200_000_002, slot, latitude, 124.001, 0.1, false, false, "pier"));
    }

    private static PairState of(long... slots) {
        var state = PairState.NONE;
        for (long slot : slots) {
            state = state.and(at(slot, 30).note(true));
        }
        return state;
    }

    @Test
    void keepsWhatACellTellsWhileAnotherHasYetToTakeBackWhatWas() {
        var was = at(100, 29.9999);
        var is = at(100, 30.0001);

        var state = PairState.NONE.and(is.note(true)).and(was.note(true)).and(was.note(false));

        assertThat(state.oneOfEachTime()).containsExactly(is);
    }

    @Test
    void isInOrderOfTimeWhateverCameFirst() {
        assertThat(of(103, 100, 102, 101).oneOfEachTime())
                .isEqualTo(List.of(at(100, 30), at(101, 30), at(102, 30), at(103, 30)));
    }

    @Test
    void mayTellOnceTheyWereNearEachOtherForTheShorterOfTheRules() {
        assertThat(PairState.NONE.mayTell(CONFIG)).isFalse();
        assertThat(of(100, 101, 102).mayTell(CONFIG)).isFalse();
        assertThat(of(100, 101, 102, 103).mayTell(CONFIG)).isTrue();
    }

    @Test
    void isEmptyWhenAllWasTakenBack() {
        var state = of(100).and(at(100, 30).note(false));

        assertThat(of(100).isEmpty()).isFalse();
        assertThat(state.isEmpty()).isTrue();
    }

    @Test
    void remembersAMonthAndWhatItForgot() {
        var state = PairState.NONE;
        for (long slot = 1; slot <= 4322; slot++) {
            state = state.and(at(slot, 30).note(true));
        }
        state = state.and(at(2, 30).note(true)).and(at(1, 30).note(false));

        assertThat(state.oneOfEachTime()).hasSize(4320);
        assertThat(state.oneOfEachTime().getFirst().slot()).isEqualTo(3);
        assertThat(PairState.decode(state.encode()).encode()).isEqualTo(state.encode());
    }
}
