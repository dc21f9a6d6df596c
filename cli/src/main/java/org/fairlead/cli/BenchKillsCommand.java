package org.fairlead.cli;

import java.util.concurrent.Callable;
import org.fairlead.cli.bench.KillRounds;
import org.fairlead.cli.platform.Progress;
import org.fairlead.cli.state.LauncherLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "kills",
        description =
                "Ingest while ais, Kafka and PostgreSQL are killed in turn; the exit code is not 0"
                        + " unless fixes stored are fixes sent.")
final class BenchKillsCommand implements Callable<Integer> {

    private static final int DIFFERS = 2;

    @Mixin private PlatformOptions options = new PlatformOptions();

    @Option(names = "--rounds", defaultValue = "20", description = "One kill each (default: 20).")
    private int rounds;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Decides the traffic and the moments (default: 1).")
    private long seed;

    @Option(
            names = "--lines",
            defaultValue = "150000",
            description = "Lines of a round (default: 150000).")
    private long lines;

    @Override
    public Integer call() {
        // Nobody else may start what this kills.
        try (var lock = LauncherLock.take(options.state())) {
            return new KillRounds(
                                    options.integrator(),
                                    options.existing(new Progress(System.out)),
                                    System.out)
                            .run(rounds, seed, lines)
                    ? 0
                    : DIFFERS;
        }
    }
}
