package org.fairlead.cli.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.cli.build.Maven;
import org.fairlead.cli.build.Workspace;

/// Every test there is, in the order of what they need: modules, the running platform, the browser.
public final class Suite {

    /// Steps by name, in order.
    public static final List<String> STEPS = List.of("modules", "end-to-end", "browser");

    private final Workspace workspace;
    private final Set<String> wanted;
    private final PrintStream out;
    private final Path logs;
    private final List<Step> steps = new ArrayList<>();

    /// @param wanted the steps to run, of [#STEPS]
    public Suite(Workspace workspace, Set<String> wanted, PrintStream out) throws IOException {
        this.workspace = workspace;
        this.wanted = Set.copyOf(wanted);
        this.out = out;
        this.logs = Files.createDirectories(workspace.root().resolve("target/test-logs"));
        try (var old = Files.newDirectoryStream(logs)) {
            for (var log : old) {
                Files.delete(log);
            }
        }
    }

    /// @return whether nothing failed
    public boolean run() throws IOException, InterruptedException {
        if (wanted.contains("modules")) {
            step("modules", this::modules);
        }
        if (wanted.contains("end-to-end") || wanted.contains("browser")) {
            againstThePlatform();
        }
        return report();
    }

    private interface Work {
        Result run() throws IOException, InterruptedException;
    }

    private record Result(Counts counts, String note) {}

    private Counts step(String name, Work work) throws IOException, InterruptedException {
        out.println("--- " + name);
        var from = Instant.now();
        var result = work.run();
        var step =
                new Step(
                        name,
                        result.counts(),
                        Duration.between(from, Instant.now()),
                        result.note());
        steps.add(step);
        out.println(step.row());
        return result.counts();
    }

    private Result modules() throws IOException, InterruptedException {
        return maven("modules", List.of("--fail-at-end", "verify"), Map.of());
    }

    private void againstThePlatform() throws IOException, InterruptedException {
        var platform = new TestPlatform(workspace.root(), log("platform"));
        var up = step("up", () -> outcome(platform.up(), log("platform")));
        if (up.failed() == 0) {
            if (wanted.contains("end-to-end")) {
                step("end-to-end", () -> endToEnd(platform));
            }
            if (wanted.contains("browser")) {
                step("browser", () -> browser(platform));
            }
        }
        if (steps.stream().anyMatch(step -> step.counts().failed() > 0)) {
            step("down", () -> outcome(platform.down(), log("platform")));
            out.println("Data and logs of the test platform are kept in " + platform.data());
        } else {
            step("down", () -> outcome(platform.remove(), log("platform")));
        }
    }

    private Result endToEnd(TestPlatform platform) throws IOException, InterruptedException {
        var arguments =
                List.of(
                        "-Dquick",
                        "-Dtest=*EndToEndTest",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-pl",
                        "cli",
                        "-am",
                        "test");
        return maven("end-to-end", arguments, platform.environment());
    }

    private Result maven(String name, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        var from = Instant.now();
        var code = new Maven(workspace, log(name)).run(arguments, environment);
        var counts = new SurefireReports(workspace.root()).since(from);
        if (code == 0) {
            return new Result(counts, "");
        }
        // A build can break without any test failing, and must not look like a success.
        return new Result(
                counts.failed() > 0 ? counts : counts.plus(Counts.ONE_FAILED), "log: " + log(name));
    }

    private Result browser(TestPlatform platform) throws IOException, InterruptedException {
        var application = workspace.module("gateway/src/main/webui");
        if (!Files.exists(application.resolve("package.json"))) {
            return new Result(Counts.ONE_SKIPPED, "there is no web application to walk through");
        }
        var log = log("browser");
        var browser = Chromium.find().isPresent() ? Chromium.find() : Chromium.install(log);
        if (browser.isEmpty()) {
            return new Result(
                    Counts.ONE_SKIPPED,
                    "NO BROWSER: install Chromium (Debian: apt-get install chromium) so that the web application is tested too");
        }
        var environment = new HashMap<>(platform.environment());
        environment.put("FAIRLEAD_TEST_CHROMIUM", browser.get().toString());
        return outcome(npm(application, environment, log), log);
    }

    private static boolean npm(Path application, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        var installed =
                Files.isDirectory(application.resolve("node_modules"))
                        || run(List.of("npm", "ci"), application, environment, log) == 0;
        return installed && run(List.of("npm", "run", "walk"), application, environment, log) == 0;
    }

    private static int run(
            List<String> command, Path directory, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    private static Result outcome(boolean isGood, Path log) {
        return isGood
                ? new Result(Counts.ONE_PASSED, "")
                : new Result(Counts.ONE_FAILED, "log: " + log);
    }

    private Path log(String step) {
        return logs.resolve(step + ".log");
    }

    private boolean report() {
        var total = Counts.sum(steps.stream().map(Step::counts));
        out.println();
        steps.forEach(step -> out.println(step.row()));
        out.println();
        out.println(total);
        return total.failed() == 0;
    }
}
