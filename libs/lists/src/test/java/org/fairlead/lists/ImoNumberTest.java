package org.fairlead.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImoNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"9179842", "IMO 9179842", "IMO9179842", " imo: 9179842 "})
    void isReadWithOrWithoutItsPrefix(String text) {
        assertThat(ImoNumber.of(text)).contains(new ImoNumber("9179842"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9179843", "917984", "91798421", "0000000", "917984X", "९१७९८४२"})
    void anythingElseIsNone(String text) {
        assertThat(ImoNumber.of(text)).isEmpty();
    }

    @Test
    void cannotHoldAWrongOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImoNumber("9179843"))
                .withMessageContaining("9179843");
    }
}
