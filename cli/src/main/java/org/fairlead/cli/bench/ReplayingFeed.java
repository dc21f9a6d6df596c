package org.fairlead.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.fairlead.cli.Refusal;

/// A live feed whose other side is killed: when the connection breaks, the platform is asked how
/// many lines it has accepted, and the next connection goes on with the line after those. What TCP
/// had on its way when the process died nobody has accepted, so it is sent again; what was accepted
/// is not, so that anything lost or doubled shows.
final class ReplayingFeed implements AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofMinutes(3);
    private static final Duration ASK_EVERY = Duration.ofMillis(500);
    private static final Duration TO_BE_ACCEPTED = Duration.ofMinutes(5);
    private static final int SAME_ANSWERS = 10;
    private static final int CHUNK = 16 * 1024;

    private final Running running;
    private final Traffic traffic;
    private final ServerSocket server;
    private final String id;
    private int connections;

    ReplayingFeed(Running running, String source, Traffic traffic) throws IOException {
        this.running = running;
        this.traffic = traffic;
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout((int) TO_CONNECT.toMillis());
        var feed =
                new ObjectMapper()
                        .createObjectNode()
                        .put("name", source)
                        .put("kind", "tcp-client")
                        .put("host", server.getInetAddress().getHostAddress())
                        .put("port", server.getLocalPort());
        id = running.api().post("/api/ais/v1/feeds", feed).path("id").asText();
    }

    /// Sends everything, over as many connections as it takes.
    void send(int linesPerSecond) throws IOException {
        var brokenAt = Instant.EPOCH;
        boolean isSent = false;
        while (!isSent) {
            try (var connection = server.accept()) {
                long accepted = connections++ == 0 ? 0 : acceptedLines(brokenAt);
                send(connection, accepted, linesPerSecond);
                awaitAccepted(connection);
                isSent = true;
            } catch (SocketException broken) {
                brokenAt = Instant.now();
            }
        }
    }

    int connections() {
        return connections;
    }

    private void send(Socket connection, long skippedLines, int linesPerSecond) throws IOException {
        var out = connection.getOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(traffic.file()))) {
            skip(in, skippedLines);
            byte[] chunk = new byte[CHUNK];
            long sent = 0;
            long from = System.nanoTime();
            double bytesPerLine = (double) Files.size(traffic.file()) / traffic.lines();
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
                sent += read;
                double due = sent / bytesPerLine / linesPerSecond;
                long early = (long) (due * 1e9) - (System.nanoTime() - from);
                if (early > 0) {
                    Running.pause(Duration.ofNanos(early));
                }
            }
            out.flush();
        }
    }

    private static void skip(InputStream in, long lines) throws IOException {
        for (long left = lines; left > 0; ) {
            int read = in.read();
            if (read < 0) {
                throw new Refusal("The platform accepted more lines than were sent.");
            }
            left -= read == '\n' ? 1 : 0;
        }
    }

    /// What the other side has accepted once it has read its journal again: the same answer several
    /// times, told after the connection broke.
    private long acceptedLines(Instant since) {
        long last = -1;
        int same = 0;
        while (same < SAME_ANSWERS) {
            Running.pause(ASK_EVERY);
            var status = status();
            var told = status.path("updatedAt").asText(Instant.EPOCH.toString());
            long lines = lines(status);
            boolean isNews = Instant.parse(told).isAfter(since);
            same = isNews && lines == last && lines >= 0 ? same + 1 : 0;
            last = lines;
        }
        return last;
    }

    /// Written to a socket is not yet accepted: the process may still die with it.
    private void awaitAccepted(Socket connection) throws IOException {
        connection.setSoTimeout((int) ASK_EVERY.toMillis());
        var until = Instant.now().plus(TO_BE_ACCEPTED);
        while (lines(status()) < traffic.lines()) {
            if (Instant.now().isAfter(until)) {
                throw new Refusal("The platform did not accept all lines of the feed.");
            }
            try {
                if (connection.getInputStream().read() < 0) {
                    throw new SocketException("the other side is gone");
                }
            } catch (SocketTimeoutException stillThere) {
                // It says nothing, as it should.
            }
        }
    }

    private static long lines(JsonNode status) {
        return status.path("summary").path("counts").path("lines").asLong(-1);
    }

    private JsonNode status() {
        try {
            return running.api().get("/api/ais/v1/feeds/" + id).path("status");
        } catch (Refusal away) {
            return new ObjectMapper().createObjectNode();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        var unused = running.api().delete("/api/ais/v1/feeds/" + id);
    }
}
