package org.fairlead.service.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fairlead.service.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {

    /// Of the body `{"hello": "world"}`, the example of RFC 9530.
    private static final String BASE64 = "X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=";

    private static final String HEX =
            "5f8f04f6a3a892aaabbddb6cf273894493773960d4a325b105fee46eef4304f1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha-256=:" + BASE64 + ":",
                "SHA-256=:" + BASE64 + ":",
                "sha-512=:AAAA:, sha-256=:" + BASE64 + ":",
                "md5=:AAAA:,sha-256 = :" + BASE64 + ":"
            })
    void isReadWhereverItStands(String header) {
        assertThat(ContentDigest.read(header)).contains(new ContentDigest(HEX));
    }

    @Test
    void isAbsentWhereNoneIsTold() {
        assertThat(ContentDigest.read(null)).isEmpty();
        assertThat(ContentDigest.read("")).isEmpty();
        assertThat(ContentDigest.read("sha-512=:" + BASE64 + ":")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha-256=:not base64:",
                "sha-256=:AAAA:",
                "sha-256=::",
                "sha-256=" + BASE64,
                "sha-256=:X=48:"
            })
    void isRefusedWhereItCannotBeOne(String header) {
        assertThatThrownBy(() -> ContentDigest.read(header))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("RFC 9530");
    }

    @Test
    void isToldAsItWasRead() {
        assertThat(new ContentDigest(HEX).header()).isEqualTo("sha-256=:" + BASE64 + ":");
    }
}
