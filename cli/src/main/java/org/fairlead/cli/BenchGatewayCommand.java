package org.fairlead.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.fairlead.cli.bench.GatewayBench;
import org.fairlead.cli.platform.PartStatus;
import org.fairlead.cli.platform.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "gateway",
        description =
                "What the gateway adds to a call and how many it passes, beside the service asked"
                        + " directly and nginx before it (where that is installed). The platform has to"
                        + " be started with GATEWAY_RATE_ORDINARY_BURST=1000000000 in the environment.")
final class BenchGatewayCommand implements Callable<Integer> {

    @Mixin private PlatformOptions options = new PlatformOptions();

    @Option(
            names = "--path",
            defaultValue = "/api/ais/v1/statistics",
            description = "What is asked, of any service (default: ${DEFAULT-VALUE}).")
    private String path = "";

    @Option(
            names = "--connections",
            defaultValue = "16",
            description = "That ask at the same time (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--rounds",
            defaultValue = "7",
            description = "Counted rounds of each way (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "3",
            description = "Of each round (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() throws IOException {
        if (connections < 1 || rounds < 1 || seconds < 1) {
            throw new Refusal("--connections, --rounds and --seconds must be 1 or more.");
        }
        var status = options.existing(new Progress(System.out)).status();
        new GatewayBench(
                        options.integrator(),
                        System.out,
                        path,
                        connections,
                        Duration.ofSeconds(seconds))
                .run(port(status, "gateway"), port(status, service()), rounds);
        return 0;
    }

    private String service() {
        var parts = path.split("/");
        if (parts.length < 4 || !parts[1].equals("api")) {
            throw new Refusal("--path must be like /api/ais/v1/statistics, not " + path + ".");
        }
        return parts[2];
    }

    private static int port(List<PartStatus> parts, String name) {
        return parts.stream()
                .filter(part -> part.part().equals(name))
                .filter(part -> part.pid().isPresent())
                .map(PartStatus::port)
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                "No part \""
                                        + name
                                        + "\" runs. Start the platform with ./fairlead up."));
    }
}
