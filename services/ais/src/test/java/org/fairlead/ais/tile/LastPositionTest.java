package org.fairlead.ais.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.fairlead.contracts.frame.Fix;
import org.junit.jupiter.api.Test;

class LastPositionTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");
    private static final LastPosition MERGED =
            new LastPosition(273000001, "DAWN", NOON, 10, 20, 30, 40, false);

    private static Fix fix(long millisAfter, int flags) {
        return new Fix(273000001, NOON.toEpochMilli() + millisAfter, 1, 2, 3, 4, 0, 0, 0, 1, flags);
    }

    @Test
    void isTheOneThatWaitsWhenThatIsNewer() {
        assertThat(MERGED.and(fix(1, 0)))
                .isEqualTo(
                        new LastPosition(273000001, "DAWN", NOON.plusMillis(1), 1, 2, 3, 4, false));
    }

    @Test
    void staysWhenWhatWaitsIsOfTheSameTimeOrOlder() {
        assertThat(MERGED.and(fix(0, 0))).isEqualTo(MERGED);
        assertThat(MERGED.and(fix(-1, 0))).isEqualTo(MERGED);
    }

    @Test
    void isSyntheticWhenAnythingOfHersIs() {
        var synthetic = MERGED.and(fix(-1, Fix.SYNTHETIC));

        assertThat(synthetic)
                .isEqualTo(new LastPosition(273000001, "DAWN", NOON, 10, 20, 30, 40, true));
        assertThat(synthetic.and(fix(1, 0)).synthetic()).isTrue();
        assertThat(MERGED.and(fix(1, Fix.SYNTHETIC)).synthetic()).isTrue();
    }
}
