package org.fairlead.ais.track;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class RecentFrameStoreTest {

    private static final Instant NOON = Instant.parse("2022-06-07T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    /// None that the topic has, so that frames of other tests are never in the way.
    private static final int PARTITION = 71;

    private static long offset;

    @Inject RecentFrameStore recent;
    @Inject UnmergedFrames frames;
    @Inject MeterRegistry meters;
    @Inject Pool pool;

    private static List<Fix> fixes(int mmsi, int from, int to) {
        var fixes = new ArrayList<Fix>();
        for (int i = from; i < to; i++) {
            fixes.add(
                    new Fix(
                            mmsi,
                            NOON.toEpochMilli() + i * 10_000L,
                            6_000_000 + i * 30,
                            -90_000_000 + mmsi % 1000 * 200_000,
                            100,
                            0,
                            0,
                            0,
                            0,
                            1,
                            0));
        }
        return fixes;
    }

    private static RecentFrame frame(String id, String source, List<Fix> fixes) {
        var frame = new Frame(id, source, NOON.toEpochMilli(), fixes);
        return RecentFrame.of(PARTITION, offset++, FrameCodec.encode(frame));
    }

    private void append(RecentFrame... frames) {
        recent.append(List.of(frames), List.of()).await().indefinitely();
    }

    private static ValidatableResponse get(String address) {
        return given().auth().oauth2(Tokens.carl()).get("/api/ais/v1/" + address).then();
    }

    private int rows(String table, int mmsi) {
        return pool.preparedQuery("select count(*)::int from " + table + " where mmsi = $1")
                .execute(Tuple.of(mmsi))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger(0);
    }

    @Test
    void areInEveryAnswerAboutTracksAtOnceAndInTheTracksSoon() {
        int mmsi = 273310001;
        append(frame("recent-1/1", "recent-1", fixes(mmsi, 0, 40)));
        append(frame("recent-1/2", "recent-1", fixes(mmsi, 40, 50)));

        get("vessels/" + mmsi + "/track").body("features[0].properties.fixes", equalTo(50));
        get("statistics").body("sources.find { it.name == 'recent-1' }.fixes", equalTo(50));
        get("vessels/near?latitudeDegrees=10&longitudeDegrees="
                        + (-90_000_000 + mmsi % 1000 * 200_000) / 600_000.0
                        + "&at="
                        + NOON.plusSeconds(100)
                        + "&radiusNauticalMiles=5")
                .body("items.vessel.mmsi", hasItem("" + mmsi));

        await().atMost(SOON).until(() -> rows("track_segment", mmsi) > 0);
        get("vessels/" + mmsi + "/track").body("features[0].properties.fixes", equalTo(50));
        await().atMost(SOON).untilAsserted(() -> get("vessels/" + mmsi).body("fixes", equalTo(50)));
    }

    @Test
    void eachIsReadOnceWhileItWaits() {
        int mmsi = 273310009;
        frames.hold();
        try {
            append(
                    frame("recent-9/1", "recent-9", fixes(mmsi, 0, 10)),
                    frame("recent-9/2", "recent-9", fixes(mmsi, 10, 20)));
            assertThat(recentOf(mmsi)).hasSize(20);
            double read = read();

            assertThat(recentOf(mmsi)).hasSize(20);
            assertThat(read()).isEqualTo(read);

            append(frame("recent-9/3", "recent-9", fixes(mmsi, 20, 25)));
            assertThat(recentOf(mmsi)).isEqualTo(fixes(mmsi, 0, 25));
            assertThat(read()).isEqualTo(read + 1);
        } finally {
            frames.release();
        }
        await().atMost(SOON).until(() -> recentOf(mmsi).isEmpty());
        get("vessels/" + mmsi + "/track").body("features[0].properties.fixes", equalTo(25));
    }

    private List<Fix> recentOf(int mmsi) {
        return recent.of(mmsi, NOON, NOON.plusSeconds(3600)).await().indefinitely().stream()
                .sorted(Comparator.comparingLong(Fix::epochMillis))
                .toList();
    }

    private double read() {
        return meters.counter("fairlead.ais.frames.waiting.read").count();
    }

    @Test
    void oneThatComesTwiceIsOne() {
        int mmsi = 273310002;
        append(
                frame("recent-2/1", "recent-2", fixes(mmsi, 0, 10)),
                frame("recent-2/1", "recent-2", fixes(mmsi, 0, 10)));

        get("statistics").body("sources.find { it.name == 'recent-2' }.fixes", equalTo(10));
        await().atMost(SOON).until(() -> rows("vessel_track", mmsi) > 0);
        append(frame("recent-2/1", "recent-2", fixes(mmsi, 0, 10)));

        get("vessels/" + mmsi + "/track").body("features[0].properties.fixes", equalTo(10));
        await().atMost(SOON)
                .untilAsserted(() ->
                        get("statistics")
                                .body("sources.find { it.name == 'recent-2' }.fixes", equalTo(10)));
        get("vessels/" + mmsi).body("fixes", equalTo(10));
    }

    @Test
    void noneIsKeptThatSaysNothingOfAnyShip() {
        append(frame("recent-3/1", "recent-3", List.of()));

        get("statistics").body("sources.name", not(hasItem("recent-3")));
    }

    @Test
    void areMergedUpToSoManyFixesAtATime() {
        append(
                frame("recent-4/1", "recent-4", fixes(273310004, 0, 10)),
                frame("recent-4/2", "recent-4", fixes(273310004, 10, 20)),
                frame("recent-4/3", "recent-4", fixes(273310004, 20, 30)));

        // The background merges as well; together they never merge anything twice.
        int merged = 0;
        for (int round = 0; round < 4; round++) {
            int now = recent.merge(PARTITION, 11).await().indefinitely().fixes();
            assertThat(now).isLessThanOrEqualTo(30);
            merged += now;
        }

        assertThat(merged).isLessThanOrEqualTo(30);
        await().atMost(SOON)
                .untilAsserted(() -> get("vessels/273310004").body("fixes", equalTo(30)));
    }
}
