package org.fairlead.cli.sea;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.build.Workspace;
import org.fairlead.cli.part.Jvm;
import org.fairlead.seas.water.BuildSeaGraph;
import org.fairlead.seas.water.SeaFileException;
import org.fairlead.seas.water.WaterGraph;

/// The sea graph of this checkout: built once, by a process of its own, and used by every platform
/// and command that runs from here.
public record SeaGraphFile(Path path) {

    public static SeaGraphFile of(Workspace workspace) {
        return new SeaGraphFile(workspace.module("libs/seas/target/graph/seas.graph"));
    }

    /// Whether it is there and was built from today's sources.
    public boolean isCurrent() {
        return WaterGraph.isCurrent(path);
    }

    public WaterGraph open() {
        try {
            return WaterGraph.open(path);
        } catch (SeaFileException fault) {
            throw new Refusal(fault.getMessage() + " Build it anew with ./fairlead sea build.");
        }
    }

    /// @param output where the builder's own lines go
    public void build(ProcessBuilder.Redirect output) {
        if (start(BuildSeaGraph.class.getName(), output) != 0) {
            throw new Refusal(
                    "The sea graph could not be built; it takes 2 GB of memory and 200 MB in "
                            + path.getParent()
                            + ".");
        }
    }

    /// Runs a program with this file as its first argument, in a process with both compilers and
    /// more memory than the launcher has.
    public int run(String program, String... arguments) {
        return start(program, ProcessBuilder.Redirect.INHERIT, arguments);
    }

    private int start(String program, ProcessBuilder.Redirect output, String... arguments) {
        try {
            return new ProcessBuilder(command(program, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start()
                    .waitFor();
        } catch (IOException fault) {
            throw new Refusal(program + " could not be run: " + fault.getMessage(), fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(program + " was interrupted.", interrupted);
        }
    }

    private List<String> command(String program, String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                Jvm.executable(),
                                "-Xmx2g",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                program,
                                path.toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
