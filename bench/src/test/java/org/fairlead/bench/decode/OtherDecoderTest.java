package org.fairlead.bench.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherDecoderTest {

    private static final byte[] LOG = "one\ntwo\nand more".getBytes(StandardCharsets.US_ASCII);

    @Test
    void readsWhatAShellSaysOfItsChildren() throws IOException {
        var dash = "0m0.010000s 0m0.020000s\n1m2.500000s 0m0.250000s\n";
        var bash = "0m0.001s 0m0.002s\n0m3.125s 2m0.500s\n";

        assertThat(OtherDecoder.childSeconds(dash)).isEqualTo(62.75);
        assertThat(OtherDecoder.childSeconds(bash)).isEqualTo(123.625);
        assertThatThrownBy(() -> OtherDecoder.childSeconds("?")).isInstanceOf(IOException.class);
    }

    @Test
    void givesTheCommandTheLogAgainAndAgain(@TempDir Path directory)
            throws IOException, InterruptedException {
        var seen = directory.resolve("seen");

        try (var other = OtherDecoder.over(LOG, 8, "cat > " + seen)) {
            assertThat(other.seconds()).isPositive();
        }

        assertThat(Files.readString(seen)).startsWith("one\ntwo\none\n").doesNotContain("more");
    }

    @Test
    void saysThatTheCommandFailed() {
        assertThatThrownBy(() -> OtherDecoder.over(LOG, 8, "exit 3"))
                .hasMessageContaining("exit 3")
                .hasMessageContaining("ended with 3");
    }
}
