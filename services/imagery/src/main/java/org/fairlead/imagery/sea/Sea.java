package org.fairlead.imagery.sea;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.fairlead.seas.intake.Imported;
import org.fairlead.seas.port.Ports;
import org.fairlead.seas.water.Gates;
import org.fairlead.seas.water.LandMask;
import org.fairlead.seas.water.SeaDistance;
import org.fairlead.seas.water.WaterGraph;
import org.jboss.logging.Logger;

/// Distances and ports, loaded beside the start of the service: nobody waits for them who does not
/// ask for them.
@Startup
@ApplicationScoped
public class Sea {

    private static final Logger LOG = Logger.getLogger(Sea.class);

    private static final long HEAP_TO_BUILD_IN = 1_400_000_000;

    private final CompletableFuture<WaterGraph> graph;
    private final Ports ports;
    private final Map<Set<String>, SeaDistance> distances = new ConcurrentHashMap<>();

    @Inject
    Sea(SeaConfig config) {
        Path file = config.graph().orElseGet(Sea::inTemporaryDirectory);
        // A thread of its own: building takes minutes, and a small common pool has but one.
        graph = CompletableFuture.supplyAsync(() -> opened(file), Sea::onThreadOfItsOwn);
        var unused =
                graph.whenComplete((opened, fault) -> {
                    if (fault != null) {
                        LOG.errorf(fault, "sea graph unusable file=%s", file);
                    } else {
                        LOG.infof("sea graph open file=%s", file);
                    }
                });
        ports = config.imported().map(Sea::imported).orElseGet(Ports::register);
    }

    /// Built here only where there is memory for it; a service with a small heap is given the file.
    private static WaterGraph opened(Path file) {
        return Runtime.getRuntime().maxMemory() >= HEAP_TO_BUILD_IN
                ? WaterGraph.openOrBuild(file)
                : WaterGraph.open(file);
    }

    private static void onThreadOfItsOwn(Runnable task) {
        Thread.ofPlatform().daemon().name("sea-graph").start(task);
    }

    private static Path inTemporaryDirectory() {
        return Path.of(System.getProperty("java.io.tmpdir"), "fairlead-seas", "seas.graph");
    }

    private static Ports imported(Path directory) {
        try {
            return new Imported(directory).ports();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Whether it will never be ready: the file is not there or unusable.
    public boolean isUnusable() {
        return graph.isCompletedExceptionally();
    }

    public boolean isReady() {
        return graph.isDone() && !graph.isCompletedExceptionally();
    }

    /// Waits until the graph is open: not for the event loop.
    ///
    /// @param close ids of gates to close beside those that are closed anyway
    public SeaDistance distances(List<String> close) {
        Set<String> closed = new HashSet<>(Gates.closed());
        closed.addAll(close);
        return distancesWith(closed);
    }

    /// Waits until the graph is open: not for the event loop.
    ///
    /// @param closed ids of all gates no way leads through
    public SeaDistance distancesWith(Set<String> closed) {
        return distances.computeIfAbsent(
                Set.copyOf(closed), gates -> graph.join().distances(gates));
    }

    /// With every gate open; empty where the graph cannot be opened. Waits for it: not for the
    /// event loop.
    public Optional<SeaDistance> everywhere() {
        try {
            return Optional.of(distancesWith(Set.of()));
        } catch (CompletionException unusable) {
            return Optional.empty();
        }
    }

    /// Where land is. Waits as above.
    public LandMask land() {
        try {
            return graph.join().land();
        } catch (CompletionException unusable) {
            return LandMask.ofSources();
        }
    }

    public Ports ports() {
        return ports;
    }
}
