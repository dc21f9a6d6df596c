package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.Test;

/// What a ship costs that is visited by a merge of a large fleet: 33,000 ships of one partition,
/// which is a sixth of 200,000, each with some days behind her, send five fixes each in every
/// round. No test: it prints a row a round, and one of all.
///
/// `mvn -Dquick -pl services/ais -am test -Dtest=TrackMergeRun -Dsurefire.compilers=
/// -Dsurefire.failIfNoSpecifiedTests=false -Dfairlead.testing.database-directory=DIR`, where DIR is
/// empty; with it the server is set up as a deployed one.
@QuarkusTest
@TestProfile(TrackMergeRun.WithoutMerging.class)
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
@SuppressWarnings("NullAway.Init")
class TrackMergeRun {

    public static final class WithoutMerging implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ais.track.merge-every", "1h");
        }
    }

    private static final int PARTITION = 3;
    private static final int SHIPS = 33_000;
    private static final int FIXES = 5;
    private static final int OF_A_FRAME = 1_000;
    private static final int FIRST = 430_000_000;
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 12;
    private static final int BESIDE = 167_000;
    private static final Instant BEGIN = Instant.parse("2023-03-05T02:00:00Z");

    @Inject RecentFrameStore recent;
    @Inject Pool pool;

    private final Random random = new Random(20_261_126);
    private final int[] latitude = new int[SHIPS];
    private final int[] longitude = new int[SHIPS];
    private final int[] course = new int[SHIPS];
    private long offset;
    private long minute;

    /// Processor time and what was written, so far.
    private record Spent(Duration service, Duration database, long allocated, long walBytes) {

        static final Spent NOTHING = new Spent(Duration.ZERO, Duration.ZERO, 0, 0);

        Spent and(Spent before, Spent after) {
            return new Spent(
                    service.plus(after.service).minus(before.service),
                    database.plus(after.database).minus(before.database),
                    allocated + after.allocated - before.allocated,
                    walBytes + after.walBytes - before.walBytes);
        }

        String since(Spent before, int visits) {
            return String.format(
                    Locale.ROOT,
                    "%10.1f %12.1f %14.0f %12.0f",
                    service.minus(before.service).toNanos() / 1e3 / visits,
                    database.minus(before.database).toNanos() / 1e3 / visits,
                    (allocated - before.allocated) / (double) visits,
                    (walBytes - before.walBytes) / (double) visits);
        }
    }

    @Test
    void costOfAShipThatIsVisited() {
        past();
        for (int ship = 0; ship < SHIPS; ship++) {
            latitude[ship] = random.nextInt(-30_000_000, 30_000_000);
            longitude[ship] = random.nextInt(-90_000_000, 90_000_000);
            course[ship] = random.nextInt(3_600);
        }
        for (int round = 0; round < WARM_UP; round++) {
            append();
            merge();
        }
        System.out.printf(
                "%5s %10s %12s %14s %12s%n",
                "round", "ais µs", "database µs", "allocated, B", "WAL, B");
        var all = Spent.NOTHING;
        for (int round = 0; round < ROUNDS; round++) {
            append();
            System.gc();
            var before = spent();
            merge();
            var after = spent();
            System.out.printf("%5d %s%n", round, after.since(before, SHIPS));
            all = all.and(before, after);
        }
        System.out.printf("%5s %s%n", "all", all.since(Spent.NOTHING, ROUNDS * SHIPS));
        tables();

        long fixes =
                number(
                        "select sum(fixes) from vessel_track where mmsi between 430000000 and 430032999");
        assertThat(fixes).isEqualTo((long) SHIPS * FIXES * (WARM_UP + ROUNDS));
        assertThat(
                        number(
                                "select sum(fixes) from track_segment where day >= '2023-03-05'"
                                        + " and mmsi between 430000000 and 430032999"))
                .isEqualTo(fixes);
    }

    /// Three days of all ships that lie there settled, four pieces each.
    private void past() {
        execute(
                """
                insert into track_segment (mmsi, day, part, from_at, to_at, min_latitude, max_latitude,
                                           min_longitude, max_longitude, fixes, synthetic, bytes)
                select $1::int + ship, date '2023-03-01' + d, -86400 + 21600 * piece,
                       timestamptz '2023-03-01Z' + d * interval '1 day' + piece * interval '6 hours',
                       timestamptz '2023-03-01Z' + d * interval '1 day' + piece * interval '6 hours 1 minute',
                       0, 0, 0, 0, 1, true, decode(repeat('5a', 400), 'hex')
                  from generate_series(0, $2::int) ship, generate_series(0, 2) d,
                       generate_series(0, 3) piece
                """,
                Tuple.of(FIRST, SHIPS + BESIDE - 1));
        execute(
                """
                insert into vessel_track (mmsi, fixes, first_at, last_at, last_latitude, last_longitude,
                                          last_speed, last_course, synthetic, sources)
                select $1::int + $2::int + ship, 12, '2023-03-01Z', '2023-03-03Z', 0, 0, 0, 0, true, '{run}'
                  from generate_series(0, $3::int) ship
                """,
                Tuple.of(FIRST, SHIPS, BESIDE - 1));
    }

    private void execute(String statement, Tuple arguments) {
        var _ = pool.preparedQuery(statement).execute(arguments).await().indefinitely();
    }

    private long number(String statement) {
        return pool.query(statement).execute().await().indefinitely().iterator().next().getLong(0);
    }

    /// A round of the fleet: each ship at some second of each of five minutes.
    private void append() {
        var frames = new ArrayList<RecentFrame>();
        for (int turn = 0; turn < FIXES; turn++, minute++) {
            var fixes = new ArrayList<Fix>();
            for (int i = 0; i < SHIPS; i++) {
                // In an order that is nobody's, as ships report.
                int ship = (int) ((i * 7_919L + turn * 31L) % SHIPS);
                fixes.add(fix(ship));
                if (fixes.size() == OF_A_FRAME || i == SHIPS - 1) {
                    frames.add(frame(fixes));
                    fixes = new ArrayList<>();
                }
            }
        }
        recent.append(frames, List.of()).await().indefinitely();
    }

    private Fix fix(int ship) {
        course[ship] = Math.floorMod(course[ship] + random.nextInt(-15, 16), 3_600);
        int speed = 60 + ship % 100 + random.nextInt(-2, 3);
        double radians = Math.toRadians(course[ship] / 10.0);
        latitude[ship] += (int) (speed * 16.7 * Math.cos(radians)) + random.nextInt(-20, 21);
        longitude[ship] += (int) (speed * 16.7 * Math.sin(radians)) + random.nextInt(-20, 21);
        return new Fix(
                FIRST + ship,
                BEGIN.toEpochMilli() + minute * 60_000 + random.nextInt(60) * 1_000,
                latitude[ship],
                longitude[ship],
                speed,
                course[ship],
                Math.floorMod(course[ship] / 10 + random.nextInt(-2, 3), 360),
                0,
                0,
                1,
                Fix.SYNTHETIC);
    }

    private RecentFrame frame(ArrayList<Fix> fixes) {
        var frame = new Frame("merge-run/" + offset, "run", BEGIN.toEpochMilli(), fixes);
        return RecentFrame.of(PARTITION, offset++, FrameCodec.encode(frame));
    }

    private void merge() {
        int merged = recent.merge(PARTITION, 400_000).await().indefinitely().fixes();
        assertThat(merged).isEqualTo(SHIPS * FIXES);
    }

    private Spent spent() {
        var database = Duration.ZERO;
        for (Row row :
                pool.query("select pid from pg_stat_activity where pid is not null")
                        .execute()
                        .await()
                        .indefinitely()) {
            database =
                    database.plus(
                            ProcessHandle.of(row.getInteger(0))
                                    .flatMap(process -> process.info().totalCpuDuration())
                                    .orElse(Duration.ZERO));
        }
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return new Spent(
                Duration.ofNanos(system.getProcessCpuTime()),
                database,
                threads.getTotalThreadAllocatedBytes(),
                number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint"));
    }

    private void tables() {
        System.out.printf(
                "%16s %12s %12s %12s %12s %10s%n",
                "table", "inserted", "updated", "of them HOT", "deleted", "MB");
        for (Row row :
                pool.query(
                                """
                                select relname, n_tup_ins, n_tup_upd, n_tup_hot_upd, n_tup_del,
                                       pg_total_relation_size(relid) / 1000000
                                  from pg_stat_user_tables
                                 where n_tup_ins + n_tup_upd > 0 and relname like any
                                       (array['track%', 'vessel_track', 'recent%'])
                                 order by relname
                                """)
                        .execute()
                        .await()
                        .indefinitely()) {
            System.out.printf(
                    Locale.ROOT,
                    "%16s %,12d %,12d %,12d %,12d %,10d%n",
                    row.getString(0),
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5));
        }
    }
}
