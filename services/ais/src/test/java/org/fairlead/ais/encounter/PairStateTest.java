package org.fairlead.ais.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.ais.Configured;
import org.fairlead.ais.finding.Told;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails.Encounter;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.VesselRef;
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

    @Test
    void keepsWhatWasToldOverReadingAndWriting() {
        var told = List.of(new Told(activity(), "as it was"));
        var state = of(100, 101).with(told);

        byte[] stored = state.encode();
        var read = PairState.decode(stored);
        var grown = read.and(at(102, 30).note(true));

        assertThat(read.isTold()).isTrue();
        assertThat(read.encode()).isEqualTo(stored);
        assertThat(PairState.decode(grown.encode()).told()).isEqualTo(told);
        assertThat(PairState.decode(read.with(List.of()).encode()).isTold()).isFalse();
        assertThat(PairState.decode(of(100).encode()).told()).isEmpty();
    }

    private static Activity activity() {
        var she = new VesselRef("200000001", "SHE", null);
        var other = new VesselRef("200000002", "OTHER", null);
        var from = Instant.parse("2024-01-02T12:00:00Z");
        var to = Instant.parse("2024-01-02T15:00:00Z");
        return new Activity(
                new UUID(7, 8),
                1,
                null,
                Activity.State.ENDED,
                she,
                List.of(other),
                from,
                to,
                new ReportedPosition(from, 30.0, 124.0, 0.1, null),
                new ReportedPosition(to, 30.0, 124.0, 0.1, null),
                3.0,
                new Encounter(List.of(EncounterRule.WIDE), 96.2, 96.3, 0.1, 19),
                "Within 500 m of each other.",
                false,
                List.of("pier"),
                Map.of("ais.encounter.crowd", "10"),
                List.of(),
                to);
    }
}
