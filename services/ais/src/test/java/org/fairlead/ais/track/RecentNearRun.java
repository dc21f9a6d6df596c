package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

/// What it costs to ask by HTTP who was near a place, and for a track, while two million fixes of
/// 200,000 ships wait to be merged. No test: it prints milliseconds and what is allocated.
///
/// `mvn -Dquick -pl services/ais -am test -Dtest=RecentNearRun -Dsurefire.compilers=
/// -Dsurefire.failIfNoSpecifiedTests=false`
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
@SuppressWarnings("NullAway.Init")
class RecentNearRun {

    private static final int ROUNDS = 10;
    private static final int FIXES_OF_A_FRAME = 10_000;
    private static final int TIMES = 15;
    private static final int AT_ONCE = 10;
    private static final Instant NOON = Instant.parse("2022-06-11T12:00:00Z");

    @TestHTTPResource("/api/ais/v1")
    URI root;

    @Inject UnmergedFrames frames;

    private final String token = Tokens.carl();
    private final HttpClient client = HttpClient.newHttpClient();

    private HttpRequest near(int n) {
        return request(
                "/vessels/near?latitudeDegrees=%d&longitudeDegrees=%d&radiusNauticalMiles=100&at=%s"
                        .formatted(n % 50, n * 7 % 170, NOON.plusSeconds(ROUNDS * 5L)));
    }

    private HttpRequest track(int n) {
        return request("/vessels/%d/track?from=%s".formatted(LargeFleet.mmsi(n * 977), NOON));
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static void expectOk(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void report(String what) throws IOException, InterruptedException {
        report(what + ", near", this::near);
        report(what + ", track", this::track);
    }

    private void report(String what, IntFunction<HttpRequest> question)
            throws IOException, InterruptedException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getTotalThreadAllocatedBytes();
        var millis = new ArrayList<Long>();
        for (int n = 0; n < TIMES; n++) {
            long from = System.nanoTime();
            expectOk(client.send(question.apply(n), HttpResponse.BodyHandlers.ofString()));
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
        }
        long each = (threads.getTotalThreadAllocatedBytes() - before) / TIMES;
        long from = System.nanoTime();
        CompletableFuture.allOf(
                        Stream.iterate(0, n -> n + 1)
                                .limit(AT_ONCE)
                                .map(n ->
                                        client.sendAsync(
                                                        question.apply(n),
                                                        HttpResponse.BodyHandlers.ofString())
                                                .thenAccept(RecentNearRun::expectOk))
                                .toArray(CompletableFuture[]::new))
                .join();
        System.out.printf(
                "%s: %s ms, %d MB allocated for each; %d at once answered after %d ms%n",
                what,
                millis.stream().sorted().toList(),
                each >> 20,
                AT_ONCE,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
    }

    @Test
    void costs() throws IOException, InterruptedException {
        var fleet = new LargeFleet(frames, NOON, FIXES_OF_A_FRAME);
        fleet.append(0);
        while (frames.waiting() > 0) {
            Thread.onSpinWait();
        }
        report("nothing waits (cold)");
        report("nothing waits");
        frames.hold();
        for (int round = 1; round <= ROUNDS; round++) {
            fleet.append(round);
        }
        for (int n = 0; n < 3; n++) {
            report("%,d wait".formatted(LargeFleet.SHIPS * ROUNDS));
        }
        frames.release();
    }
}
