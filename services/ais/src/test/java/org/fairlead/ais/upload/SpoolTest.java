package org.fairlead.ais.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.fairlead.ais.instance.Instance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @Test
    void keepsAFileWithItsHash(@TempDir Path directory) throws IOException {
        var spool = new Spool(new Instance(directory));
        var id = UUID.randomUUID();

        var received =
                spool.receive(
                        new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)), id, 3);

        assertThat(received.sizeBytes()).isEqualTo(3);
        // FIPS 180-4, appendix B.1.
        assertThat(received.sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(spool.file(id)).hasContent("abc");
    }

    @Test
    void keepsNothingOfAFileThatIsTooLargeOrBreaksOff(@TempDir Path directory) throws IOException {
        var spool = new Spool(new Instance(directory));

        assertThatThrownBy(() ->
                        spool.receive(new ByteArrayInputStream(new byte[4]), UUID.randomUUID(), 3))
                .isInstanceOf(Spool.TooLarge.class);
        var breakingOff =
                new FilterInputStream(new ByteArrayInputStream(new byte[4])) {
                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        throw new IOException("connection reset");
                    }
                };
        assertThatThrownBy(() -> spool.receive(breakingOff, UUID.randomUUID(), 3))
                .isInstanceOf(SenderLeft.class)
                .hasMessage("the sender left after 0 bytes")
                .hasRootCauseMessage("connection reset");

        try (var files = Files.list(directory.resolve("uploads"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void isTheSameInstanceAfterARestartAndSweepsUpHalfFiles(@TempDir Path directory)
            throws IOException {
        var before = new Spool(new Instance(directory)).instance();
        Files.writeString(directory.resolve("uploads").resolve("x.part"), "half");

        assertThat(new Spool(new Instance(directory)).instance()).isEqualTo(before);
        assertThat(directory.resolve("uploads").resolve("x.part")).doesNotExist();
    }
}
