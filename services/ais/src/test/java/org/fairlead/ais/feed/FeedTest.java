package org.fairlead.ais.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.ais.Nmea;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class FeedTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Inject FeedStore feeds;
    @Inject Pool pool;

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl());
    }

    private static String add(Map<String, Object> feed) {
        return carl().contentType("application/json")
                .body(feed)
                .post("/api/ais/v1/feeds")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/ais/v1/feeds/"))
                .extract()
                .path("id");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, HERE)) {
            return socket.getLocalPort();
        }
    }

    private static byte[] reports(int mmsi, int from, int to) {
        var start = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MINUTES);
        var nmea = new Nmea();
        for (int i = from; i < to; i++) {
            nmea.position(mmsi, start.plusSeconds(i), 50 + i * 1e-5, 1);
        }
        return nmea.bytes();
    }

    private static void awaitFixes(int mmsi, int fixes) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        carl().get("/api/ais/v1/vessels/" + mmsi)
                                .then()
                                .statusCode(200)
                                .body("fixes", equalTo(fixes)));
    }

    @Nested
    class ATcpClient {

        @Test
        void readsComesBackAndTellsHowItDoes() throws Exception {
            int mmsi = 273100001;
            try (var server = new ServerSocket(0, 5, HERE)) {
                String id =
                        add(
                                Map.of(
                                        "name", "client-test",
                                        "kind", "tcp-client",
                                        "host", "127.0.0.1",
                                        "port", server.getLocalPort()));
                try (var first = server.accept()) {
                    first.getOutputStream().write(reports(mmsi, 0, 20));
                    first.getOutputStream()
                            .write("nonsense\n!AIVDM,1,1".getBytes(StandardCharsets.US_ASCII));
                    first.getOutputStream().flush();
                    awaitFixes(mmsi, 20);
                }
                // Cut in the middle of a line; the feed connects again by itself.
                try (var second = server.accept()) {
                    second.getOutputStream().write(reports(mmsi, 20, 30));
                    second.getOutputStream().flush();
                    awaitFixes(mmsi, 30);
                    await().atMost(SOON)
                            .untilAsserted(() ->
                                    carl().get("/api/ais/v1/feeds/" + id)
                                            .then()
                                            .body("status.state", equalTo("receiving"))
                                            .body("status.reconnects", equalTo(1))
                                            .body("status.summary.counts.fixes", equalTo(30))
                                            .body("status.summary.counts.rejected", equalTo(2))
                                            .body(
                                                    "status.summary.receivers.test.reports",
                                                    equalTo(30)));
                }
                carl().delete("/api/ais/v1/feeds/" + id).then().statusCode(204);
                carl().get("/api/ais/v1/feeds/" + id).then().statusCode(404);
                awaitFixes(mmsi, 30);
            }
        }
    }

    @Nested
    class ATcpServer {

        @Test
        void takesSeveralSendersAtATime() throws IOException {
            int port = freePort();
            add(Map.of("name", "server-test", "kind", "tcp-server", "port", port));

            try (var one = connected(port);
                    var other = connected(port)) {
                // Each line in two pieces, the senders turn about.
                byte[] mine = reports(273100002, 0, 10);
                byte[] theirs = reports(273100003, 0, 10);
                one.getOutputStream().write(mine, 0, 100);
                other.getOutputStream().write(theirs, 0, 130);
                one.getOutputStream().write(mine, 100, mine.length - 100);
                other.getOutputStream().write(theirs, 130, theirs.length - 130);
                one.getOutputStream().flush();
                other.getOutputStream().flush();

                awaitFixes(273100002, 10);
                awaitFixes(273100003, 10);
            }
        }

        static Socket connected(int port) {
            return await().atMost(SOON)
                    .ignoreException(IOException.class)
                    .until(() -> new Socket(HERE, port), Socket::isConnected);
        }
    }

    @Nested
    class AShipThatSaysWhoSheIs {

        @Test
        void isShownWhereSheIsWhileTheRegisterIsBusy() throws Exception {
            int mmsi = 273100006;
            int port = freePort();
            String id = add(Map.of("name", "busy-test", "kind", "tcp-server", "port", port));
            // Her row is somebody else's for now, so that the register waits.
            var _ =
                    pool.preparedQuery(
                                    "insert into vessel (mmsi, version, first_seen_at, last_seen_at,"
                                            + " synthetic) values ($1, 1, now(), now(), false)")
                            .execute(Tuple.of(mmsi))
                            .await()
                            .atMost(SOON);
            var other = pool.getConnection().await().atMost(SOON);
            var transaction = other.begin().await().atMost(SOON);
            var _ =
                    other.preparedQuery("select 1 from vessel where mmsi = $1 for update")
                            .execute(Tuple.of(mmsi))
                            .await()
                            .atMost(SOON);
            try (var sender = ATcpServer.connected(port)) {
                var at = Instant.now().minusSeconds(300).truncatedTo(ChronoUnit.MINUTES);
                sender.getOutputStream()
                        .write(new Nmea().identity(mmsi, at, 9179842, "BUSY", "UBCD").bytes());
                sender.getOutputStream().write(reports(mmsi, 0, 10));
                sender.getOutputStream().flush();
                awaitFixes(mmsi, 10);
                await().atMost(SOON).until(FeedTest.this::isRegisterWaiting);

                // Later than what the register waits with.
                sender.getOutputStream().write(reports(mmsi, 10, 20));
                sender.getOutputStream().flush();
                awaitFixes(mmsi, 20);
                carl().get("/api/ais/v1/vessels/" + mmsi).then().body("name", nullValue());

                transaction.commit().await().atMost(SOON);
                await().atMost(SOON)
                        .untilAsserted(() ->
                                carl().get("/api/ais/v1/vessels/" + mmsi)
                                        .then()
                                        .body("name", equalTo("BUSY")));
            } finally {
                other.close().await().atMost(SOON);
                carl().delete("/api/ais/v1/feeds/" + id).then().statusCode(204);
            }
        }
    }

    private boolean isRegisterWaiting() {
        return pool.query(
                        "select count(*) > 0 from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and query like '%from vessel where mmsi = any(%for update%'")
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getBoolean(0);
    }

    @Nested
    class Udp {

        @Test
        void takesDatagrams() throws IOException {
            int port = freePort();
            String id =
                    add(
                            Map.of(
                                    "name", "udp-test",
                                    "kind", "udp",
                                    "port", port,
                                    "sourceClass", "satellite"));
            await().atMost(SOON)
                    .until(
                            () -> carl().get("/api/ais/v1/feeds/" + id).path("status.state"),
                            "listening"::equals);

            try (var socket = new DatagramSocket()) {
                for (int i = 0; i < 10; i++) {
                    byte[] line = reports(273100004, i, i + 1);
                    socket.send(new DatagramPacket(line, line.length, HERE, port));
                }
            }

            awaitFixes(273100004, 10);
            carl().get("/api/ais/v1/feeds")
                    .then()
                    .body("items.find { it.name == 'udp-test' }.sourceClass", equalTo("satellite"))
                    .body("items.name", hasItem("udp-test"));
        }
    }

    @Nested
    class ALostLease {

        @Test
        void givesTheFeedToAnotherInstanceAndBackAndLosesNothing() throws Exception {
            int mmsi = 273100005;
            try (var server = new ServerSocket(0, 5, HERE)) {
                var id =
                        UUID.fromString(
                                add(
                                        Map.of(
                                                "name", "lease-test",
                                                "kind", "tcp-client",
                                                "host", "127.0.0.1",
                                                "port", server.getLocalPort())));
                var other = UUID.randomUUID();
                try (var mine = server.accept()) {
                    mine.getOutputStream().write(reports(mmsi, 0, 20));
                    mine.getOutputStream().flush();
                    awaitFixes(mmsi, 20);
                    assertThat(leasedTo(other)).as("held by its owner").isEmpty();

                    // As after a pause of this process in which it was not heard of.
                    lease(id, other, Duration.ofMinutes(5));

                    mine.setSoTimeout((int) SOON.toMillis());
                    assertThat(mine.getInputStream().read()).as("hung up").isEqualTo(-1);
                }
                assertThat(leasedTo(other)).as("renewed").containsExactly(id);

                lease(id, other, Duration.ofSeconds(-1));

                try (var again = server.accept()) {
                    again.getOutputStream().write(reports(mmsi, 20, 30));
                    again.getOutputStream().flush();
                    awaitFixes(mmsi, 30);
                }
                carl().delete("/api/ais/v1/feeds/" + id).then().statusCode(204);
            }
        }

        private List<UUID> leasedTo(UUID instance) {
            return feeds.lease(instance, Duration.ofMinutes(5)).await().atMost(SOON).stream()
                    .map(Feed::id)
                    .toList();
        }

        private void lease(UUID feed, UUID owner, Duration time) {
            var unused =
                    pool.preparedQuery(
                                    "update feed set owner = $2,"
                                            + " lease_until = now() + $3 * interval '1 s'"
                                            + " where id = $1")
                            .execute(Tuple.of(feed, owner, (double) time.toSeconds()))
                            .await()
                            .atMost(SOON);
        }
    }

    @Nested
    class AFeedThatCannotBe {

        @Test
        void isRefusedFieldByField() {
            carl().contentType("application/json")
                    .body(Map.of("kind", "carrier-pigeon", "port", 80, "sourceClass", "deep"))
                    .post("/api/ais/v1/feeds")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/name"))
                    .body("errors.pointer", hasItem("/kind"))
                    .body("errors.pointer", hasItem("/sourceClass"));
        }

        @Test
        void isAConflictWhenItsNameIsTaken() throws IOException {
            var feed = Map.<String, Object>of("name", "twice", "kind", "udp", "port", freePort());
            add(feed);

            carl().contentType("application/json")
                    .body(feed)
                    .post("/api/ais/v1/feeds")
                    .then()
                    .statusCode(409);
        }

        @Test
        void tellsWhyItDoesNotConnect() throws IOException {
            String id =
                    add(
                            Map.of(
                                    "name", "nobody-there",
                                    "kind", "tcp-client",
                                    "host", "127.0.0.1",
                                    "port", freePort()));

            await().atMost(SOON)
                    .untilAsserted(() -> {
                        var view = carl().get("/api/ais/v1/feeds/" + id).jsonPath();
                        assertThat(view.getString("status.state")).isIn("waiting", "connecting");
                        assertThat(view.getString("status.detail")).isNotEmpty();
                    });
        }
    }
}
