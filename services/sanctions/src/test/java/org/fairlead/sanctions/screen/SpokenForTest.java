package org.fairlead.sanctions.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fairlead.sanctions.asof.AsOfDate;
import org.fairlead.sanctions.reference.ReferenceFact;
import org.junit.jupiter.api.Test;

class SpokenForTest {

    private static final Instant RECORDED = Instant.parse("2024-09-01T12:00:00Z");
    private static final ReferenceFact UNION = fact("eu-833-annex-xlii", "2024-06-25");
    private static final ReferenceFact KINGDOM = fact("uk-sl", "2024-07-31");

    private static ReferenceFact fact(String list, String day) {
        return new ReferenceFact(
                UUID.nameUUIDFromBytes(
                        (list + day).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "Authority",
                list,
                "9179842",
                "ANGARA",
                LocalDate.parse(day),
                "Official Journal",
                "carl",
                RECORDED);
    }

    private static List<ReferenceFact> asOf(String day) {
        return new SpokenFor(AsOfDate.parse(day), RECORDED, RECORDED)
                .of(List.of(UNION, KINGDOM), Set.of("ofac-sdn"));
    }

    @Test
    void aFactSpeaksFromItsDayOn() {
        assertThat(asOf("2024-06-24")).isEmpty();
        assertThat(asOf("2024-06-25")).containsExactly(UNION);
        assertThat(asOf("2024-08-01")).containsExactly(UNION, KINGDOM);
    }

    @Test
    void aFactRecordedLaterWasNotKnown() {
        var before = new SpokenFor(null, RECORDED.minusSeconds(1), RECORDED);

        assertThat(before.of(List.of(UNION), Set.of())).isEmpty();
    }

    @Test
    void aListWithAFileSpeaksForItself() {
        var now = new SpokenFor(null, RECORDED, RECORDED);

        assertThat(now.of(List.of(UNION, KINGDOM), Set.of("uk-sl"))).containsExactly(UNION);
    }

    @Test
    void ofTwoFactsOfAShipTheEarlierSpeaks() {
        var again = fact("uk-sl", "2024-08-15");
        var now = new SpokenFor(null, RECORDED, RECORDED);

        assertThat(now.of(List.of(KINGDOM, again), Set.of())).containsExactly(KINGDOM);
    }
}
