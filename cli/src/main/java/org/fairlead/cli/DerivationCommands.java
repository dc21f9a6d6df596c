package org.fairlead.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.cli.build.Maven;
import org.fairlead.cli.build.Workspace;

/// Runs programs that need the service's own classes: they lie beside its tests, and the build runs
/// them as it runs these.
final class DerivationCommands {

    private DerivationCommands() {}

    /// Prints the lines of its output that are its result, and the whole of it when it fails.
    static int run(String program, List<String> properties)
            throws IOException, InterruptedException {
        return run("ais", program, properties);
    }

    /// @param service whose tests it lies beside
    static int run(String service, String program, List<String> properties)
            throws IOException, InterruptedException {
        var workspace = Workspace.ofTheScript();
        var log = Files.createTempFile("fairlead-" + program, ".log");
        var arguments =
                new ArrayList<>(
                        List.of(
                                "-Dquick",
                                "-pl",
                                "services/" + service,
                                "-am",
                                "test",
                                "-Dtest=" + program,
                                "-Dsurefire.failIfNoSpecifiedTests=false"));
        properties.forEach(property -> arguments.add("-D" + property));
        int code = new Maven(workspace, log).run(arguments);
        print(log);
        if (code != 0) {
            throw new Refusal("It failed; the whole output is in " + log + ".");
        }
        Files.delete(log);
        return 0;
    }

    private static void print(Path log) throws IOException {
        Files.readAllLines(log).stream()
                .filter(line ->
                        line.startsWith("# ") || line.startsWith("| ") || line.startsWith("= "))
                .forEach(System.out::println);
    }
}
