package org.fairlead.cli.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.io.file.PathUtils;
import org.fairlead.cli.build.Maven;
import org.fairlead.cli.build.Workspace;
import org.fairlead.cli.process.LogFile;

/// Every test there is, in the order of what they need: modules, the running platform, the browser.
public final class Suite {

    /// Steps by name, in order.
    public static final List<String> STEPS = List.of("modules", "web", "end-to-end", "browser");

    private static final int LINES_OF_A_BROKEN_STEP = 30;

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
        // The walk keeps its pictures in a folder of its own.
        PathUtils.cleanDirectory(logs);
    }

    /// @return whether nothing failed
    public boolean run() throws IOException, InterruptedException {
        if (wanted.contains("modules")) {
            step("modules", this::modules);
        }
        if (wanted.contains("web")) {
            step("web", () -> web().units());
        }
        if (wanted.contains("end-to-end") || wanted.contains("browser")) {
            againstThePlatform();
        }
        return report();
    }

    private interface Work {
        Result run() throws IOException, InterruptedException;
    }

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
        // Whoever reads the output of a build server may have none of the logs.
        result.failures().forEach(line -> out.println("    " + line));
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
        var reported = new SurefireReports(workspace.root()).since(from);
        if (code == 0) {
            return reported;
        }
        if (reported.counts().failed() > 0) {
            return new Result(reported.counts(), "log: " + log(name), reported.failures());
        }
        // A build can break without any test failing, and must not look like a success.
        return new Result(
                reported.counts().plus(Counts.ONE_FAILED),
                "log: " + log(name),
                LogFile.tail(log(name), LINES_OF_A_BROKEN_STEP));
    }

    private Result browser(TestPlatform platform) throws IOException, InterruptedException {
        var installed = Chromium.find();
        var browser = installed.isPresent() ? installed : Chromium.install(log("browser"));
        if (browser.isEmpty()) {
            return new Result(
                    Counts.ONE_SKIPPED,
                    "NO BROWSER: install Chromium (Debian: apt-get install chromium) so that the web application is walked through too");
        }
        return web().walk(browser.get(), platform);
    }

    private WebApplication web() {
        return new WebApplication(workspace.module("gateway/src/main/webui"), logs);
    }

    private static Result outcome(boolean isGood, Path log) {
        return isGood
                ? new Result(Counts.ONE_PASSED, "")
                : new Result(
                        Counts.ONE_FAILED,
                        "log: " + log,
                        LogFile.tail(log, LINES_OF_A_BROKEN_STEP));
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
