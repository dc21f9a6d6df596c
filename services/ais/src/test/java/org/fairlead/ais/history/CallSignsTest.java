package org.fairlead.ais.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallSignsTest {

    /// First and last of series on either side of a border between two states.
    @ParameterizedTest
    @CsvSource({
        "UAAA,RU", "UIZZ,RU", "UJAA,UZ", "DRZZ,DE", "DSAA,KR", "DTZZ,KR", "DUAA,PH", "LNZZ,NO",
        "LOAA,AR", "OJZZ,FI", "OKAA,CZ", "OTZZ,BE", "OUAA,DK", "SMZZ,SE", "SNAA,PL", "P9AA,KP",
        "HMAA,KP", "HLAA,KR", "COAA,CU", "VPAA,GB", "4OAA,ME", "BAAA,CN", "BZZZ,CN", "3EAA,PA",
        "3FZZ,PA", "3GAA,CL", "V7AA,MH", "D5AA,LR", "A8AA,LR", "9HAA,MT", "9VAA,SG", "VRAA,HK"
    })
    void belongToTheStateOfTheirSeries(String callSign, String flag) {
        assertThat(CallSigns.flag(callSign)).contains(flag);
    }

    @ParameterizedTest
    @CsvSource({"3DAA", "3DNA", "SSAA", "QAAA", "1AAA", "X2AA"})
    void ofDividedOrUnassignedSeriesSayNothing(String callSign) {
        assertThat(CallSigns.flag(callSign)).isEmpty();
    }

    @Test
    void ofOneSeriesWithSeveralFlagsAreNoContradiction() {
        assertThat(CallSigns.isSame("CN", "TW")).isTrue();
        assertThat(CallSigns.isSame("GB", "BM")).isTrue();
        assertThat(CallSigns.isSame("KP", "KR")).isFalse();
    }
}
