package org.fairlead.cli.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.part.Ports;

/// A platform of the suite's own: empty directory, free ports, started and stopped by the command a
/// user types.
final class TestPlatform {

    private static final int FIRST_BLOCK = 18080;
    private static final int LAST_BLOCK = 28080;

    private final Path script;
    private final Path data;
    private final Path log;
    private final int port;

    TestPlatform(Path checkout, Path log) throws IOException {
        this.script = checkout.resolve("fairlead");
        this.data = Files.createTempDirectory("fairlead-test-");
        this.log = log;
        this.port = freeBlock();
    }

    private static int freeBlock() {
        return IntStream.iterate(FIRST_BLOCK, base -> base <= LAST_BLOCK, base -> base + 10)
                .filter(base -> IntStream.range(base, base + 10).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                "No ten free ports in a row were found for the test platform."));
    }

    Path data() {
        return data;
    }

    /// What tests need to find it.
    Map<String, String> environment() {
        return Map.of(
                "FAIRLEAD_TEST_SCRIPT", script.toString(),
                "FAIRLEAD_TEST_DATA", data.toString(),
                "FAIRLEAD_TEST_PORT", Integer.toString(port),
                "FAIRLEAD_TEST_URL", url());
    }

    String url() {
        return "http://localhost:" + port;
    }

    boolean up() throws IOException, InterruptedException {
        return run("up", "--port", Integer.toString(port)) == 0;
    }

    boolean remove() throws IOException, InterruptedException {
        return run("reset", "--yes") == 0
                && Files.deleteIfExists(data.resolve("launcher.lock"))
                && Files.deleteIfExists(data);
    }

    boolean down() throws IOException, InterruptedException {
        return run("down") == 0;
    }

    private int run(String command, String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(script.toString(), command, "--data", data.toString()));
        all.addAll(List.of(arguments));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
    }
}
