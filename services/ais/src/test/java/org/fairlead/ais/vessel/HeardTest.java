package org.fairlead.ais.vessel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.frame.Fix;
import org.junit.jupiter.api.Test;

class HeardTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");
    private static final Instant DAWN = NOON.minusSeconds(21_600);

    private static Fix fix(Instant at, int speed, int flags) {
        return new Fix(
                273000001,
                at.toEpochMilli(),
                6_000_000,
                -600_000,
                speed,
                Fix.COURSE_NOT_AVAILABLE,
                0,
                0,
                0,
                1,
                flags);
    }

    private final Heard merged = new Heard(9, DAWN, fix(NOON, 10, 0), false);

    @Test
    void wasLastWhereTheNewerOfBothWas() {
        var heard = merged.and(fix(NOON.plusMillis(1), 20, 0));

        assertThat(heard.lastAt()).isEqualTo(NOON.plusMillis(1));
        assertThat(heard.lastPosition())
                .isEqualTo(new ReportedPosition(NOON.plusMillis(1), 10, -1, 2.0, null));
        assertThat(heard.firstAt()).isEqualTo(DAWN);
        assertThat(heard.fixes()).isEqualTo(9);
        assertThat(merged.and(fix(NOON, 20, 0))).isEqualTo(merged);
        assertThat(merged.and(fix(NOON.minusMillis(1), 20, 0))).isEqualTo(merged);
    }

    @Test
    void wasHeardFirstByWhatCameLate() {
        assertThat(merged.and(fix(DAWN.minusMillis(1), 20, 0)))
                .isEqualTo(new Heard(9, DAWN.minusMillis(1), merged.last(), false));
    }

    @Test
    void isSyntheticWhenAnyFixIs() {
        assertThat(merged.and(fix(DAWN, 20, Fix.SYNTHETIC)).isSynthetic()).isTrue();
        assertThat(new Heard(1, DAWN, fix(DAWN, 1, 0), true).and(fix(NOON, 20, 0)).isSynthetic())
                .isTrue();
        assertThat(merged.and(fix(NOON, 20, 0)).isSynthetic()).isFalse();
    }

    @Test
    void ofWhomNothingIsMergedHasTheOneFixThatWaits() {
        assertThat(Heard.of(fix(NOON, Fix.SPEED_NOT_AVAILABLE, Fix.SYNTHETIC)))
                .returns(1L, Heard::fixes)
                .returns(NOON, Heard::firstAt)
                .returns(NOON, Heard::lastAt)
                .returns(true, Heard::isSynthetic)
                .returns(new ReportedPosition(NOON, 10, -1, null, null), Heard::lastPosition);
    }
}
