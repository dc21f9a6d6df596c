package org.fairlead.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void survivesBeingWrittenAndRead() {
        var position = new Position(new long[] {12, 0, 7, 999_999_999_999L});

        assertThat(Position.parse(position.text(), 4)).contains(position);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.x.4",
                "1.2.-3.4",
                "1..3.4",
                "1.2.3.99999999999999999999"
            })
    void isNothingElse(String text) {
        assertThat(Position.parse(text, 4)).isEmpty();
    }

    @Test
    void movesInOnePartitionAndNeverBack() {
        var position = new Position(new long[] {5, 5}).after(1, 8).after(1, 3);

        assertThat(position).isEqualTo(new Position(new long[] {5, 9}));
        assertThat(position.hasSeen(1, 8)).isTrue();
        assertThat(position.hasSeen(1, 9)).isFalse();
    }
}
