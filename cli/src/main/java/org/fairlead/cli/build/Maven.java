package org.fairlead.cli.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Maven as the script found it, with its output in a file.
public record Maven(Workspace workspace, Path log) {

    /// @return the exit code
    public int run(List<String> arguments) throws IOException, InterruptedException {
        return run(arguments, Map.of());
    }

    public int run(List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(System.getenv().getOrDefault("FAIRLEAD_MAVEN", "mvn"));
        command.add("-B");
        command.add("-ntp");
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command)
                        .directory(workspace.root().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
