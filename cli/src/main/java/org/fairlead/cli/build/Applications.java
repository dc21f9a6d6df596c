package org.fairlead.cli.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fairlead.cli.Refusal;

/// Builds the applications whose sources are newer than they are.
public record Applications(Workspace workspace, Path log) {

    public void build(List<String> stale) throws IOException, InterruptedException {
        requireNode(stale);
        var code =
                new Maven(workspace, log)
                        .run(
                                List.of(
                                        "-q",
                                        "-Dquick",
                                        "-Dmaven.test.skip=true",
                                        "-pl",
                                        String.join(",", stale),
                                        "-am",
                                        "package"));
        if (code != 0) {
            throw new Refusal("The build failed; see " + log + ".");
        }
    }

    /// The web application is built with Node, which only a build needs.
    private void requireNode(List<String> stale) throws InterruptedException {
        var hasWebApplication =
                stale.stream()
                        .anyMatch(module ->
                                Files.exists(
                                        workspace
                                                .module(module)
                                                .resolve("src/main/webui/package.json")));
        if (hasWebApplication && !answers("node")) {
            throw new Refusal(
                    "Node.js is needed to build the web application and was not found; install Node 20 or newer and its npm.");
        }
    }

    private static boolean answers(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
