package org.fairlead.ais.sea;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.water.LandMask;
import org.fairlead.seas.water.SeaFileException;
import org.fairlead.seas.water.WaterGraph;
import org.jboss.logging.Logger;

/// The sea as the rules see it, opened beside the start of the service. Whoever asks first waits
/// for it, so that what is derived does not depend on how soon it was there.
@Startup
@ApplicationScoped
public class LoadedSea implements Sea {

    private static final Logger LOG = Logger.getLogger(LoadedSea.class);

    private final CompletableFuture<Opened> opened;

    private record Opened(SeaMiles miles, LandMask land) {}

    @Inject
    public LoadedSea(SeaConfig config) {
        opened =
                CompletableFuture.supplyAsync(
                        () -> config.graph().map(LoadedSea::open).orElseGet(LoadedSea::straight),
                        LoadedSea::onThreadOfItsOwn);
    }

    private static void onThreadOfItsOwn(Runnable task) {
        Thread.ofPlatform().daemon().name("sea").start(task);
    }

    private static Opened open(Path file) {
        try {
            var graph = WaterGraph.open(file);
            LOG.infof("sea graph open file=%s", file);
            return new Opened(new WaterMiles(graph.distances(Set.of())), graph.land());
        } catch (SeaFileException unusable) {
            LOG.warnf("distances are straight lines: sea graph unusable cause=%s", unusable);
            return straight();
        }
    }

    private static Opened straight() {
        return new Opened(SeaMiles.GREAT_CIRCLE, LandMask.ofSources());
    }

    private Opened sea() {
        try {
            return opened.join();
        } catch (CompletionException broken) {
            throw new IllegalStateException("the land's outlines cannot be read", broken);
        }
    }

    @Override
    public SeaMiles miles() {
        return sea().miles();
    }

    @Override
    public OptionalDouble offshore(Place place, double limitNauticalMiles) {
        return sea().land().nauticalMilesFromLand(place, limitNauticalMiles);
    }
}
