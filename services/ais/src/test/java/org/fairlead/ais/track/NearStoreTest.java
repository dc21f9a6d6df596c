package org.fairlead.ais.track;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class NearStoreTest {

    private static final Instant MIDNIGHT = Instant.parse("2019-07-09T00:00:00Z");
    private static final Duration SPAN = Duration.ofMinutes(30);

    @Inject StoredTracks stored;
    @Inject TrackStore tracks;
    @Inject NearStore near;
    @Inject TrackConfig config;
    @Inject Pool pool;

    private static Fix fix(int mmsi, Instant at, int latitude, int longitude) {
        return new Fix(mmsi, at.toEpochMilli(), latitude, longitude, 100, 0, 0, 0, 0, 1, 0);
    }

    private void settle(Fix ofDay) {
        assertThat(stored.settle(ofDay)).isEqualTo(1);
    }

    private Map<Integer, TrackRead> around(TrackStore.Bounds box, Instant at, List<Fix> recent) {
        var frame = new Frame("a/1", "a", 0, recent);
        var came =
                new RecentFixes(
                        List.of(FrameCodec.places(FrameCodec.encode(frame))),
                        at.minus(SPAN).toEpochMilli(),
                        at.plus(SPAN).toEpochMilli());
        return near.around(box, at, SPAN, came).await().indefinitely();
    }

    private static TrackStore.Bounds box(int latitude, int longitude, int half) {
        return new TrackStore.Bounds(
                latitude - half, latitude + half, longitude - half, longitude + half, false);
    }

    /// Two days of a ship that reports at odd times, one of them settled, and some of it late.
    @Test
    void whereSheWasIsFoundFromPiecesOfEveryKindAsFromTheWholeTrack() {
        int mmsi = 273320001;
        var random = new Random(20261126);
        var all = new ArrayList<Fix>();
        long at = MIDNIGHT.minus(Duration.ofHours(12)).toEpochMilli();
        while (at < MIDNIGHT.plus(Duration.ofHours(12)).toEpochMilli()) {
            int latitude = 12_000_000 + (int) ((at - MIDNIGHT.toEpochMilli()) / 1_000);
            all.add(fix(mmsi, Instant.ofEpochMilli(at), latitude, 18_000_000));
            at += random.nextInt(50) == 0 ? random.nextLong(4_000_000) : random.nextLong(40_000);
        }
        var late = all.stream().filter(fix -> fix.epochMillis() % 7 == 0).toList();
        stored.take(all.stream().filter(fix -> fix.epochMillis() % 7 != 0).toList());
        settle(all.getFirst());
        stored.take(late);
        assertThat(stored.parts(mmsi)).anyMatch(part -> part < 0).anyMatch(part -> part >= 0);

        for (int question = 0; question < 300; question++) {
            var when = MIDNIGHT.plusSeconds(random.nextInt(-43_200, 43_200));
            var whole =
                    all.stream()
                            .filter(fix ->
                                    Math.abs(fix.epochMillis() - when.toEpochMilli())
                                            <= SPAN.toMillis())
                            .toList();
            var found = around(box(12_000_000, 18_000_000, 100_000), when, List.of());
            var fixes =
                    found.containsKey(mmsi)
                            ? requireNonNull(found.get(mmsi)).fixes()
                            : List.<Fix>of();

            assertThat(PositionAt.of(fixes, when.toEpochMilli(), config))
                    .as(when.toString())
                    .isEqualTo(PositionAt.of(whole, when.toEpochMilli(), config));
        }
    }

    @Test
    void aShipThatWasHereAtAnotherHourIsNotRead() {
        int mmsi = 273320002;
        var fixes = new ArrayList<Fix>();
        for (int minute = 0; minute < 1_440; minute++) {
            fixes.add(
                    fix(
                            mmsi,
                            MIDNIGHT.plus(Duration.ofMinutes(minute)),
                            -12_000_000,
                            minute < 600 ? 30_000_000 : 36_000_000));
        }
        stored.take(fixes);
        settle(fixes.getFirst());
        var here = box(-12_000_000, 30_000_000, 60_000);

        assertThat(around(here, MIDNIGHT.plus(Duration.ofHours(3)), List.of()))
                .containsOnlyKeys(mmsi);
        assertThat(around(here, MIDNIGHT.plus(Duration.ofHours(15)), List.of())).isEmpty();
    }

    /// She came into the box just now; what is stored of her lies outside, and counts as well.
    @Test
    void whatIsNotMergedYetGoesOnWhereHerTrackEnds() {
        int mmsi = 273320003;
        var before = fix(mmsi, MIDNIGHT, -15_000_000, 42_000_000);
        var recent = fix(mmsi, MIDNIGHT.plusSeconds(1_200), -14_800_000, 42_000_000);
        stored.take(List.of(before));

        var found =
                around(
                        box(-14_800_000, 42_000_000, 20_000),
                        MIDNIGHT.plusSeconds(900),
                        List.of(recent));

        assertThat(requireNonNull(found.get(mmsi)).fixes()).containsExactly(before, recent);
    }

    @Test
    void aBoxOver180IsOneBox() {
        int mmsi = 273320004;
        stored.take(
                List.of(
                        fix(mmsi, MIDNIGHT, -30_000_000, 107_990_000),
                        fix(mmsi + 1, MIDNIGHT, -30_000_000, -107_990_000),
                        fix(mmsi + 2, MIDNIGHT, -30_000_000, 0)));

        assertThat(around(box(-30_000_000, 107_980_000, 60_000), MIDNIGHT, List.of()))
                .containsOnlyKeys(mmsi, mmsi + 1);
        assertThat(around(box(-30_000_000, -107_980_000, 60_000), MIDNIGHT, List.of()))
                .containsOnlyKeys(mmsi, mmsi + 1);
    }

    @Test
    void daysThatAreOverAreFoundUntilTheyAreSettled() {
        int mmsi = 273320005;
        var first = fix(mmsi, MIDNIGHT.minus(Duration.ofDays(400)), 0, 0);
        stored.take(List.of(first));
        var key = Segment.Key.of(first);
        var before = new Segment.Key(mmsi - 1, key.day());

        assertThat(tracks.unsettled(before, key.day(), 1).await().indefinitely())
                .containsExactly(key);
        assertThat(tracks.unsettled(before, key.day().minusDays(1), 9).await().indefinitely())
                .isEmpty();
        settle(first);
        assertThat(tracks.unsettled(before, key.day(), 1).await().indefinitely())
                .doesNotContain(key);
        // There is nothing left to do, and it is not done.
        assertThat(stored.settle(first)).isZero();
    }

    /// A day with a damaged piece stays as it is, and keeps from no other.
    @Test
    void daysThatAreOverAreSettledInTheBackground() {
        int mmsi = 273320010;
        var day = MIDNIGHT.minus(Duration.ofDays(500));
        for (int ship = mmsi; ship < mmsi + 5; ship++) {
            stored.take(List.of(fix(ship, day, 0, 0), fix(ship, day.plusSeconds(60), 10, 0)));
        }
        var _ =
                pool.preparedQuery("update track_segment set bytes = 'x' where mmsi = $1")
                        .execute(Tuple.of(mmsi + 2))
                        .await()
                        .indefinitely();
        var compactor = new TrackCompactor(tracks, config);

        var over = day.plus(config.settledAfter()).plus(Duration.ofDays(1));
        while (compactor.settle(over)) {
            // until nothing is left of that day
        }

        assertThat(stored.parts(mmsi)).containsExactly(-86_400);
        assertThat(stored.parts(mmsi + 2)).containsExactly(0);
        assertThat(stored.parts(mmsi + 4)).containsExactly(-86_400);
    }

    /// Many ships on many days: the plan must find the few by index, and read no table whole.
    @Test
    void whoPassedHereThenIsAnIndexScan() {
        var _ =
                pool.query(
                                """
                                insert into track_cell (day, cell, mmsi)
                                select date '2021-01-01' + d, c * 37, 200000000 + d * 1000 + c
                                  from generate_series(0, 99) d, generate_series(0, 999) c
                                    on conflict do nothing;
                                insert into track_segment (mmsi, day, part, format, from_at, to_at,
                                    min_latitude, max_latitude, min_longitude, max_longitude, fixes,
                                    synthetic, bytes)
                                select 200000000 + d * 1000 + c, date '2021-01-01' + d, part, 2,
                                       timestamptz '2021-01-01Z' + d * interval '1 day',
                                       timestamptz '2021-01-02Z' + d * interval '1 day',
                                       0, 0, 0, 0, 1, false, ''
                                  from generate_series(0, 99) d, generate_series(0, 999) c,
                                       (values (-86400), (0)) p(part)
                                    on conflict do nothing;
                                analyze track_cell; analyze track_segment;
                                """)
                        .execute()
                        .await()
                        .indefinitely();
        var at = Instant.parse("2021-02-03T04:00:00Z");

        String plan =
                plan(
                        "explain " + NearStore.AROUND,
                        NearStore.arguments(
                                box(6_300_000, 6_300_000, 300_000), at, SPAN, new Integer[0], 0));
        String settling =
                plan(
                        "explain " + TrackStore.UNSETTLED,
                        Tuple.of(
                                LocalDate.of(2021, 2, 3),
                                LocalDate.of(2021, 1, 1),
                                200_000_000,
                                50));
        var _ =
                pool.query(
                                "delete from track_cell where day < '2022-01-01' and day >= '2021-01-01';"
                                        + " delete from track_segment where day < '2022-01-01'"
                                        + " and day >= '2021-01-01'")
                        .execute()
                        .await()
                        .indefinitely();

        assertThat(plan)
                .contains(
                        "track_cell_pkey",
                        "track_settled_pkey",
                        "track_open_pkey",
                        "track_segment_old")
                .doesNotContain("Seq Scan");
        assertThat(NearStore.AROUND)
                .as("what the client keeps prepared")
                .hasSizeLessThanOrEqualTo(
                        SqlConnectOptions.DEFAULT_PREPARED_STATEMENT_CACHE_SQL_LIMIT);
        assertThat(settling).contains("track_segment_unsettled").doesNotContain("Seq Scan");
    }

    private String plan(String statement, Tuple arguments) {
        var plan = new StringBuilder();
        for (Row row : pool.preparedQuery(statement).execute(arguments).await().indefinitely()) {
            plan.append(row.getString(0)).append('\n');
        }
        return plan.toString();
    }
}
