package org.fairlead.sanctions.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final VersionSpan FIRST = span(1, "a", 10, 12);
    private static final VersionSpan SECOND = span(2, "b", 20, 20);
    private static final List<VersionSpan> KNOWN = List.of(FIRST, SECOND);

    private static VersionSpan span(int number, String sha256, int from, int to) {
        return new VersionSpan(number, sha256, day(from), day(to));
    }

    private static Instant day(int day) {
        return Instant.parse("2024-01-%02dT00:00:00Z".formatted(day));
    }

    @Test
    void aFirstFileIsTheNewest() {
        assertThat(Placement.of(List.of(), "a", day(1))).isEqualTo(new Placement.Newest());
    }

    @Test
    void otherBytesLaterAreTheNewest() {
        assertThat(Placement.of(KNOWN, "c", day(21))).isEqualTo(new Placement.Newest());
    }

    @Test
    void theNewestBytesSeenAgainExtendTheirTime() {
        assertThat(Placement.of(KNOWN, "b", day(25)))
                .isEqualTo(new Placement.Seen(span(2, "b", 20, 25)));
    }

    @Test
    void knownBytesSeenWithinTheirTimeChangeNothing() {
        assertThat(Placement.of(KNOWN, "a", day(11))).isEqualTo(new Placement.Seen(FIRST));
        assertThat(Placement.of(KNOWN, "a", day(10))).isEqualTo(new Placement.Seen(FIRST));
    }

    @Test
    void knownBytesSeenBeforeOrAfterTheirTimeButBesideNoOtherExtendIt() {
        assertThat(Placement.of(KNOWN, "a", day(5)))
                .isEqualTo(new Placement.Seen(span(1, "a", 5, 12)));
        assertThat(Placement.of(KNOWN, "a", day(15)))
                .isEqualTo(new Placement.Seen(span(1, "a", 10, 15)));
        assertThat(Placement.of(KNOWN, "b", day(15)))
                .isEqualTo(new Placement.Seen(span(2, "b", 15, 20)));
    }

    @Test
    void earlierBytesThatComeBackLaterAreANewVersion() {
        assertThat(Placement.of(KNOWN, "a", day(21))).isEqualTo(new Placement.Newest());
    }

    @Test
    void otherBytesFromBeforeTheNewestAreOutOfOrder() {
        assertThat(Placement.of(KNOWN, "c", day(15))).isEqualTo(new Placement.OutOfOrder(SECOND));
        assertThat(Placement.of(KNOWN, "c", day(20))).isEqualTo(new Placement.OutOfOrder(SECOND));
        assertThat(Placement.of(KNOWN, "b", day(11))).isEqualTo(new Placement.OutOfOrder(SECOND));
    }
}
