package org.fairlead.ais.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fairlead.ais.recent.RecentPositionStore;
import org.fairlead.ais.track.LargeFleet;
import org.fairlead.ais.track.UnmergedFrames;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.Test;

/// What a tile costs more while 600,000 fixes of 200,000 ships wait to be merged. No test: it
/// prints microseconds.
///
/// `mvn -Dquick -pl services/ais -am test -Dtest=RecentTileRun
/// -Dsurefire.failIfNoSpecifiedTests=false`
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class RecentTileRun {

    private static final int ROUNDS = 3;
    private static final int FIXES_OF_A_FRAME = 4_000;
    private static final int DEGREE = 600_000;
    private static final Instant NOON = Instant.parse("2022-06-11T12:00:00Z");
    private static final Box WORLD =
            new Box(-85 * DEGREE, 85 * DEGREE, -180 * DEGREE, 180 * DEGREE);
    private static final Box HARBOUR = new Box(0, DEGREE, 0, 2 * DEGREE);

    @Inject UnmergedFrames frames;
    @Inject TileStore tiles;
    @Inject RecentPositionStore recent;
    @Inject Pool pool;

    private static long micros(Supplier<?> work) {
        long from = System.nanoTime();
        assertThat(work.get()).isNotNull();
        return (System.nanoTime() - from) / 1_000;
    }

    /// What was read within the second before is given again, quickly.
    private long firstReading() {
        long longest = 0;
        int ships;
        do {
            long from = System.nanoTime();
            ships = recent.read().await().indefinitely().size();
            longest = Math.max(longest, (System.nanoTime() - from) / 1_000);
        } while (ships < LargeFleet.SHIPS);
        return longest;
    }

    private List<LastPosition> last(Box box, boolean isNameWanted) {
        return tiles.last(box, Instant.EPOCH, 200_000, isNameWanted).await().indefinitely();
    }

    private void report(String what) {
        var world = new ArrayList<Long>();
        var harbour = new ArrayList<Long>();
        for (int i = 0; i < 10; i++) {
            world.add(micros(() -> last(WORLD, false)));
            harbour.add(micros(() -> last(HARBOUR, true)));
        }
        System.out.printf(
                "%s: world %s µs, harbour %s µs, ships %d%n",
                what,
                world.stream().sorted().toList(),
                harbour.stream().sorted().toList(),
                recent.read().await().indefinitely().size());
    }

    @Test
    void costsMoreBy() {
        var fleet = new LargeFleet(frames, NOON, FIXES_OF_A_FRAME);
        fleet.append(0);
        while (frames.waiting() > 0) {
            Thread.onSpinWait();
        }
        pool.query("analyze vessel_track").execute().replaceWithVoid().await().indefinitely();
        report("nothing waits (cold)");
        report("nothing waits");
        frames.hold();
        for (int round = 1; round <= ROUNDS; round++) {
            fleet.append(round);
        }
        System.out.printf(
                "reading %d fixes for the first time: %d µs%n",
                LargeFleet.SHIPS * ROUNDS, firstReading());
        report("600,000 wait (first)");
        report("600,000 wait");
        frames.release();
    }
}
