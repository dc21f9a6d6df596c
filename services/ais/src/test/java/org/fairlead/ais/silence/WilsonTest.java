package org.fairlead.ais.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {

    /// Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    @Test
    void agreesWithThePublishedIntervals() {
        assertThat(new Wilson(81, 263).low()).isCloseTo(0.2553, within(0.0001));
        assertThat(new Wilson(81, 263).high()).isCloseTo(0.3662, within(0.0001));
        assertThat(new Wilson(15, 148).low()).isCloseTo(0.0624, within(0.0001));
        assertThat(new Wilson(15, 148).high()).isCloseTo(0.1605, within(0.0001));
        assertThat(new Wilson(0, 20).low()).isZero();
        assertThat(new Wilson(0, 20).high()).isCloseTo(0.1611, within(0.0001));
    }

    @Test
    void ofNothingIsAnything() {
        assertThat(new Wilson(0, 0).low()).isZero();
        assertThat(new Wilson(0, 0).high()).isEqualTo(1);
    }
}
