package org.fairlead.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fairlead.cli.build.Workspace;
import org.fairlead.cli.sea.RouteFeature;
import org.fairlead.cli.sea.SeaGraphFile;
import org.fairlead.cli.sea.SeaImport;
import org.fairlead.seas.country.Waters;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.intake.Imported;
import org.fairlead.seas.place.PlaceAnswer;
import org.fairlead.seas.place.Places;
import org.fairlead.seas.water.Gate;
import org.fairlead.seas.water.Gates;
import org.fairlead.seas.water.SeaRoute;
import org.fairlead.seas.water.WaterGraph;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The sea offline: nothing here needs a running platform.
@Command(
        name = "sea",
        description = "Distances over navigable water, and the lists they rest on.",
        synopsisSubcommandLabel = "COMMAND")
final class SeaCommand {

    private static final String PLACES =
            "Names, UN/LOCODEs or coordinates (42.2N 130.3E, or 42.2,130.3).";

    @Command(
            name = "distance",
            description = {
                "Print how far it is by sea: a plausible path, and a bound no way is below.",
                "What is worth knowing beside the figures goes to the error output."
            })
    int distance(
            @Mixin PlatformOptions options,
            @Parameters(arity = "1..*", paramLabel = "PLACE", description = PLACES)
                    List<String> words,
            @Option(names = "--geojson", description = "Print the way as a GeoJSON feature.")
                    boolean isGeoJson,
            @Option(
                            names = "--close",
                            split = ",",
                            paramLabel = "GATE",
                            description = "Gates no way leads through, such as suez.")
                    @Nullable List<String> close,
            @Option(
                            names = "--open",
                            split = ",",
                            paramLabel = "GATE",
                            description = "Gates to open that are closed by default, such as nsr.")
                    @Nullable List<String> open,
            @Option(
                            names = "--draught",
                            paramLabel = "METRES",
                            description = "Close the gates that are too shallow for this.")
                    @Nullable Double draught,
            @Option(
                            names = "--speed",
                            paramLabel = "KNOTS",
                            description = "Say how long it takes at this speed, too.")
                    @Nullable Double speed) {
        requireAbove(0, "--speed", speed, "knots");
        requireAbove(0, "--draught", draught, "metres");
        var ends = places(options, words, 2);
        var closed = closedGates(close, open, draught);
        var graph = graph();
        var route =
                graph.distances(closed)
                        .between(ends.get(0).place(), ends.get(1).place())
                        .orElseThrow(() -> noWay(ends, closed));
        if (isGeoJson) {
            System.out.println(RouteFeature.json(ends.get(0), ends.get(1), route, speed));
        } else {
            System.out.println(line(route));
            if (speed != null) {
                System.out.println(hours(route, speed));
            }
        }
        notes(route);
        return 0;
    }

    static String line(SeaRoute route) {
        return String.format(
                Locale.ROOT,
                "path %.1f nm, lower bound %.1f nm",
                route.pathNauticalMiles(),
                route.lowerBoundNauticalMiles());
    }

    private static String hours(SeaRoute route, double speed) {
        return String.format(
                Locale.ROOT,
                "at %.1f kn: %.1f h, at least %.1f h",
                speed,
                route.pathNauticalMiles() / speed,
                route.lowerBoundNauticalMiles() / speed);
    }

    private static void notes(SeaRoute route) {
        if (!route.gates().isEmpty()) {
            System.err.println(
                    "through " + String.join(", ", route.gates().stream().sorted().toList()));
        }
        if (route.guessedNauticalMiles() > 0) {
            System.err.printf(
                    Locale.ROOT,
                    "%.0f nm of it are a straight line: an end lies up a river or beyond water our map does not draw%n",
                    route.guessedNauticalMiles());
        }
    }

    private static Refusal noWay(List<PlaceAnswer.Found> ends, Set<String> closed) {
        return new Refusal(
                "There is no way by sea from %s to %s%s."
                        .formatted(
                                ends.get(0).name(),
                                ends.get(1).name(),
                                closed.isEmpty()
                                        ? ""
                                        : " with these gates closed: "
                                                + String.join(
                                                        ", ", closed.stream().sorted().toList())));
    }

    @Command(
            name = "where",
            description = "Say whose waters a place is in, and which ports are near.")
    int where(
            @Mixin PlatformOptions options,
            @Parameters(arity = "1..*", paramLabel = "PLACE", description = PLACES)
                    List<String> words) {
        var place = places(options, words, 1).getFirst();
        var imported = imported(options);
        try {
            System.out.println(Waters.words(new Waters(imported.zones()).at(place.place())));
            imported.ports().near(place.place(), 25).stream()
                    .limit(5)
                    .forEach(port ->
                            System.out.printf(
                                    Locale.ROOT,
                                    "%s (%s), %.1f nm%s%n",
                                    port.name(),
                                    port.code().orElse(port.id()),
                                    GreatCircle.nauticalMiles(place.place(), port.place()),
                                    port.isSilent() ? ", silent" : ""));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return 0;
    }

    @Command(name = "gates", description = "List canals and straits that can be closed.")
    int gates() {
        for (Gate gate : Gates.all()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %-7s %-26s %s%n",
                    gate.id(),
                    gate.isOpen() ? "open" : "closed",
                    gate.name(),
                    gate.draughtMetres() > 0 ? gate.draughtMetres() + " m" : "");
        }
        return 0;
    }

    @Command(name = "build", description = "Build the graph of navigable water, about a minute.")
    int build(
            @Option(names = "--force", description = "Build it though it is there.")
                    boolean isForced) {
        var file = SeaGraphFile.of(Workspace.ofTheScript());
        if (file.isCurrent() && !isForced) {
            file.open();
            System.out.println("current: " + file.path());
            System.out.println("sha-256 " + WaterGraph.sha256(file.path()));
            return 0;
        }
        file.build(ProcessBuilder.Redirect.INHERIT);
        System.out.println(file.path());
        return 0;
    }

    @Command(
            name = "import",
            description = "Take in ports or zones: wpi, unlocode (both CSV) or eez (GeoJSON).")
    int importList(
            @Mixin PlatformOptions options,
            @Parameters(index = "0", paramLabel = "LIST", description = "wpi, unlocode or eez.")
                    String list,
            @Parameters(index = "1", paramLabel = "FILE") Path file,
            @Option(names = "--dry-run", description = "Read and check, keep nothing.")
                    boolean isDryRun) {
        if (!Files.isReadable(file)) {
            throw new Refusal("There is no readable file " + file + ".");
        }
        return new SeaImport(imported(options), System.out).run(list, file, isDryRun);
    }

    private static void requireAbove(
            double least, String option, @Nullable Double value, String unit) {
        if (value != null && !(value > least && value < 1_000)) {
            throw new Refusal(
                    "%s is a number of %s above 0, not %s.".formatted(option, unit, value));
        }
    }

    private static Set<String> closedGates(
            @Nullable List<String> close, @Nullable List<String> open, @Nullable Double draught) {
        Set<String> closed = new HashSet<>(Gates.closed());
        if (open != null) {
            open.forEach(name -> closed.remove(gate(name).id()));
        }
        if (close != null) {
            close.forEach(name -> closed.add(gate(name).id()));
        }
        if (draught != null) {
            Gates.all().stream()
                    .filter(gate -> gate.draughtMetres() > 0 && gate.draughtMetres() < draught)
                    .forEach(gate -> closed.add(gate.id()));
        }
        return closed;
    }

    private static Gate gate(String name) {
        return Gates.called(name)
                .orElseThrow(() ->
                        new Refusal(
                                "'%s' is no gate; there are %s."
                                        .formatted(
                                                name,
                                                String.join(
                                                        ", ",
                                                        Gates.all().stream()
                                                                .map(Gate::id)
                                                                .toList()))));
    }

    private static List<PlaceAnswer.Found> places(
            PlatformOptions options, List<String> words, int count) {
        try {
            var answers = new Places(imported(options).ports()).findAll(words);
            var wrong =
                    answers.stream()
                            .filter(answer -> !(answer instanceof PlaceAnswer.Found))
                            .map(PlaceAnswer::sentence)
                            .toList();
            if (!wrong.isEmpty()) {
                throw new Refusal(String.join(System.lineSeparator(), wrong));
            }
            if (answers.size() != count) {
                throw new Refusal(
                        "%d %s expected, not %d; put names of several words in quotes."
                                .formatted(
                                        count,
                                        count == 1 ? "place is" : "places are",
                                        answers.size()));
            }
            return answers.stream().map(PlaceAnswer.Found.class::cast).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Imported imported(PlatformOptions options) {
        return new Imported(options.state().root().resolve("seas"));
    }

    private static WaterGraph graph() {
        var file = SeaGraphFile.of(Workspace.ofTheScript());
        if (!file.isCurrent()) {
            PrintStream errors = System.err;
            errors.println("Building the graph of navigable water, once, about a minute.");
            file.build(ProcessBuilder.Redirect.DISCARD);
        }
        return file.open();
    }
}
