package org.fairlead.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fairlead.cli.build.Workspace;
import org.fairlead.cli.suite.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "test",
        description = "Run every test: modules, the running platform end to end, the browser.")
final class TestCommand implements Callable<Integer> {

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "STEP",
            description = "Only these steps: modules, web, end-to-end, browser.")
    private List<String> only = Suite.STEPS;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Suite.STEPS.containsAll(only)) {
            throw new Refusal("The steps are " + String.join(", ", Suite.STEPS) + ".");
        }
        return new Suite(Workspace.ofTheScript(), Set.copyOf(only), System.out).run() ? 0 : 1;
    }
}
