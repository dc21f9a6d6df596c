package org.fairlead.ais.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleDayTest {

    private static final long FIVE_MINUTES = 300_000;

    private static Sample at(long millis, int latitude) {
        return new Sample(millis, latitude, 78_000_000, 120, 450, 0, false, "pier");
    }

    @Test
    void keepsTheFirstReportOfFiveMinutes() {
        var day = new SampleDay(List.of());

        assertThat(day.add(at(60_000, 1000), FIVE_MINUTES)).isPresent();
        assertThat(day.add(at(90_000, 1010), FIVE_MINUTES)).isEmpty();
        assertThat(day.add(at(30_000, 990), FIVE_MINUTES)).isPresent();

        assertThat(day.inOrder()).containsExactly(at(30_000, 990));
    }

    @Test
    void keepsAPositionThatJumpsBesideTheOthers() {
        var day = new SampleDay(List.of());
        day.add(at(60_000, 1000), FIVE_MINUTES);

        day.add(at(61_000, 9_000_000), FIVE_MINUTES);

        assertThat(day.inOrder()).hasSize(2);
    }

    @Test
    void holdsNoMoreOfAStretchThanAShipCanNeed() {
        var day = new SampleDay(List.of());
        for (int i = 0; i < 100; i++) {
            day.add(at(60_000 + i, i * 100_000), FIVE_MINUTES);
        }

        assertThat(day.inOrder()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheSameInEveryOrderOfArrival(long seed) {
        var random = new Random(seed);
        var reports = new ArrayList<Sample>();
        for (int i = 0; i < 400; i++) {
            reports.add(at(random.nextInt(3_600_000), random.nextInt(5) * 50_000));
        }
        var inOrder = new SampleDay(List.of());
        reports.forEach(report -> inOrder.add(report, FIVE_MINUTES));
        Collections.shuffle(reports, random);
        var shuffled = new SampleDay(List.of());
        reports.forEach(report -> shuffled.add(report, FIVE_MINUTES));

        assertThat(shuffled.inOrder()).isEqualTo(inOrder.inOrder());
    }

    @Test
    void itsBytesGiveItBack() {
        var random = new Random(3);
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < 200; i++) {
            samples.add(
                    new Sample(
                            1_700_000_000_000L + i * 300_000L,
                            random.nextInt(),
                            random.nextInt(),
                            random.nextInt(1024),
                            random.nextInt(3601),
                            random.nextInt(16),
                            random.nextBoolean(),
                            "source " + random.nextInt(3)));
        }

        assertThat(SampleCodec.decode(SampleCodec.encode(samples))).isEqualTo(samples);
    }

    @Test
    void aLongStayIsRememberedByItsEndsAndFewBetween() {
        var kept = new Kept();
        for (int i = 0; i < 10_000; i++) {
            kept.add(at(i, i));
        }

        assertThat(kept.all()).hasSizeBetween(10, 60).isSortedAccordingTo(Sample.ORDER);
        assertThat(kept.first()).isEqualTo(at(0, 0));
        assertThat(kept.last()).isEqualTo(at(9_999, 9_999));
    }
}
