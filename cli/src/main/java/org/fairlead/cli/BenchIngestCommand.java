package org.fairlead.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.fairlead.cli.bench.IngestBench;
import org.fairlead.cli.platform.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ingest",
        description =
                "Rates, latency, cost per line and memory of ingest, against the running platform.")
final class BenchIngestCommand implements Callable<Integer> {

    @Mixin private PlatformOptions options = new PlatformOptions();

    @Option(
            names = "--lines",
            defaultValue = "1000000",
            description = "Lines of each run (default: 1000000).")
    private long lines;

    @Option(
            names = "--vessels",
            split = ",",
            defaultValue = "1000,20000,200000",
            description = "Live vessels to compare (default: 1000,20000,200000).")
    private List<Integer> vessels = List.of();

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description =
                    "How often to measure each number of vessels, in turn (default: 3); the median"
                            + " counts.")
    private int rounds;

    @Option(
            names = "--latency-seconds",
            defaultValue = "30",
            description =
                    "How long to feed 20,000 lines a second (default: 30); 0 for no live feed.")
    private int latencySeconds;

    @Override
    public Integer call() {
        if (rounds < 1 || lines < 1 || latencySeconds < 0) {
            throw new Refusal(
                    "--rounds and --lines must be 1 or more and --latency-seconds 0 or more.");
        }
        new IngestBench(
                        options.integrator(),
                        options.existing(new Progress(System.out)),
                        System.out)
                .run(lines, vessels, rounds, latencySeconds);
        return 0;
    }
}
