package org.fairlead.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.fairlead.bench.world.WorldSettings;
import org.fairlead.cli.bench.WorldFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "world",
        description =
                "Write a seeded world of ships as its receivers would log it, with the truth.")
final class BenchWorldCommand implements Callable<Integer> {

    @Option(
            names = "--vessels",
            defaultValue = "1000",
            description = "Ships, up to 300,000 (default: 1000).")
    private int vessels;

    @Option(names = "--hours", defaultValue = "24", description = "Length (default: 24).")
    private double hours;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed gives the same bytes (default: 1).")
    private long seed;

    @Option(
            names = "--from",
            defaultValue = "2025-03-01T00:00:00Z",
            description = "First moment, in UTC (default: 2025-03-01T00:00:00Z).")
    @SuppressWarnings("NullAway.Init")
    private Instant from;

    @Option(
            names = "--events",
            defaultValue = "world",
            description = "How much happens: quiet, world or eventful (default: world).")
    @SuppressWarnings("NullAway.Init")
    private WorldFiles.Events events;

    @Option(
            names = "--perfect",
            description = "One receiver that hears everything once, with a right clock.")
    private boolean isPerfect;

    @Option(
            names = "--receivers",
            defaultValue = "90",
            description = "Shore stations (default: 90).")
    private int receivers;

    @Option(
            names = "--satellites",
            defaultValue = "4",
            description = "Satellites in low orbit (default: 4).")
    private int satellites;

    @Option(
            names = "--true-positions",
            defaultValue = "0",
            paramLabel = "MINUTES",
            description =
                    "Tell where each ship really was so often; 0 for never" + " (default: 0).")
    private long truePositionMinutes;

    @Option(names = "--per-receiver", description = "A file of its own for each receiver as well.")
    private boolean perReceiver;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Directory for lines.nmea and truth.jsonl.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        if (!(hours > 0 && hours <= 24 * 400)) {
            throw new Refusal("--hours must lie between 0 and 9600, not " + hours + ".");
        }
        var span = Duration.ofMillis(Math.round(hours * 3_600_000));
        WorldSettings settings;
        try {
            settings =
                    (isPerfect
                                    ? WorldSettings.perfect(seed, vessels, from, span)
                                    : WorldSettings.of(seed, vessels, from, span)
                                            .withReception(receivers, satellites, true, 3, 20))
                            .with(events.shares())
                            .withTruePositionEvery(Duration.ofMinutes(truePositionMinutes));
        } catch (IllegalArgumentException refused) {
            throw new Refusal("No such world: " + refused.getMessage() + ".", refused);
        }
        new WorldFiles(out, perReceiver, System.out).write(settings);
        return 0;
    }
}
