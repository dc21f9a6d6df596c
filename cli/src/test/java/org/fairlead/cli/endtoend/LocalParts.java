package org.fairlead.cli.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The processes of the running platform, and the command a user types to see and start them.
final class LocalParts {

    private LocalParts() {}

    /// What the command said and how it ended.
    record Said(int code, String text) {}

    static Said fairlead(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(RunningPlatform.SCRIPT.toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--data", RunningPlatform.DATA.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    /// The first line of a part's pid file is its process.
    static long pidOf(String part) throws IOException {
        var file = RunningPlatform.DATA.resolve("run").resolve(part + ".pid");
        return Long.parseLong(Files.readAllLines(file).getFirst());
    }

    /// Ends a part without a chance to tidy up.
    static void kill(String part) throws IOException, InterruptedException {
        var pid = pidOf(part);
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }
}
