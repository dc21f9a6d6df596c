package org.fairlead.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    private static final long TOO_LARGE = (20L << 20) + 1;

    @TempDir private Path directory;

    @Test
    void beginsAnewWhenOvergrownAndKeepsTheOldBeside() throws IOException {
        var log = directory.resolve("ais.log");
        try (var file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(TOO_LARGE);
        }

        LogFile.rotate(log);

        assertThat(log).isEmptyFile();
        assertThat(directory.resolve("ais.log.1")).hasSize(TOO_LARGE);
    }

    @Test
    void leavesASmallLogAlone() throws IOException {
        var log = Files.writeString(directory.resolve("ais.log"), "one\n");

        LogFile.rotate(log);

        assertThat(log).hasContent("one");
        assertThat(directory.resolve("ais.log.1")).doesNotExist();
    }

    @Test
    void showsTheLastLines() throws IOException {
        var log = Files.writeString(directory.resolve("ais.log"), "one\ntwo\nthree\n");

        assertThat(LogFile.tail(log, 2)).containsExactly("two", "three");
        assertThat(LogFile.tail(log, 9)).containsExactly("one", "two", "three");
        assertThat(LogFile.tail(directory.resolve("none.log"), 2)).isEqualTo(List.of());
    }
}
