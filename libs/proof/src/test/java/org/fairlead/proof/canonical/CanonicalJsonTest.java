package org.fairlead.proof.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    private static String canonical(String json) throws JsonProcessingException {
        return new String(
                CanonicalJson.bytes(new ObjectMapper().readTree(json)), StandardCharsets.UTF_8);
    }

    /// The rules of RFC 8785 §3.2, on members and values of our own.
    @Test
    void sortsNamesByUtf16AndDropsSpaces() throws JsonProcessingException {
        assertThat(
                        canonical(
                                "{ \"b\": [ 1 , true,null ], \"a\": {\"z\": \"\\u00e9\\/\\n\", \"€\": 1, \"A\":2} }"))
                .isEqualTo("{\"a\":{\"A\":2,\"z\":\"é/\\n\",\"€\":1},\"b\":[1,true,null]}");
    }

    @ParameterizedTest
    @CsvSource({
        "31.50, 31.5",
        "1.0, 1",
        "-0.0, 0",
        "1E30, 1e+30",
        "0.0000001, 1e-7",
        "0.000001, 0.000001",
        "333333333.33333329, 333333333.3333333",
        "9007199254740991, 9007199254740991"
    })
    void writesANumberInOneWay(String written, String expected) throws JsonProcessingException {
        assertThat(canonical("[" + written + "]")).isEqualTo("[" + expected + "]");
    }

    @Test
    void hashesLikeSha256sum() {
        assertThat(CanonicalJson.sha256("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
