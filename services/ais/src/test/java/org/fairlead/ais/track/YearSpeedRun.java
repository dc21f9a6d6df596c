package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.Test;

/// `./fairlead bench year`: a vessel that reported a million times in a year, from the database to
/// fixes, each of which is looked at; and what of that it takes to fetch the bytes alone.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
@SuppressWarnings("NullAway.Init")
class YearSpeedRun {

    private static final int MMSI = 799_000_001;
    private static final int ROUNDS = Integer.getInteger("fairlead.bench.rounds", 41);

    /// The service has just started, and its compilers are at work for a while.
    private static final int WARM_UP = 150;

    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private final OperatingSystemMXBean machine =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Inject Pool pool;
    @Inject TrackStore store;

    @Test
    void measure() throws Exception {
        int fixes = BulkTracks.year(MMSI);
        long bytes = bytes();
        System.out.printf(
                Locale.ROOT,
                "# one vessel, one year, %,d positions in %.2f MB; load %.1f%n",
                fixes,
                bytes / 1e6,
                machine.getSystemLoadAverage());
        long wanted = seconds(store(List.of()));
        System.out.println("| | median ms | best ms | processor time of the service, ms |");
        System.out.println("|---|---|---|---|");
        measure("from the database to fixes", () -> seconds(store(List.of())), wanted);
        measure("the bytes alone", this::bytes, bytes);
    }

    private void measure(String what, LongSupplier reading, long wanted) {
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < WARM_UP; round++) {
            assertThat(reading.getAsLong()).isEqualTo(wanted);
        }
        long spent = machine.getProcessCpuTime();
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            assertThat(reading.getAsLong()).isEqualTo(wanted);
            millis[round] = (System.nanoTime() - begun) / 1e6;
        }
        double processor = (machine.getProcessCpuTime() - spent) / 1e6 / ROUNDS;
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |%n",
                what,
                millis[ROUNDS / 2],
                millis[0],
                processor);
    }

    private List<Fix> store(List<Fix> recent) {
        return store.fixes(MMSI, Instant.EPOCH, END, recent).await().indefinitely().fixes();
    }

    /// Something of each of them, so that none is left out.
    private static long seconds(List<Fix> fixes) {
        long sum = 0;
        for (Fix fix : fixes) {
            sum += fix.epochMillis() / 1_000 + fix.latitude() + fix.longitude() + fix.course();
        }
        return sum;
    }

    private long bytes() {
        long bytes = 0;
        for (var row :
                pool.preparedQuery("select bytes from track_segment where mmsi = $1")
                        .execute(Tuple.of(MMSI))
                        .await()
                        .indefinitely()) {
            bytes += row.getBuffer(0).length();
        }
        return bytes;
    }
}
