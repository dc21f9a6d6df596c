package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitCompressionTest {

    @ParameterizedTest
    @CsvSource({
        "amd64, GenuineIntel, 6, bmi1 avx2 bmi2 erms, true",
        "amd64, GenuineIntel, 6, bmi1 avx2, false",
        "amd64, AuthenticAMD, 25, bmi1 avx2 smep bmi2, true",
        "amd64, AuthenticAMD, 26, bmi2 erms, true",
        "amd64, AuthenticAMD, 23, bmi1 bmi2 erms, false",
        "amd64, SomebodyElse, 25, bmi1 bmi2 erms, false",
        "aarch64, GenuineIntel, 6, bmi2, false"
    })
    void isQuickWhereTheProcessorHasItInHardware(
            String architecture, String vendor, int family, String flags, boolean expected) {
        var description =
                """
                processor\t: 0
                vendor_id\t: %s
                cpu family\t: %d
                model name\t: one of them
                flags\t\t: fpu vme %s de
                """
                        .formatted(vendor, family, flags);

        assertThat(BitCompression.isQuick(architecture, description)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"amd64", "aarch64"})
    void isTakenForSlowWhereNothingIsSaidOfTheProcessor(String architecture) {
        assertThat(BitCompression.isQuick(architecture, "")).isFalse();
    }
}
