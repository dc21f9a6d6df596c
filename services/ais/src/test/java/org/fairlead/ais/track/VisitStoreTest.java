package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class VisitStoreTest {

    private static final Instant MORNING = Instant.parse("2018-04-05T06:00:00Z");

    @Inject StoredTracks stored;
    @Inject TrackStore tracks;
    @Inject NearStore near;
    @Inject Pool pool;
    @Inject MeterRegistry meters;

    private static Fix fix(int mmsi, int second) {
        return fix(mmsi, second, 0);
    }

    private static Fix fix(int mmsi, int second, int flags) {
        return new Fix(
                mmsi,
                MORNING.plusSeconds(second).toEpochMilli(),
                36_000_000 + second * 3,
                -9_000_000 + mmsi % 1_000 * 200_000 + second % 7,
                100 + second % 3,
                900 + second % 11,
                90,
                0,
                0,
                1,
                flags);
    }

    private static List<Fix> fixes(int mmsi, int from, int to, int every) {
        var fixes = new ArrayList<Fix>();
        for (int second = from; second < to; second += every) {
            fixes.add(fix(mmsi, second));
        }
        return fixes;
    }

    private static void take(TrackStore into, String source, List<Fix> fixes) {
        into.take(List.of(new Frame(source + "/1", source, 0, fixes)), List.of())
                .await()
                .indefinitely();
    }

    private Row only(String statement, int mmsi) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(mmsi))
                .await()
                .indefinitely()
                .iterator()
                .next();
    }

    private Row totals(int mmsi) {
        return only("select * from vessel_track where mmsi = $1", mmsi);
    }

    private int format(int mmsi) {
        return only("select format from track_segment where mmsi = $1 and part = 0", mmsi)
                .getInteger(0);
    }

    /// How many segments the first piece is of.
    private int segments(int mmsi) {
        byte[] bytes =
                only("select bytes from track_segment where mmsi = $1 and part = 0", mmsi)
                        .getBuffer(0)
                        .getBytes();
        var in = java.nio.ByteBuffer.wrap(bytes);
        int segments = 0;
        while (in.hasRemaining()) {
            int length = in.getInt();
            in.position(in.position() + length);
            segments++;
        }
        return segments;
    }

    @Test
    void whatIsLaterIsAddedToThePieceUnreadAndPackedNowAndThen() {
        int mmsi = 273350001;
        int most = 0;
        for (int visit = 0; visit < 25; visit++) {
            stored.take(fixes(mmsi, visit * 50, visit * 50 + 50, 10));
            most = Math.max(most, segments(mmsi));

            assertThat(stored.all(mmsi)).isEqualTo(fixes(mmsi, 0, visit * 50 + 50, 10));
        }

        assertThat(stored.parts(mmsi)).containsExactly(0);
        assertThat(format(mmsi)).isEqualTo(SegmentCodec.SEGMENTS);
        assertThat(most).isBetween(3, 24);
        var piece =
                only(
                        "select *, octet_length(bytes) as length from track_segment where mmsi = $1",
                        mmsi);
        assertThat(piece.getInteger("fixes")).isEqualTo(125);
        assertThat(piece.getInteger("length")).isLessThan(1_300);
        assertThat(piece.getOffsetDateTime("from_at").toInstant()).isEqualTo(MORNING);
        assertThat(piece.getOffsetDateTime("to_at").toInstant())
                .isEqualTo(MORNING.plusSeconds(1_240));
        assertThat(piece.getInteger("min_latitude")).isEqualTo(36_000_000);
        assertThat(piece.getInteger("max_latitude")).isEqualTo(36_000_000 + 1_240 * 3);
        assertThat(piece.getBoolean("synthetic")).isFalse();

        stored.take(fixes(mmsi, 1_250, 1_300, 10));
        stored.take(fixes(mmsi, 1_300, 1_350, 10));

        assertThat(segments(mmsi)).isEqualTo(1);
        assertThat(stored.parts(mmsi)).containsExactly(0, 1);
        assertThat(stored.all(mmsi)).isEqualTo(fixes(mmsi, 0, 1_350, 10));
    }

    @Test
    void theTotalsOfAShipAreTheSameEitherWay() {
        int mmsi = 273350002;
        take(tracks, "west", fixes(mmsi, 0, 50, 10));
        take(tracks, "west", fixes(mmsi, 100, 150, 10));
        take(tracks, "east", List.of(fix(mmsi, 200, Fix.SYNTHETIC)));
        take(tracks, "east", fixes(mmsi, 210, 220, 10));
        // Late, the same again, and both sources at once.
        take(tracks, "south", fixes(mmsi, 60, 70, 10));
        take(tracks, "west", fixes(mmsi, 0, 230, 10));
        tracks.take(
                        List.of(
                                new Frame("west/9", "west", 0, fixes(mmsi, 230, 240, 10)),
                                new Frame("east/9", "east", 0, fixes(mmsi, 230, 260, 10))),
                        List.of())
                .await()
                .indefinitely();

        var totals = totals(mmsi);
        assertThat(totals.getLong("fixes")).isEqualTo(26);
        assertThat(totals.getOffsetDateTime("first_at").toInstant()).isEqualTo(MORNING);
        assertThat(totals.getOffsetDateTime("last_at").toInstant())
                .isEqualTo(MORNING.plusSeconds(250));
        assertThat(totals.getInteger("last_latitude")).isEqualTo(36_000_000 + 750);
        assertThat(totals.getInteger("last_speed")).isEqualTo(100 + 250 % 3);
        assertThat(totals.getInteger("last_course")).isEqualTo(900 + 250 % 11);
        assertThat(totals.getBoolean("synthetic")).isTrue();
        assertThat(totals.getArrayOfStrings("sources")).containsExactly("east", "south", "west");
        assertThat(stored.all(mmsi)).isEqualTo(fixes(mmsi, 0, 260, 10));
    }

    /// Two instances take turns, days are settled in between, some of it comes late, twice, or over
    /// midnight.
    @Test
    void nothingIsLostOrDoubledInWhateverWayItComes() {
        for (int seed = 0; seed < 12; seed++) {
            int mmsi = 273350100 + seed;
            var random = new Random(seed);
            var all = fixes(mmsi, 60_000, 70_000, 20);
            var stores = List.of(tracks, new TrackStore(pool, meters));
            int at = 0;
            while (at < all.size()) {
                int to = Math.min(all.size(), at + 1 + random.nextInt(9));
                int from = random.nextInt(6) == 0 ? Math.max(0, at - random.nextInt(60)) : at;
                var some = new ArrayList<>(all.subList(from, to));
                if (random.nextInt(4) == 0) {
                    Collections.shuffle(some, random);
                }
                // What is left out comes late.
                if (some.size() > 3 && random.nextInt(5) == 0) {
                    some.remove(random.nextInt(some.size()));
                }
                take(stores.get(random.nextInt(5) == 0 ? 1 : 0), "a", some);
                if (random.nextInt(40) == 0) {
                    var _ = stored.settle(all.get(at));
                }
                at = to;
            }
            take(tracks, "b", all);

            assertThat(stored.all(mmsi)).as("seed %d", seed).isEqualTo(all);
            assertThat(totals(mmsi).getLong("fixes")).as("seed %d", seed).isEqualTo(all.size());
        }
    }

    /// More ships than are looked at in one statement, of some of which something is late, and of
    /// others a second source tells.
    @Test
    void ofALargeFleetTheLateAndTheNewAreToldApartFromTheRest() {
        int first = 273_360_000;
        int ships = 2_345;
        var before = new ArrayList<Fix>();
        var then = new ArrayList<Fix>();
        var byAnother = new ArrayList<Fix>();
        for (int ship = 0; ship < ships; ship++) {
            int mmsi = first + ship;
            if (ship % 7 != 0) {
                before.add(fix(mmsi, 100));
            }
            then.add(fix(mmsi, ship % 5 == 0 ? 50 : 200));
            if (ship % 11 == 0) {
                byAnother.add(fix(mmsi, 300));
            }
        }
        take(tracks, "fleet", before);
        tracks.take(
                        List.of(
                                new Frame("fleet/2", "fleet", 0, then),
                                new Frame("other/1", "other", 0, byAnother)),
                        List.of())
                .await()
                .indefinitely();

        for (int ship : new int[] {0, 1, 5, 7, 11, 35, 55, 999, 1_000, 1_001, 2_000, 2_344}) {
            int mmsi = first + ship;
            var expected = new ArrayList<Fix>();
            for (Fix fix : List.of(fix(mmsi, 50), fix(mmsi, 100), fix(mmsi, 200), fix(mmsi, 300))) {
                if (before.contains(fix) || then.contains(fix) || byAnother.contains(fix)) {
                    expected.add(fix);
                }
            }
            assertThat(stored.all(mmsi)).as("ship %d", ship).isEqualTo(expected);
            assertThat(totals(mmsi).getLong("fixes")).isEqualTo(expected.size());
            assertThat(totals(mmsi).getArrayOfStrings("sources"))
                    .isEqualTo(
                            ship % 11 == 0
                                    ? new String[] {"fleet", "other"}
                                    : new String[] {"fleet"});
        }
        // Added unread, or packed anew with what was late.
        assertThat(segments(first + 1)).isEqualTo(2);
        assertThat(segments(first + 1_002)).isEqualTo(2);
        assertThat(segments(first + 5)).isEqualTo(1);
        var all =
                pool.preparedQuery(
                                "select sum(fixes), (select sum(fixes) from track_segment where mmsi"
                                        + " between $1 and $2) from vessel_track where mmsi"
                                        + " between $1 and $2")
                        .execute(Tuple.of(first, first + ships))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next();
        long sent = before.size() + then.size() + byAnother.size();
        assertThat(all.getLong(0)).isEqualTo(sent);
        assertThat(all.getLong(1)).isEqualTo(sent);
    }

    @Test
    void aPieceThatAnEarlierVersionLeftIsAddedToAndPacked() {
        int mmsi = 273350003;
        take(tracks, "a", fixes(mmsi, 0, 50, 10));
        var _ =
                pool.preparedQuery(
                                "update track_segment set format = 2, bytes = $2 where mmsi = $1")
                        .execute(
                                Tuple.of(
                                        mmsi,
                                        Buffer.buffer(SegmentCodec.encode(fixes(mmsi, 0, 50, 10)))))
                        .await()
                        .indefinitely();

        take(tracks, "a", fixes(mmsi, 50, 100, 10));
        take(new TrackStore(pool, meters), "a", fixes(mmsi, 100, 150, 10));

        assertThat(stored.parts(mmsi)).containsExactly(0);
        assertThat(format(mmsi)).isEqualTo(SegmentCodec.SEGMENTS);
        assertThat(stored.all(mmsi)).isEqualTo(fixes(mmsi, 0, 150, 10));
    }

    @Test
    void whoWasNearIsFoundInAPieceOfSeveralSegments() {
        int mmsi = 273350004;
        for (int visit = 0; visit < 6; visit++) {
            stored.take(fixes(mmsi, visit * 50, visit * 50 + 50, 10));
        }
        assertThat(segments(mmsi)).isGreaterThan(1);
        int longitude = -9_000_000 + mmsi % 1_000 * 200_000;
        var box =
                new TrackStore.Bounds(
                        35_990_000, 36_010_000, longitude - 10_000, longitude + 10_000, false);

        var found =
                near.around(box, MORNING.plusSeconds(123), Duration.ofSeconds(40), RecentFixes.NONE)
                        .await()
                        .indefinitely();

        assertThat(found).containsKey(mmsi);
        assertThat(found.get(mmsi))
                .satisfies(read -> {
                    assertThat(read.damages()).isEmpty();
                    assertThat(read.fixes()).contains(fix(mmsi, 120), fix(mmsi, 130));
                });
    }

    /// What was read and is about to be written is not as it was: the whole batch is begun again.
    @Test
    void aPieceThatChangedMeanwhileIsNotWrittenOver() {
        int mmsi = 273350005;
        take(tracks, "a", fixes(mmsi, 0, 50, 10));
        var connection = pool.getConnection().await().indefinitely();
        var transaction = connection.begin().await().indefinitely();
        var _ =
                connection
                        .preparedQuery("update track_segment set fixes = fixes + 1 where mmsi = $1")
                        .execute(Tuple.of(mmsi))
                        .await()
                        .indefinitely();
        var late =
                tracks.take(List.of(new Frame("a/2", "a", 0, fixes(mmsi, 5, 50, 10))), List.of())
                        .subscribeAsCompletionStage();
        awaitWaiting();
        transaction.commit().await().indefinitely();
        connection.close().await().indefinitely();

        assertThatThrownBy(late::join).hasMessageContaining("changed while they were merged");
        assertThat(totals(mmsi).getLong("fixes")).isEqualTo(5);
    }

    private void awaitWaiting() {
        org.awaitility.Awaitility.await()
                .until(() ->
                        pool.query(
                                        "select exists (select from pg_stat_activity where"
                                                + " wait_event_type = 'Lock' and query like"
                                                + " 'update track_open s%')")
                                .execute()
                                .await()
                                .indefinitely()
                                .iterator()
                                .next()
                                .getBoolean(0));
    }

    /// The rows of few ships among many are found by their keys.
    @Test
    void bothStatementsFindTheirRowsByIndex() {
        var arguments = new Object[12];
        Arrays.fill(arguments, new Integer[] {1});
        arguments[1] = new LocalDate[] {LocalDate.EPOCH};
        arguments[5] = new Double[] {1.0};
        arguments[10] = new Boolean[] {true};
        arguments[11] = new Buffer[] {Buffer.buffer()};
        String adding = plan(VisitStore.ADD, Tuple.from(List.of(arguments)));
        String counting =
                plan(
                        VisitStore.COUNT,
                        Tuple.from(
                                List.<Object>of(
                                        new Integer[] {1},
                                        new Integer[] {1},
                                        new Double[] {1.0},
                                        new Double[] {1.0},
                                        new Integer[] {1},
                                        new Integer[] {1},
                                        new Integer[] {1},
                                        new Integer[] {1},
                                        new Boolean[] {true},
                                        new Integer[] {1},
                                        new String[] {"a"})));

        assertThat(adding).contains("track_open_pkey").doesNotContain("Seq Scan");
        assertThat(counting).contains("vessel_track_pkey").doesNotContain("Seq Scan");
        assertThat(List.of(VisitStore.ADD, VisitStore.COUNT))
                .as("what the client keeps prepared")
                .allSatisfy(statement ->
                        assertThat(statement)
                                .hasSizeLessThanOrEqualTo(
                                        SqlConnectOptions
                                                .DEFAULT_PREPARED_STATEMENT_CACHE_SQL_LIMIT));
    }

    private String plan(String statement, Tuple arguments) {
        return pool.withTransaction(connection ->
                        connection
                                .query("set local enable_seqscan = off")
                                .execute()
                                .chain(() ->
                                        connection
                                                .preparedQuery("explain " + statement)
                                                .execute(arguments)))
                .map(rows -> {
                    var plan = new StringBuilder();
                    rows.forEach(row -> plan.append(row.getString(0)).append('\n'));
                    return plan.toString();
                })
                .await()
                .indefinitely();
    }
}
