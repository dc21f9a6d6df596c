package org.fairlead.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fairlead.cli.platform.Progress;
import org.fairlead.cli.process.LogFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Show the end of the logs.")
final class LogsCommand implements Callable<Integer> {

    private static final int LINES_OF_ONE = 100;
    private static final int LINES_OF_EACH = 10;

    @Mixin private PlatformOptions options = new PlatformOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "part",
            description = "Only this part: postgresql, kafka, keycloak, ais, …, build")
    private @Nullable String part;

    @Option(names = "-f", description = "Go on showing what is added.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var state = options.state();
        var known = new ArrayList<>(options.existing(new Progress(System.out)).partNames());
        known.add("build");
        if (part != null && !known.contains(part)) {
            throw new Refusal(
                    "There is no part "
                            + part
                            + "; choose one of "
                            + String.join(", ", known)
                            + ".");
        }
        var logs =
                (part == null ? known : List.of(part))
                        .stream().map(state::log).filter(Files::exists).toList();
        if (follow) {
            var command =
                    new ArrayList<>(List.of("tail", "-n", Integer.toString(LINES_OF_EACH), "-F"));
            logs.forEach(log -> command.add(log.toString()));
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        }
        for (var log : logs) {
            System.out.println("==> " + log);
            LogFile.tail(log, part == null ? LINES_OF_EACH : LINES_OF_ONE)
                    .forEach(System.out::println);
        }
        return 0;
    }
}
