package org.fairlead.bench.world;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/// A world of ships from a seed. Each run of it gives the same lines and the same truth.
///
/// Ships are stepped from one transmission to the next in the order of time, so memory follows the
/// number of ships (some 700 bytes each) and not the length of the world.
public final class World {

    private final WorldSettings settings;
    private final Sea sea = new Sea();

    public World(WorldSettings settings) {
        this.settings = settings;
    }

    public WorldSettings settings() {
        return settings;
    }

    public List<Port> ports() {
        return List.copyOf(sea.ports());
    }

    /// @param truth is told as the run goes on, and the rest at its end
    public WorldRun run(Consumer<Truth> truth) {
        return new WorldRun(settings, sea, truth);
    }

    /// For small worlds: everything at once.
    public Heard hear() {
        var truth = new ArrayList<Truth>();
        var lines = new ArrayList<HeardLine>();
        Iterator<HeardLine> run = run(truth::add).lines();
        run.forEachRemaining(lines::add);
        return new Heard(lines, truth);
    }

    /// @param lines in the order of arrival
    public record Heard(List<HeardLine> lines, List<Truth> truth) {

        public Heard {
            lines = List.copyOf(lines);
            truth = List.copyOf(truth);
        }

        public <T extends Truth> List<T> truth(Class<T> kind) {
            return truth.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }
}
