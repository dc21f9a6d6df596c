package org.fairlead.cases.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {

    @Test
    void isOfVersionSevenAndCarriesItsMilliseconds() {
        var at = Instant.parse("2024-02-09T04:30:00.123Z");

        var id = TimeOrderedId.at(at);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(at.toEpochMilli());
        assertThat(id).isNotEqualTo(TimeOrderedId.at(at));
    }
}
