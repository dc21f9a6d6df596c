package org.fairlead.seas.water;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Builds the sea graph in a process of its own, because that takes a gigabyte and a half of heap:
/// `java -Xmx2g -cp … org.fairlead.seas.water.BuildSeaGraph FILE`.
public final class BuildSeaGraph {

    private BuildSeaGraph() {}

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("One argument is expected: the file to write.");
            System.exit(2);
        }
        var file = Path.of(arguments[0]);
        var from = Instant.now();
        WaterGraph.build(file);
        var built = Duration.between(from, Instant.now());
        var begun = Instant.now();
        var size = WaterGraph.open(file).size();
        System.out.printf(
                Locale.ROOT,
                "built in %.1f s, opened in %.2f s: %,d nodes and %,d arcs, in the window %,d and %,d%n",
                built.toMillis() / 1e3,
                Duration.between(begun, Instant.now()).toMillis() / 1e3,
                size.nodes(),
                size.arcs(),
                size.windowNodes(),
                size.windowArcs());
        System.out.printf("sha-256 %s%n", WaterGraph.sha256(file));
    }
}
