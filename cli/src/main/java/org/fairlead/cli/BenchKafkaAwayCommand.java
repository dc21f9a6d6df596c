package org.fairlead.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.fairlead.cli.bench.KafkaAway;
import org.fairlead.cli.platform.Progress;
import org.fairlead.cli.state.LauncherLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "kafka-away",
        description =
                "Kill Kafka under a live feed and bring it back later; the exit code is not 0"
                        + " unless fixes stored are fixes sent.")
final class BenchKafkaAwayCommand implements Callable<Integer> {

    private static final int DIFFERS = 2;

    @Mixin private PlatformOptions options = new PlatformOptions();

    @Option(
            names = "--seconds",
            defaultValue = "300",
            description = "How long Kafka stays away (default: 300).")
    private long seconds;

    @Option(
            names = "--rate",
            defaultValue = "20000",
            description = "Lines a second that are fed (default: 20000).")
    private int rate;

    @Option(names = "--vessels", defaultValue = "5000", description = "Ships (default: 5000).")
    private int vessels;

    @Override
    public Integer call() {
        if (rate < 100 || seconds < 1) {
            throw new Refusal("--rate must be 100 or more and --seconds 1 or more.");
        }
        // Nobody else may start what this kills.
        try (var lock = LauncherLock.take(options.state())) {
            return new KafkaAway(
                                    options.integrator(),
                                    options.existing(new Progress(System.out)),
                                    System.out)
                            .run(Duration.ofSeconds(seconds), rate, vessels)
                    ? 0
                    : DIFFERS;
        }
    }
}
