package org.fairlead.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fairlead.bench.decode.DecodeBench;
import org.fairlead.bench.fuzz.FuzzBench;
import org.fairlead.bench.sea.SeaBench;
import org.fairlead.bench.verdict.VerdictBench;
import org.fairlead.cli.bench.ListReplay;
import org.fairlead.cli.bench.TrackBench;
import org.fairlead.cli.bench.UploadBench;
import org.fairlead.cli.build.Workspace;
import org.fairlead.cli.sea.SeaGraphFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = "Measure, beside a baseline in the same run.",
        subcommands = {
            BenchWorldCommand.class,
            BenchIngestCommand.class,
            BenchGatewayCommand.class,
            BenchKillsCommand.class,
            BenchKafkaAwayCommand.class,
            BenchMapCommand.class
        })
final class BenchCommand {

    @Command(
            name = "cases",
            description =
                    "Case list, case page, search and inbox over 100,000 cases, a million leads and"
                            + " ten million entries of audit, with every policy on. Needs no platform.")
    int cases(
            @Option(
                            names = "--scale",
                            defaultValue = "1",
                            description = "A part of that, 0.1 for a tenth (default: 1).")
                    double scale,
            @Option(
                            names = "--rounds",
                            defaultValue = "400",
                            description = "Requests a row (default: 400).")
                    int rounds,
            @Mixin DatabaseDirectory database)
            throws IOException, InterruptedException {
        return DerivationCommands.run(
                "cases",
                "CaseSpeedRun",
                List.of(
                        "fairlead.bench.scale=" + scale,
                        "fairlead.bench.rounds=" + rounds,
                        database.property()));
    }

    @Command(
            name = "near",
            description =
                    "Who was within 20 nautical miles of a place at a time, by HTTP, over as many"
                            + " stored positions as asked for, beside plain rows; answers are held"
                            + " against the world they were made of. Needs no platform.")
    int near(
            @Option(
                            names = "--positions",
                            defaultValue = "50000000",
                            description =
                                    "Stored positions, about (default: 50,000,000; a thousand"
                                            + " million take 7 GB and a quarter of an hour).")
                    long positions,
            @Option(
                            names = "--rounds",
                            defaultValue = "100",
                            description = "Questions a row (default: 100).")
                    int rounds,
            @Mixin DatabaseDirectory database)
            throws IOException, InterruptedException {
        return DerivationCommands.run(
                "ais",
                "NearSpeedRun",
                List.of(
                        "surefire.compilers=-XX:+TieredCompilation",
                        "fairlead.bench.positions=" + positions,
                        "fairlead.bench.rounds=" + rounds,
                        database.property()));
    }

    @Command(
            name = "year",
            description =
                    "One vessel that reported a million times in a year, from the database to fixes,"
                            + " beside fetching the bytes alone. Needs no platform.")
    int year(
            @Option(
                            names = "--rounds",
                            defaultValue = "41",
                            description = "Counted rounds (default: 41).")
                    int rounds)
            throws IOException, InterruptedException {
        return DerivationCommands.run(
                "YearSpeedRun",
                List.of(
                        "surefire.compilers=-XX:+TieredCompilation",
                        "fairlead.bench.rounds=" + rounds));
    }

    @Command(
            name = "decode",
            description =
                    "Lines a second from sentences to columns, beside AisLib and the limit of"
                            + " splitting and checksums. Needs no platform.")
    int decode(
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "A recorded log instead of made-up traffic.")
                    @Nullable Path file,
            @Option(
                            names = "--rounds",
                            defaultValue = "9",
                            description = "Counted rounds (default: 9).")
                    int rounds,
            @Option(
                            names = "--beside",
                            paramLabel = "COMMAND",
                            description =
                                    "Another decoder to measure in the same run: a shell command that"
                                            + " reads a log from its standard input.")
                    @Nullable String beside)
            throws IOException, InterruptedException {
        var bench = new DecodeBench(System.out, rounds, beside);
        if (file == null) {
            bench.run();
        } else {
            bench.run(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
        return 0;
    }

    @Command(
            name = "fuzz",
            description =
                    "Feeds the decoder damaged sentences and checks that nothing escapes, nothing is"
                            + " lost count of and nothing is kept. Needs no platform.")
    int fuzz(
            @Option(
                            names = "--minutes",
                            defaultValue = "120",
                            description = "How long (default: 120).")
                    int minutes,
            @Option(names = "--seed", description = "To repeat a run (default: of the clock).")
                    @Nullable Long seed) {
        new FuzzBench(System.out)
                .run(Duration.ofMinutes(minutes), seed == null ? System.nanoTime() : seed);
        return 0;
    }

    @Command(
            name = "upload",
            description =
                    "Lines a second from a file to visible fixes, against the running platform.")
    int upload(
            @Mixin PlatformOptions options,
            @Option(
                            names = "--runs",
                            defaultValue = "5",
                            description = "Counted runs (default: 5).")
                    int runs,
            @Option(
                            names = "--ships",
                            defaultValue = "1000",
                            description = "Ships (default: 1000).")
                    int ships,
            @Option(
                            names = "--reports",
                            defaultValue = "200",
                            description = "Reports of each ship (default: 200).")
                    int reports) {
        new UploadBench(options.integrator(), System.out).run(runs, ships, reports);
        return 0;
    }

    @Command(
            name = "tracks",
            description =
                    "Bytes a position at rest, of the tracks in files of sentences, beside a Gorilla"
                            + " baseline and the plain struct; and the time to read one year of one"
                            + " vessel.")
    int tracks(
            @Parameters(paramLabel = "FILE", arity = "0..*", description = "Logs, plain or .gz.")
                    List<Path> files,
            @Option(
                            names = "--fewest",
                            defaultValue = "32",
                            description =
                                    "Leave tracks with fewer positions out of the second row of"
                                            + " each file (default: 32).")
                    int fewest) {
        TrackBench.run(files == null ? List.of() : files, fewest, System.out);
        return 0;
    }

    @Command(
            name = "lists",
            description =
                    "Replays consecutive versions of OFAC's sdn.csv: what each adds, changes and"
                            + " removes beside an independent count, every ship on every date, time"
                            + " and bytes.")
    int lists(
            @Parameters(
                            paramLabel = "ARCHIVE",
                            description = "The versions as one .tar.xz, named by their times.")
                    Path archive,
            @Option(names = "--quiet", description = "Only the totals.") boolean quiet) {
        return ListReplay.run(archive, quiet, System.out) ? 0 : 1;
    }

    @Command(
            name = "derive",
            description =
                    "Fixes a second through the whole derivation with a broker, state a ship, and two"
                            + " instances of which one is killed, or joins and leaves, against one.")
    int derive(
            @Option(
                            names = "--ships",
                            defaultValue = "3000",
                            description = "Ships of the made world (default: 3000).")
                    int ships,
            @Option(
                            names = "--hours",
                            defaultValue = "24",
                            description = "Its length (default: 24).")
                    int hours)
            throws IOException, InterruptedException {
        return DerivationCommands.run(
                "DeriveRun", List.of("derive.vessels=" + ships, "derive.hours=" + hours));
    }

    @Command(
            name = "calibrate",
            description =
                    "Score the rules of silences, port visits, encounters, loitering and identity on a"
                            + " made world and a public sample, and write docs/calibration.md.")
    int calibrate(
            @Option(
                            names = "--ships",
                            defaultValue = "2000",
                            description = "Ships of the made world (default: 2000).")
                    int ships,
            @Option(names = "--days", defaultValue = "2", description = "Its length (default: 2).")
                    int days,
            @Option(
                            names = "--seed",
                            defaultValue = "20261126",
                            description =
                                    "The world; of others than the first the page is only printed"
                                            + " (default: ${DEFAULT-VALUE}, on which nothing was"
                                            + " chosen).")
                    long seed,
            @Option(
                            names = "--listed-ports",
                            description =
                                    "Let the rules know the ports of the register alone, and not"
                                            + " those of the made world.")
                    boolean isListedPortsOnly)
            throws IOException, InterruptedException {
        return DerivationCommands.run(
                "CalibrationRun",
                List.of(
                        "calibration.vessels=" + ships,
                        "calibration.days=" + days,
                        "calibration.seed=" + seed,
                        "calibration.ports=" + (isListedPortsOnly ? "listed" : "made")));
    }

    @Command(
            name = "screening",
            description =
                    "Index against brute force, accuracy on labelled pairs, speed and memory of screening.")
    int screening(
            @Option(
                            names = "--lists",
                            defaultValue = "../shared/data/sanctions",
                            description =
                                    "Folder of lists and labelled pairs (default: ${DEFAULT-VALUE}).")
                    Path lists,
            @Option(
                            names = "--large",
                            defaultValue = "1000000",
                            description =
                                    "Names of the large corpus; 0 leaves it out (default: ${DEFAULT-VALUE}).")
                    int large,
            @Option(
                            names = "--report",
                            description = "Also write accuracy and every miss to this file.")
                    @org.jspecify.annotations.Nullable
                    Path report) {
        return ScreeningBenchProcess.run(lists, large, report);
    }

    @Command(
            name = "sea",
            description =
                    "Sea distances and reachable sets beside a plain Dijkstra; no platform needed.")
    int sea() {
        var file = SeaGraphFile.of(Workspace.ofTheScript());
        if (!file.isCurrent()) {
            file.build(ProcessBuilder.Redirect.DISCARD);
        }
        return file.run(SeaBench.class.getName());
    }

    @Command(
            name = "verdicts",
            description =
                    "Sightings with noise of ships silent in a made world: is the true ship ever"
                            + " excluded, where does she rank, do posterior and chance rate mean"
                            + " what they say; and how long ranking takes. No platform needed.")
    int verdicts(
            @Option(
                            names = "--sightings",
                            defaultValue = "1500",
                            description =
                                    "Of silent ships; 0 measures time only (default: ${DEFAULT-VALUE}).")
                    int sightings,
            @Option(
                            names = "--ships",
                            defaultValue = "2000",
                            description = "Ships of the made world (default: ${DEFAULT-VALUE}).")
                    int ships,
            @Option(
                            names = "--days",
                            defaultValue = "14",
                            description = "Its length (default: ${DEFAULT-VALUE}).")
                    int days,
            @Option(
                            names = "--report",
                            defaultValue = "-",
                            description =
                                    "Folder for verdict-calibration.md and its picture, such as docs.")
                    String report) {
        var file = SeaGraphFile.of(Workspace.ofTheScript());
        if (!file.isCurrent()) {
            file.build(ProcessBuilder.Redirect.DISCARD);
        }
        return file.run(
                VerdictBench.class.getName(),
                Integer.toString(sightings),
                Integer.toString(ships),
                Integer.toString(days),
                report);
    }
}
