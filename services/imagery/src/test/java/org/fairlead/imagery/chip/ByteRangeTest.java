package org.fairlead.imagery.chip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-99, 0, 100",
        "bytes=0-500, 0, 100",
        "bytes=40-, 40, 60",
        "bytes=-10, 90, 10",
        "bytes=-500, 0, 100",
        "bytes=99-99, 99, 1"
    })
    void isOnePart(String header, long from, long length) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange.Part(from, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"})
    void cannotBeGivenBeyondTheEnd(String header) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b"})
    void isAllOtherwise(String header) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange.All());
    }

    @Test
    void isAllWhereNothingIsAskedFor() {
        assertThat(ByteRange.of(null, 100)).isEqualTo(new ByteRange.All());
    }
}
