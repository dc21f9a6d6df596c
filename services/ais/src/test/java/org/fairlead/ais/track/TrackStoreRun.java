package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.contracts.frame.FramePartition;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.Test;

/// What a fix of a live feed costs the track store, by how many ships send: processor time of this
/// process and of PostgreSQL together. No test: it prints a table.
///
/// `mvn -Dquick -pl services/ais -am test -Dtest=TrackStoreRun
/// -Dsurefire.failIfNoSpecifiedTests=false`
@QuarkusTest
@TestProfile(TrackStoreRun.WithoutMerging.class)
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class TrackStoreRun {

    public static final class WithoutMerging implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ais.track.merge-every", "1h");
        }
    }

    private static final int PARTITIONS = 4;
    private static final int FIXES_A_SECOND = 20_000;
    private static final int SECONDS = 20;

    @Inject RecentFrameStore recent;
    @Inject TrackStore tracks;
    @Inject Pool pool;

    private long offset;

    private record Second(List<RecentFrame> frames) {

        List<Frame> decoded() {
            return frames.stream().map(one -> FrameCodec.decode(one.bytes())).toList();
        }
    }

    /// One second of a feed in which every ship has her turn.
    private Second second(int vessels, int first, int second, Instant from) {
        var fixes = new ArrayList<List<Fix>>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            fixes.add(new ArrayList<>());
        }
        long at = from.toEpochMilli() + second * 1_000L;
        for (int i = 0; i < FIXES_A_SECOND; i++) {
            int ship = (int) ((second * (long) FIXES_A_SECOND + i) % vessels);
            int mmsi = first + ship;
            var fix =
                    new Fix(
                            mmsi,
                            at + i / 20,
                            20_000_000 + ship % 1_000 * 3_000 + second * 20,
                            -60_000_000 + ship / 1_000 * 200_000 + i / vessels,
                            100,
                            900,
                            90,
                            0,
                            0,
                            1,
                            0);
            fixes.get(FramePartition.of(mmsi, PARTITIONS)).add(fix);
        }
        var frames = new ArrayList<RecentFrame>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            var frame =
                    new Frame(
                            "run-" + first + "/" + offset,
                            "run",
                            at,
                            List.copyOf(fixes.get(partition)));
            frames.add(RecentFrame.of(partition, offset++, FrameCodec.encode(frame)));
        }
        return new Second(frames);
    }

    private interface Step {
        void on(Second second);
    }

    private double microsAFix(List<Second> seconds, Step step, Runnable end) {
        var before = spent();
        seconds.forEach(step::on);
        end.run();
        return spent().minus(before).toNanos() / 1e3 / (FIXES_A_SECOND * (double) SECONDS);
    }

    /// Of this process and of the database's for its connections.
    private Duration spent() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var spent = Duration.ofNanos(system.getProcessCpuTime());
        for (Row row :
                pool.query("select pid from pg_stat_activity where pid is not null")
                        .execute()
                        .await()
                        .indefinitely()) {
            spent =
                    spent.plus(
                            ProcessHandle.of(row.getInteger(0))
                                    .flatMap(process -> process.info().totalCpuDuration())
                                    .orElse(Duration.ZERO));
        }
        return spent;
    }

    private void append(Second second) {
        recent.append(second.frames(), List.of()).await().indefinitely();
    }

    private void mergeAll() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int merged;
            do {
                merged = recent.merge(partition, 400_000).await().indefinitely().fixes();
            } while (merged > 0);
        }
    }

    private List<Second> feed(int vessels, int first, Instant from) {
        var seconds = new ArrayList<Second>();
        for (int second = 0; second < SECONDS; second++) {
            seconds.add(second(vessels, first, second, from));
        }
        return seconds;
    }

    @Test
    void costOfAFixByNumberOfShips() {
        var from = Instant.parse("2023-01-02T03:00:00Z");
        for (int warm = 0; warm < 2; warm++) {
            feed(1_000, 400_000_000, from.plus(Duration.ofHours(warm))).forEach(this::append);
            mergeAll();
        }
        System.out.printf(
                "%10s %18s %18s %22s%n",
                "ships", "kept, µs a fix", "merged, µs a fix", "each second into tracks");
        for (int vessels : new int[] {1_000, 20_000, 200_000}) {
            double kept = microsAFix(feed(vessels, 410_000_000, from), this::append, () -> {});
            double merged = microsAFix(List.of(), second -> {}, this::mergeAll);
            double before =
                    microsAFix(
                            feed(vessels, 420_000_000, from),
                            second ->
                                    tracks.take(second.decoded(), List.of()).await().indefinitely(),
                            () -> {});
            System.out.printf(
                    Locale.ROOT, "%,10d %18.2f %18.2f %22.2f%n", vessels, kept, merged, before);
            from = from.plus(Duration.ofDays(1));
        }

        assertThat(recent.waiting().await().indefinitely()).isEmpty();
    }
}
