package org.fairlead.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedTest {

    @TempDir private Path directory;

    @Test
    void leadsASessionOfItsOwnAndWritesItsLog() throws IOException, InterruptedException {
        var log = directory.resolve("part.log");
        var script = "ps -o sid= -p $$; echo $MARK";

        var process =
                Detached.start(
                        new Launch(
                                List.of("/bin/sh", "-c", script),
                                Map.of("MARK", "from the environment"),
                                directory),
                        log);

        assertThat(process.waitFor()).isZero();
        assertThat(LogFile.tail(log, 2).stream().map(String::strip))
                .containsExactly(Long.toString(process.pid()), "from the environment");
    }
}
