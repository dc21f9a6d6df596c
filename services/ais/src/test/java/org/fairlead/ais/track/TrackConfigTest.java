package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.fairlead.ais.Configured;
import org.junit.jupiter.api.Test;

class TrackConfigTest {

    @Test
    void hasTheseDefaults() {
        var config = Configured.defaults(TrackConfig.class);

        assertThat(config.mergeEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.mergeMostFixes()).isEqualTo(500_000);
        assertThat(config.mergeAtOnce()).isEqualTo(1_000);
        assertThat(config.mergeFixesPerShip()).isEqualTo(16);
        assertThat(config.mergeWhenQuietFor()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.mergeWithin()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.mergeMostWaiting()).isEqualTo(2_000_000);
        assertThat(config.settledAfter()).isEqualTo(Duration.ofHours(6));
        assertThat(config.settledEvery()).isEqualTo(Duration.ofHours(1));
        assertThat(config.settledAtATime()).isEqualTo(50);
        assertThat(config.drawnWithin()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.interpolatedWithin()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.oneSidedWithin()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.mostFixes()).isEqualTo(500_000);
        assertThat(config.readRecentAtATime()).isEqualTo(3);
        assertThat(config.keepRecentMegabytes()).isEqualTo(96);
        assertThat(config.largestRadiusNauticalMiles()).isEqualTo(500);
    }
}
