package org.fairlead.cli;

import java.util.concurrent.Callable;
import org.fairlead.cli.bench.MapBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "map",
        description =
                "Bytes and times of the map's tiles with many ships, against the running platform.")
final class BenchMapCommand implements Callable<Integer> {

    @Mixin private PlatformOptions options = new PlatformOptions();

    @Option(names = "--ships", defaultValue = "100000", description = "Ships (default: 100000).")
    private int ships;

    @Option(
            names = "--filled",
            description = "The ships of a run before are there; put none into the platform.")
    private boolean isFilled;

    @Override
    public Integer call() {
        new MapBench(options.integrator(), System.out).run(ships, isFilled);
        return 0;
    }
}
