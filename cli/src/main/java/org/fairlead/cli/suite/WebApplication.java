package org.fairlead.cli.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.bench.traffic.SyntheticTraffic;
import org.fairlead.cli.process.LogFile;

/// The web application's own tests, run by npm.
record WebApplication(Path directory, Path logs) {

    private static final int LAST_LINES = 50;
    private static final int LINES_WITH_FAILURES = 2_000;
    private static final SyntheticTraffic FILE_TO_UPLOAD =
            new SyntheticTraffic(
                    7, 20, 100, Instant.parse("2025-03-01T00:00:00Z"), Duration.ofMinutes(1));

    /// Types and units, without a platform.
    Result units() throws IOException, InterruptedException {
        var log = logs.resolve("web.log");
        return install(log) && npm("check", Map.of(), log)
                ? counted(npm("test", Map.of(), log), log)
                : new Result(Counts.ONE_FAILED, "log: " + log);
    }

    /// Every screen in a real browser against a running platform.
    Result walk(Path browser, TestPlatform platform) throws IOException, InterruptedException {
        var log = logs.resolve("browser.log");
        var file = Files.write(logs.resolve("walk.nmea"), FILE_TO_UPLOAD.sentences());
        var environment = new HashMap<>(platform.environment());
        environment.put("FAIRLEAD_URL", platform.url());
        environment.put("FAIRLEAD_CHROMIUM", browser.toString());
        environment.put("FAIRLEAD_WALK_FILE", file.toString());
        environment.put("FAIRLEAD_WALK_OUT", logs.resolve("walk").toString());
        return install(log)
                ? counted(npm("walk", environment, log), log)
                : new Result(Counts.ONE_FAILED, "log: " + log);
    }

    private static Result counted(boolean isGood, Path log) {
        var counts = PrintedCounts.in(LogFile.tail(log, LAST_LINES));
        if (isGood) {
            return new Result(counts, "");
        }
        var failures = PrintedFailures.in(LogFile.tail(log, LINES_WITH_FAILURES));
        return new Result(
                counts.failed() > 0 ? counts : counts.plus(Counts.ONE_FAILED),
                "log: " + log,
                failures.isEmpty() ? LogFile.tail(log, LAST_LINES) : failures);
    }

    private boolean install(Path log) throws IOException, InterruptedException {
        return Files.isDirectory(directory.resolve("node_modules"))
                || run(List.of("npm", "ci", "--no-audit", "--no-fund"), Map.of(), log);
    }

    private boolean npm(String script, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        return run(List.of("npm", "run", script), environment, log);
    }

    private boolean run(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("NO_COLOR", "1");
        return builder.start().waitFor() == 0;
    }
}
