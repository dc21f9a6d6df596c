package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.junit.jupiter.api.Test;

class VisitTest {

    private static final long NIGHT = Instant.parse("2024-01-02T23:59:58Z").toEpochMilli();
    private static final int SHE = 273000001;

    private static Fix fix(int second, int latitude) {
        return fix(SHE, second, latitude, 0);
    }

    private static Fix fix(int mmsi, int second, int latitude, int flags) {
        return new Fix(mmsi, NIGHT + second * 1_000L, latitude, 0, 5, 450, 45, 0, 0, 1, flags);
    }

    private static HeardFix heard(String source, Fix fix) {
        return new HeardFix(fix, source);
    }

    private static List<Visit> of(HeardFix... heard) {
        return Visit.of(new ArrayList<>(Arrays.asList(heard)));
    }

    @Test
    void hasEachFixOnceInOrderOfTime() {
        var visits =
                of(
                        heard("b", fix(1, 3)),
                        heard("a", fix(0, 2)),
                        heard("a", fix(SHE, 1, 3, Fix.SYNTHETIC)),
                        heard("a", fix(0, 1)));

        assertThat(visits)
                .singleElement()
                .satisfies(visit -> {
                    assertThat(visit.fixes()).containsExactly(fix(0, 1), fix(0, 2), fix(1, 3));
                    assertThat(visit.isSynthetic()).isFalse();
                    assertThat(visit.isOnlyOfShip()).isTrue();
                    assertThat(visit.fromMillis()).isEqualTo(NIGHT);
                    assertThat(visit.toMillis()).isEqualTo(NIGHT + 1_000);
                });
    }

    @Test
    void namesItsSourcesOnceAndInOrder() {
        assertThat(of(heard("pier", fix(0, 1)), heard("pier", fix(1, 1))))
                .extracting(Visit::sources)
                .containsExactly("pier");
        assertThat(of(heard("pier", fix(0, 1)), heard("buoy", fix(1, 1)), heard("pier", fix(1, 2))))
                .extracting(Visit::sources)
                .containsExactly("buoy\u001fpier");
    }

    @Test
    void endsWithTheFirstOfSeveralOfItsLastTime() {
        assertThat(of(heard("a", fix(0, 1)), heard("a", fix(1, 9)), heard("a", fix(1, 4))))
                .extracting(Visit::last)
                .containsExactly(fix(1, 4));
    }

    @Test
    void isOneForEachDay() {
        var visits =
                of(
                        heard("a", fix(3, 1)),
                        heard("a", fix(0, 1)),
                        heard("a", fix(1, 1)),
                        heard("a", fix(2, 1)));

        assertThat(visits)
                .extracting(Visit::key)
                .containsExactly(
                        new Segment.Key(SHE, LocalDate.of(2024, 1, 2)),
                        new Segment.Key(SHE, LocalDate.of(2024, 1, 3)));
        assertThat(visits).noneMatch(Visit::isOnlyOfShip);
        assertThat(visits.getFirst().fixes()).containsExactly(fix(0, 1), fix(1, 1));
        assertThat(visits.getLast().fixes()).containsExactly(fix(2, 1), fix(3, 1));
    }

    @Test
    void isMadeOfEachShipOfABatchInOrderOfTheirNumbers() {
        var change =
                new TrackChange(
                        List.of(
                                new Frame(
                                        "a/1",
                                        "a",
                                        0,
                                        List.of(
                                                fix(SHE + 1, 0, 1, 0),
                                                fix(SHE, 0, 1, 0),
                                                fix(-7, 0, 1, 0))),
                                new Frame("b/1", "b", 0, List.of(fix(SHE, 1, 1, 0)))),
                        new KnownShips());

        assertThat(change.visits()).extracting(Visit::mmsi).containsExactly(-7, SHE, SHE + 1);
        assertThat(change.visits()).extracting(Visit::size).containsExactly(1, 2, 1);
        assertThat(change.ships()).isEqualTo(3);
    }
}
