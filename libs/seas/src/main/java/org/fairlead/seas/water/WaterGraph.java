package org.fairlead.seas.water;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// The navigable water of the world, mapped from a file: hexagons tied to each other wherever a
/// ship can go straight from one to the next, coarse offshore, finer along coasts, and finest in
/// the Sea of Japan. Safe for many threads.
///
/// The file is built once (half a minute) from sources in this module; what it holds is the same on
/// every machine.
public final class WaterGraph {

    private final LandMask land;
    private final Web world;
    private final SearchPool worldSearches;
    private final Supplier<SearchPool> theatreSearches;

    private WaterGraph(LandMask land, Web world, Supplier<Web> theatre) {
        this.land = land;
        this.world = world;
        this.worldSearches = new SearchPool(world);
        this.theatreSearches = once(() -> new SearchPool(theatre.get()));
    }

    /// The window costs 40 MB, and a process that never asks inside it goes without.
    private static <T> Supplier<T> once(Supplier<T> source) {
        return new Supplier<>() {

            private @Nullable T value;

            @Override
            public synchronized T get() {
                if (value == null) {
                    value = source.get();
                }
                return value;
            }
        };
    }

    /// @throws SeaFileException when the file is missing, damaged or was built from other sources
    public static WaterGraph open(Path file) {
        var sections = new Sections.Reader(SeaFile.map(file), SeaFile.HEAD);
        var land = LandMask.in(sections);
        var world = new Web(sections);
        return new WaterGraph(land, world, () -> new Web(sections.leave(Web.SECTIONS)));
    }

    /// Opens the file, and builds it first where it is missing or outdated.
    public static WaterGraph openOrBuild(Path file) {
        if (Files.exists(file)) {
            try {
                return open(file);
            } catch (SeaFileException outdated) {
                // Built anew below.
            }
        }
        build(file);
        return open(file);
    }

    /// Builds the file, in place of one that is there; never leaves half a file behind.
    public static void build(Path file) {
        try {
            SeaFile.build(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Whether the file is there and was built from the sources of this module.
    public static boolean isCurrent(Path file) {
        return SeaFile.isCurrent(file);
    }

    /// Over the whole file: the same wherever and whenever it was built.
    public static String sha256(Path file) {
        try {
            return SeaFile.sha256(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Nodes and arcs of the world and of the window.
    public Size size() {
        return new Size(world.size, world.arcs(), theatre().size, theatre().arcs());
    }

    public record Size(int nodes, int arcs, int windowNodes, int windowArcs) {}

    public LandMask land() {
        return land;
    }

    /// Ways with the usual gates closed: the Arctic routes, Corinth and Nevelskoy.
    public SeaDistance distances() {
        return distances(Gates.closed());
    }

    /// Ways with these gates closed and no others.
    public SeaDistance distances(Set<String> closed) {
        var lines =
                Gates.all().stream()
                        .filter(gate -> closed.contains(gate.id()) && !gate.cut().isEmpty())
                        .map(gate -> new Line(gate.cut()));
        var sight =
                new Sight(
                        land,
                        java.util.stream.Stream.concat(Gates.blocked().stream(), lines).toList());
        return new SeaDistance(this, sight, closed);
    }

    /// A node of the world's graph near the place; -1 where none is within 25 nm.
    public int nodeNear(Place place) {
        int[] nearest = {-1};
        double[] miles = {Mooring.REACH_NAUTICAL_MILES};
        world.near(
                place,
                Mooring.REACH_NAUTICAL_MILES,
                node -> {
                    double distance =
                            org.fairlead.seas.distance.GreatCircle.nauticalMiles(
                                    place, world.place(node));
                    if (distance < miles[0]) {
                        miles[0] = distance;
                        nearest[0] = node;
                    }
                });
        return nearest[0];
    }

    /// Calls back with every arc of a node of the world's graph, gates and all.
    public void arcs(int node, Arcs each) {
        for (int arc = world.first.get(node); arc < world.first.get(node + 1); arc++) {
            each.arc(
                    world.target.get(arc),
                    (world.length.unsigned(arc) & Web.LENGTH)
                            / (double) Web.UNITS_PER_NAUTICAL_MILE);
        }
    }

    /// What is called with an arc.
    public interface Arcs {

        void arc(int to, double nauticalMiles);
    }

    Web world() {
        return world;
    }

    Web theatre() {
        return theatreSearches().web();
    }

    SearchPool worldSearches() {
        return worldSearches;
    }

    SearchPool theatreSearches() {
        return theatreSearches.get();
    }

    boolean isInTheatre(List<Place> places) {
        return places.stream().allMatch(Window.THEATRE::holds);
    }
}
