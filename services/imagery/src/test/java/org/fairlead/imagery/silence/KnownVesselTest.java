package org.fairlead.imagery.silence;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairlead.imagery.Events;
import org.junit.jupiter.api.Test;

class KnownVesselTest {

    @Test
    void remembersEveryLengthAndNumberItClaimed() {
        var vessel =
                KnownVessel.of(Events.identity("273990901", 1, "9179842", 79, 122))
                        .updated(Events.identity("273990901", 2, "9161003", 79, 0))
                        .updated(Events.identity("273990901", 3, null, 79, 130));

        assertThat(vessel.lengthsMetres()).containsExactly(122, 130);
        assertThat(vessel.imos()).containsExactly("9161003", "9179842");
        assertThat(vessel.identity().version()).isEqualTo(3);
    }

    @Test
    void takesNoNumberWhoseCheckDigitIsWrong() {
        assertThat(KnownVessel.of(Events.identity("1", 1, "9179842", 70, 100)).imos())
                .containsExactly("9179842");
        assertThat(KnownVessel.of(Events.identity("1", 1, "1234568", 70, 100)).imos()).isEmpty();
        // Nobody's number, though its digits add up.
        assertThat(KnownVessel.of(Events.identity("1", 1, "0000000", 70, 100)).imos()).isEmpty();
    }

    @Test
    void bearsOtherwiseOnlyByWhatAVerdictRestsOn() {
        var before = KnownVessel.of(Events.identity("273990901", 1, "9179842", 79, 122));

        assertThat(
                        before.updated(Events.identity("273990901", 2, "9179842", 79, 122))
                                .bearsOtherwiseThan(before))
                .isFalse();
        assertThat(
                        before.updated(Events.identity("273990901", 2, "9179842", 80, 122))
                                .bearsOtherwiseThan(before))
                .isTrue();
        assertThat(
                        before.updated(Events.identity("273990901", 2, "9179842", 79, 180))
                                .bearsOtherwiseThan(before))
                .isTrue();
    }
}
