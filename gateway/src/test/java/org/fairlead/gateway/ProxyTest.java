package org.fairlead.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.gateway.DoorTest.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProxyTest {

    private static final int MEGABYTE = 1 << 20;

    FakeServices services;

    @TestHTTPResource("/")
    URI gateway;

    @Nested
    class ACall {

        @Test
        void arrivesAsItWasSent() {
            as(Tokens.carl())
                    .header("If-Match", "\"3\"")
                    .header("Fairlead-Team", "team-gulf")
                    .contentType("application/merge-patch+json")
                    .body("{\"title\":\"x\"}")
                    .urlEncodingEnabled(false)
                    .patch("/api/cases/v1/cases/7?q=a%20b&x=%2F")
                    .then()
                    .statusCode(200)
                    .body("method", equalTo("PATCH"))
                    .body("uri", equalTo("/api/cases/v1/cases/7?q=a%20b&x=%2F"))
                    .body("headers.if-match", equalTo("\"3\""))
                    .body("headers.fairlead-team", equalTo("team-gulf"))
                    .body("headers.content-type", startsWith("application/merge-patch+json"))
                    .body("body", equalTo("{\"title\":\"x\"}"));
        }

        @Test
        void carriesTheCallersTokenAndNoOtherIdentity() {
            String token = Tokens.carl();
            as(token)
                    .header("X-Forwarded-User", "lena")
                    .header("X-User", "lena")
                    .header("X-Forwarded-For", "10.0.0.1")
                    .header("X-HTTP-Method-Override", "DELETE")
                    .header("X-Original-URL", "/q/metrics")
                    .header("Forwarded", "for=10.0.0.1")
                    .header("Cookie", "theme=dark")
                    .get("/api/ais/v1/vessels")
                    .then()
                    .statusCode(200)
                    .body("headers.authorization", equalTo("Bearer " + token))
                    .body("headers.x-forwarded-user", nullValue())
                    .body("headers.x-user", nullValue())
                    .body("headers.x-forwarded-for", nullValue())
                    .body("headers.x-http-method-override", nullValue())
                    .body("headers.x-original-url", nullValue())
                    .body("headers.forwarded", nullValue())
                    .body("headers.cookie", nullValue());
        }

        @Test
        void belongsToTheCallersTrace() {
            as(Tokens.carl())
                    .header(
                            "traceparent",
                            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .get("/api/ais/v1/vessels")
                    .then()
                    .body(
                            "headers.traceparent",
                            startsWith("00-0af7651916cd43dd8448eb211c80319c-"));
        }

        @Test
        void hasATraceEvenWhenItCameWithout() {
            as(Tokens.carl())
                    .get("/api/ais/v1/vessels")
                    .then()
                    .body("headers.traceparent", notNullValue());
        }
    }

    @Nested
    class AnAnswer {

        @Test
        void keepsItsHeadersButSetsNoCookiesAndNamesNoInnerAddress() {
            as(Tokens.carl())
                    .get("/api/ais/v1/vessels")
                    .then()
                    .header("ETag", "\"7\"")
                    .header("Location", "/api/ais/v1/jobs/1?x=1")
                    .header("Set-Cookie", nullValue())
                    .header("Cache-Control", "no-store");
        }

        @Test
        void thatBreaksOffDoesNotLookWhole() throws IOException {
            String answer =
                    raw(
                            "GET /api/ais/v1/breaks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                    + Tokens.carl()
                                    + "\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("content-length: 1000");
            assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).isEqualTo("half");
        }
    }

    @Nested
    class APathThatIsNotPlain {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/ais/v1/../../../q/openapi",
                    "/api/ais/v1/../../q/openapi",
                    "/api/ais/v1/%2e%2e/%2e%2e/%2e%2e/q/openapi",
                    "/api/ais/v1/..%2f..%2f..%2fq/openapi",
                    "/api/ais/v1/..%5c..%5cq/openapi",
                    "/api/ais/v1/..;/..;/q/openapi",
                    "/api/ais/v1//q/openapi",
                    "/api/ais/v1/%252e%252e/q/openapi",
                    "/api/ais/v1/a%00b",
                    "/api/ais/v1/./vessels",
                    "/api/ais/v2/vessels",
                    "/api/ais/q/openapi",
                    "/api/ais//v1/vessels",
                    "/%61pi/ais/v1/vessels",
                    "//api/ais/v1/vessels",
                    "/api/other/v1/vessels",
                    "/api/ais",
                    "/API/ais/v1/vessels"
                })
        void neverReachesAService(String path) throws IOException {
            String answer =
                    raw(
                            "GET "
                                    + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                    + Tokens.carl()
                                    + "\r\n\r\n");

            // The gateway's own description lies open at /q/openapi; no service has answered.
            assertThat(answer).doesNotContain("\"uri\"").matches("(?s)HTTP/1.1 (404|400|200).*");
            assertThat(answer.startsWith("HTTP/1.1 200"))
                    .isEqualTo(
                            path.contains("/../../../q/")
                                    || path.startsWith("/api/ais/v1/%2e%2e/%2e%2e/%2e%2e/"));
        }
    }

    @Nested
    class AServiceThatIsAway {

        @Test
        void isNamedAtOnceAndTheOthersGoOn() {
            long before = System.nanoTime();
            for (int call = 0; call < 8; call++) {
                as(Tokens.carl())
                        .get("/api/sanctions/v1/lists")
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", notNullValue())
                        .body("code", equalTo("part-unavailable"))
                        .body("detail", startsWith("The part \"sanctions\""));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(4));
            as(Tokens.carl()).get("/api/ais/v1/vessels").then().statusCode(200);
        }

        @Test
        void isTheSameAsOneThatNeverAnswers() {
            long before = System.nanoTime();

            as(Tokens.carl())
                    .get("/api/imagery/v1/sightings")
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("part-unavailable"));

            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofMillis(1_390));
        }
    }

    @Nested
    class ABody {

        @Test
        void overTheLimitIsRefusedBeforeItIsRead() {
            as(Tokens.carl())
                    .body(new byte[MEGABYTE + 1])
                    .post("/api/ais/v1/other")
                    .then()
                    .statusCode(413)
                    .contentType("application/problem+json")
                    .body("code", equalTo("too-large"));
        }

        @Test
        void overTheLimitWithoutALengthIsRefusedOnTheWay() throws IOException {
            var request = new StringBuilder();
            request.append(
                            "POST /api/ais/v1/other HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n")
                    .append("Authorization: Bearer ")
                    .append(Tokens.carl())
                    .append("\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            request.append(chunk.repeat(20)).append("0\r\n\r\n");

            assertThat(raw(request.toString())).startsWith("HTTP/1.1 413").contains("too-large");
        }

        @Test
        void thatTheServiceRefusesUnreadLeavesTheRefusalReadable() throws IOException {
            String answer =
                    raw(
                            "POST /api/ais/v1/refuses HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n"
                                    + "Authorization: Bearer "
                                    + Tokens.carl()
                                    + "\r\n\r\n"
                                    + "x".repeat(900_000));

            assertThat(answer).startsWith("HTTP/1.1 422").contains("\"invalid\"");
        }

        @Test
        void waitsForTheServiceInsteadOfFillingTheMemory() throws Exception {
            long size = 400L * MEGABYTE;
            services.reading = new CountDownLatch(1);
            var sent = new AtomicLong();
            try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
                var answer = CompletableFuture.supplyAsync(() -> upload(socket, size, sent));
                Awaitility.await()
                        .during(Duration.ofSeconds(2))
                        .atMost(Duration.ofSeconds(20))
                        .until(sent::get, new Unchanging());

                assertThat(sent.get()).isPositive().isLessThan(60L * MEGABYTE);

                services.reading.countDown();
                assertThat(answer.get(60, TimeUnit.SECONDS))
                        .startsWith("HTTP/1.1 202")
                        .contains(new JsonObject().put("bytes", size).encode());
            }
        }

        private String upload(Socket socket, long size, AtomicLong sent) {
            try {
                var out = socket.getOutputStream();
                out.write(
                        ("POST /api/ais/v1/uploads HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                                        + size
                                        + "\r\nAuthorization: Bearer "
                                        + Tokens.carl()
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                byte[] megabyte = new byte[MEGABYTE];
                while (sent.get() < size) {
                    out.write(megabyte);
                    sent.addAndGet(MEGABYTE);
                }
                return text(socket.getInputStream());
            } catch (IOException fault) {
                throw new java.io.UncheckedIOException(fault);
            }
        }
    }

    /// Holds while the number stays what it was at the look before.
    private static final class Unchanging extends org.hamcrest.TypeSafeMatcher<Long> {

        private long before = -1;

        @Override
        protected boolean matchesSafely(Long now) {
            boolean isSame = now == before;
            before = now;
            return isSame && now > 0;
        }

        @Override
        public void describeTo(org.hamcrest.Description description) {
            description.appendText("a number that stays");
        }
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return text(socket.getInputStream());
        }
    }

    /// Until the end of the answer, or of the connection.
    private static String text(InputStream in) throws IOException {
        var text = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (java.net.SocketException | java.net.SocketTimeoutException end) {
            // what came so far is the answer
        }
        return text.toString();
    }
}
