package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.fairlead.ais.Configured;
import org.junit.jupiter.api.Test;

class MergePaceTest {

    private static final int PARTITION = 3;
    private static final int OTHER = 4;
    private static final long NOW = 1_000_000_000_000L;
    private static final int MANY = 30_000;

    private final MergePace pace = new MergePace(Configured.defaults(TrackConfig.class));

    private boolean isDue(long fixes, Duration after) {
        return pace.isDue(PARTITION, fixes, fixes, NOW + after.toNanos());
    }

    @Test
    void aPartitionNothingIsKnownOfIsMergedAtOnce() {
        assertThat(isDue(5_000, Duration.ZERO)).isTrue();
    }

    @Test
    void fewFixesAreMergedAtOnceHoweverManyShipsThereAre() {
        pace.merged(PARTITION, MANY);

        assertThat(isDue(1_000, Duration.ZERO)).isTrue();
        assertThat(isDue(1_001, Duration.ZERO)).isFalse();
    }

    @Test
    void waitsForSixteenFixesOfEachShipOfTheLastMerge() {
        pace.merged(PARTITION, 2_000);

        assertThat(isDue(31_999, Duration.ZERO)).isFalse();
        assertThat(isDue(32_000, Duration.ZERO)).isTrue();
    }

    @Test
    void waitsTwoMinutesAtMostFromWhenItWasFirstSeen() {
        pace.merged(PARTITION, MANY);

        for (int second = 0; second < 120; second++) {
            assertThat(isDue(5_000 + second, Duration.ofSeconds(second))).isFalse();
        }
        assertThat(isDue(6_000, Duration.ofSeconds(120))).isTrue();
    }

    @Test
    void doesNotWaitWhenNothingMoreComes() {
        pace.merged(PARTITION, MANY);

        assertThat(isDue(5_000, Duration.ofSeconds(0))).isFalse();
        assertThat(isDue(5_000, Duration.ofSeconds(4))).isFalse();
        assertThat(isDue(5_001, Duration.ofSeconds(6))).isFalse();
        assertThat(isDue(5_001, Duration.ofSeconds(10))).isFalse();
        assertThat(isDue(5_001, Duration.ofSeconds(11))).isTrue();
    }

    @Test
    void countsTheTimeAnewAfterAMerge() {
        pace.merged(PARTITION, MANY);
        assertThat(isDue(5_000, Duration.ZERO)).isFalse();
        pace.merged(PARTITION, MANY);

        assertThat(isDue(5_000, Duration.ofSeconds(30))).isFalse();
        assertThat(isDue(5_000, Duration.ofSeconds(34))).isFalse();
        assertThat(isDue(5_000, Duration.ofSeconds(35))).isTrue();
    }

    @Test
    void doesNotWaitForMoreThanOneTransactionTakes() {
        pace.merged(PARTITION, 200_000);

        assertThat(isDue(499_999, Duration.ZERO)).isFalse();
        assertThat(isDue(500_000, Duration.ZERO)).isTrue();
    }

    /// The world's ships over the partitions of a cluster: none of the bounds comes before ten
    /// fixes of each.
    @Test
    void ofTheWorldTenFixesOfEachShipAreMergedAtOnce() {
        for (int partitions : new int[] {4, 6, 12}) {
            int ships = 200_000 / partitions;
            for (int partition = 0; partition < partitions; partition++) {
                pace.merged(partition, ships);
            }
            for (int each = 1; each < 10; each++) {
                assertThat(pace.isDue(0, each * (long) ships, each * 200_000L, NOW)).isFalse();
            }
            assertThat(pace.isDue(0, 10L * ships, 2_000_000, NOW)).isTrue();
        }
    }

    @Test
    void doesNotWaitWhileTwoMillionFixesOfAllPartitionsDo() {
        pace.merged(PARTITION, MANY);
        pace.merged(OTHER, MANY);

        assertThat(pace.isDue(PARTITION, 100_000, 1_999_999, NOW)).isFalse();
        assertThat(pace.isDue(OTHER, 100_000, 2_000_000, NOW)).isTrue();
    }
}
