package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fairlead.contracts.frame.Fix;
import org.junit.jupiter.api.Test;

class UncertaintyTest {

    private static final long HOUR = 3_600_000;

    private static Fix fix(long at, int north, int speed, int type) {
        return new Fix(273000001, at, north, 0, speed, 0, 0, 0, 0, type, 0);
    }

    @Test
    void isThatOfTheReportAtItsTime() {
        assertThat(Uncertainty.nauticalMiles(fix(0, 0, 100, 1), null, 0))
                .isEqualTo(30 / 1852.0, within(1e-9));
        assertThat(Uncertainty.nauticalMiles(fix(0, 0, 100, 27), null, 0)).isEqualTo(0.1);
    }

    @Test
    void isLargestHalfWay() {
        var before = fix(0, 0, 100, 1);
        var after = fix(HOUR, 100_000, 100, 1);

        double middle = Uncertainty.nauticalMiles(before, after, HOUR / 2);

        assertThat(middle).isEqualTo(0.5 * 12 + 30 / 1852.0, within(0.01));
        assertThat(Uncertainty.nauticalMiles(before, after, HOUR / 4)).isLessThan(middle);
    }

    @Test
    void countsTheSpeedItTookHer() {
        var before = fix(0, 0, 0, 1);
        var after = fix(HOUR, 200_000, 0, 1);

        assertThat(Uncertainty.nauticalMiles(before, after, HOUR / 2))
                .isEqualTo(0.5 * 22 + 30 / 1852.0, within(0.05));
    }
}
