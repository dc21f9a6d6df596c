package org.fairlead.ais.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.fairlead.ais.Nmea;
import org.fairlead.ais.archive.Archive;
import org.fairlead.ais.frame.FrameSink;
import org.fairlead.ais.hygiene.HygieneConfig;
import org.fairlead.ais.ingest.IngestConfig;
import org.fairlead.ais.ingest.NumberedFrame;
import org.fairlead.ais.vessel.VesselRegister;
import org.fairlead.contracts.frame.SourceClass;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kafka takes nothing for a while: what a sender sends is read until the spool is full, then the
/// sender waits (or its datagrams are counted as dropped), and everybody can see it.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
@SuppressWarnings("NullAway.Init")
class SpoolFullTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final long SPOOL_BYTES = 1 << 20;

    /// Far more than the spool and what two sockets hold.
    private static final int LINES = 300_000;

    @Inject VesselRegister vessels;
    @Inject Archive archive;
    @Inject IngestConfig ingest;
    @Inject HygieneConfig hygiene;
    @Inject FeedConfig defaults;
    @Inject MeterRegistry meters;
    @Inject ObjectMapper json;

    @TempDir private Path directory;

    private final HeldSink sink = new HeldSink();
    private LiveFeed live;

    @AfterEach
    void stop() throws Exception {
        sink.release();
        if (live != null) {
            live.stop();
        }
    }

    private void start(Feed.Kind kind, int port) throws IOException {
        var feed =
                new Feed(
                        UUID.randomUUID(),
                        "spool-test",
                        kind,
                        "127.0.0.1",
                        port,
                        "pier",
                        SourceClass.TERRESTRIAL,
                        "a test",
                        Instant.now());
        var services =
                new FeedRun.Services(
                        sink,
                        vessels,
                        archive,
                        ingest,
                        hygiene,
                        new SmallSpool(defaults, SPOOL_BYTES),
                        meters,
                        json);
        live = new LiveFeed(feed, directory, services, Clock.systemUTC());
        live.start();
    }

    private static byte[] lines(int from, int to) {
        var start = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MINUTES);
        var nmea = new Nmea();
        for (int i = from; i < to; i++) {
            // Another place each time, or it would be a duplicate.
            nmea.position(
                    273_200_000 + i % 50_000,
                    start.plusSeconds(i / 50_000),
                    50 + i / 50_000 * 1e-4,
                    1);
        }
        return nmea.bytes();
    }

    @Test
    void holdsATcpSenderBackAndLosesNothingOfIt() throws Exception {
        byte[] all = lines(0, LINES);
        var written = new AtomicLong();
        try (var server = new ServerSocket(0, 1, HERE)) {
            start(Feed.Kind.TCP_CLIENT, server.getLocalPort());
            try (var connection = server.accept()) {
                var sender = Thread.ofPlatform().start(() -> send(connection, all, written));

                await().atMost(SOON).until(() -> live.status().state(), "held-back"::equals);
                assertThat(live.journalBytes()).isLessThanOrEqualTo(SPOOL_BYTES);
                assertThat(live.status().detail()).contains("spool is full");
                assertThat(live.status().backlogBytes()).isLessThanOrEqualTo(SPOOL_BYTES);
                await().atMost(SOON).until(() -> live.status().heldBackMillis() > 200);
                assertThat(written.get()).isLessThan(all.length);
                assertThat(sender.isAlive()).isTrue();

                sink.release();

                await().atMost(SOON)
                        .untilAsserted(() ->
                                assertThat(live.status().summary().counts().lines())
                                        .isEqualTo(LINES));
                sender.join();
                assertThat(written.get()).isEqualTo(all.length);
                assertThat(live.status().state()).isEqualTo("receiving");
            }
            live.stopReading();
            await().atMost(SOON).until(live::isDone);
            assertThat(sink.fixes()).isEqualTo(LINES);
            assertThat(live.journalBytes()).isZero();
        }
    }

    private static void send(Socket connection, byte[] all, AtomicLong written) {
        try {
            var out = connection.getOutputStream();
            for (int at = 0; at < all.length; at += 4_096) {
                int length = Math.min(4_096, all.length - at);
                out.write(all, at, length);
                written.addAndGet(length);
            }
            out.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void dropsDatagramsAndCountsThem() throws Exception {
        int port = freePort();
        start(Feed.Kind.UDP, port);
        await().atMost(SOON).until(() -> live.status().state(), "listening"::equals);

        long sent = 0;
        try (var socket = new DatagramSocket()) {
            byte[] datagram = lines(0, 400);
            while (live.status().droppedDatagrams() == 0) {
                socket.send(new DatagramPacket(datagram, datagram.length, HERE, port));
                sent += datagram.length;
                assertThat(sent).as("bytes sent before one was dropped").isLessThan(1L << 30);
            }
        }

        var status = live.status();
        assertThat(status.state()).isEqualTo("held-back");
        assertThat(status.detail()).contains("datagrams are dropped");
        assertThat(status.droppedBytes()).isPositive();
        assertThat(live.journalBytes()).isLessThanOrEqualTo(SPOOL_BYTES);
    }

    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(0, HERE)) {
            return socket.getLocalPort();
        }
    }

    /// Kafka that takes nothing until it is back.
    private static final class HeldSink implements FrameSink {

        private final CompletableFuture<Void> isBack = new CompletableFuture<>();
        private final AtomicLong fixes = new AtomicLong();

        @Override
        public Uni<Integer> partitions() {
            return Uni.createFrom().item(4);
        }

        @Override
        public Uni<Void> publish(List<NumberedFrame> frames) {
            return Uni.createFrom()
                    .completionStage(isBack)
                    .invoke(() ->
                            frames.forEach(one -> fixes.addAndGet(one.frame().fixes().size())));
        }

        void release() {
            isBack.complete(null);
        }

        long fixes() {
            return fixes.get();
        }
    }

    /// As configured, but for a spool that is soon full.
    private record SmallSpool(FeedConfig defaults, long spoolMaxBytes) implements FeedConfig {

        @Override
        public String bindAddress() {
            return defaults.bindAddress();
        }

        @Override
        public long recordingBytes() {
            return spoolMaxBytes / 4;
        }

        @Override
        public Duration recordingFor() {
            return defaults.recordingFor();
        }

        @Override
        public Duration passOnEvery() {
            return defaults.passOnEvery();
        }

        @Override
        public Duration futureTolerance() {
            return defaults.futureTolerance();
        }

        @Override
        public Duration reconnectAfter() {
            return defaults.reconnectAfter();
        }

        @Override
        public Duration reconnectAtMostAfter() {
            return defaults.reconnectAtMostAfter();
        }

        @Override
        public double reconnectJitter() {
            return defaults.reconnectJitter();
        }

        @Override
        public Duration silentFor() {
            return defaults.silentFor();
        }

        @Override
        public int connections() {
            return defaults.connections();
        }

        @Override
        public Duration leaseFor() {
            return defaults.leaseFor();
        }
    }
}
