package org.fairlead.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TokenSealTest {

    private final TokenSeal seal = new TokenSeal("a secret of at least 32 characters");

    @Test
    void opensWhatItSealed() {
        assertThat(seal.open(seal.seal("täst"))).isEqualTo("täst");
    }

    @Test
    void showsNothingAndNeverTheSameTwice() {
        byte[] once = seal.seal("the same text");

        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("same");
        assertThat(seal.seal("the same text")).isNotEqualTo(once);
    }

    @Test
    void opensNothingThatWasAlteredOrSealedElsewhere() {
        byte[] sealed = seal.seal("text");
        sealed[sealed.length - 1] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> seal.open(sealed));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new TokenSeal("another secret of 32 characters..").open(seal.seal("text")));
    }

    @Test
    void refusesAShortSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenSeal("short"))
                .withMessageContaining("5 characters");
    }
}
