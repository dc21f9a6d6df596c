package org.fairlead.proof.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class PackingTest {

    private static final Map<String, Content> FILES =
            Map.of(
                    "b/second.txt", Content.of("two"),
                    "a/first.txt", Content.of("one"),
                    "empty", Content.of(""));

    private static byte[] packed() throws IOException {
        var out = new ByteArrayOutputStream();
        ReproducibleZip.write(FILES, out);
        return out.toByteArray();
    }

    @Test
    void isSortedAndReadByAnyProgram() throws IOException {
        var read = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(read)
                .containsExactly(
                        Map.entry("a/first.txt", "one"),
                        Map.entry("b/second.txt", "two"),
                        Map.entry("empty", ""));
    }

    @Test
    void isTheSameBytesEveryTime() throws IOException {
        assertThat(packed()).isEqualTo(packed());
    }

    /// Also those that no program reads.
    @Test
    void findsAnyByteThatIsNotAsItWasWritten() throws IOException {
        byte[] honest = packed();

        assertThat(Packing.firstDifference(Content.of(honest), FILES)).isEmpty();
        for (int at = 0; at < honest.length; at++) {
            byte[] changed = honest.clone();
            changed[at] ^= 1;

            assertThat(Packing.firstDifference(Content.of(changed), FILES))
                    .as("byte %d", at)
                    .hasValue(at);
        }
    }

    @Test
    void findsWhatWasPutBehindIt() throws IOException {
        byte[] longer = java.util.Arrays.copyOf(packed(), packed().length + 1);

        assertThat(Packing.firstDifference(Content.of(longer), FILES)).hasValue(packed().length);
    }
}
