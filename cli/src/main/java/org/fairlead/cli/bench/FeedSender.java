package org.fairlead.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import org.fairlead.cli.Refusal;

/// A live feed of this measurement's own: a TCP server that the platform is told to read, and the
/// lines of a file sent through it.
final class FeedSender implements AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(30);

    private final Running running;
    private final ServerSocket server;
    private final String id;
    private final Socket connection;
    private final FileChannel file;
    private final WritableByteChannel out;
    private long sent;

    FeedSender(Running running, String source, Traffic traffic) throws IOException {
        this.running = running;
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
        connection = server.accept();
        file = FileChannel.open(traffic.file());
        out = Channels.newChannel(connection.getOutputStream());
    }

    /// Waits for as long as the platform takes no more.
    void sendUpTo(long bytes) throws IOException {
        while (sent < bytes) {
            long more = file.transferTo(sent, Math.min(bytes - sent, 1 << 20), out);
            if (more <= 0) {
                throw new Refusal("The traffic's file ends before its end.");
            }
            sent += more;
        }
    }

    com.fasterxml.jackson.databind.JsonNode status() {
        return running.api().get("/api/ais/v1/feeds/" + id).path("status");
    }

    @Override
    public void close() throws IOException {
        file.close();
        connection.close();
        server.close();
        var unused = running.api().delete("/api/ais/v1/feeds/" + id);
    }
}
