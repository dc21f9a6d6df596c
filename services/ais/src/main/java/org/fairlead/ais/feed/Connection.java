package org.fairlead.ais.feed;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads the sockets of one feed until it is stopped. Whatever goes wrong with a connection, it is
/// tried again.
final class Connection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int DATAGRAM_BYTES = 65_536;
    private static final int DATAGRAM_BUFFER = 8 << 20;

    /// Takes what arrives, and is told how it goes.
    interface Listener {
        /// Whole lines; waits while there is no room.
        void lines(int connection, byte[] bytes, int length)
                throws IOException, InterruptedException;

        /// Whole lines that cannot wait.
        void datagram(int connection, byte[] bytes, int length) throws IOException;

        void state(String state, String detail);

        void waiting(long millis, String detail);

        void connections(int open);

        void ended();
    }

    private final Feed feed;
    private final FeedConfig config;
    private final Listener listener;
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger connected = new AtomicInteger();
    private volatile boolean isStopping;

    Connection(Feed feed, FeedConfig config, Listener listener) {
        this.feed = feed;
        this.config = config;
        this.listener = listener;
    }

    void run() {
        var backoff =
                new Backoff(
                        config.reconnectAfter(),
                        config.reconnectAtMostAfter(),
                        config.reconnectJitter(),
                        () -> ThreadLocalRandom.current().nextDouble());
        while (!isStopping) {
            String cause;
            try {
                switch (feed.kind()) {
                    case TCP_CLIENT -> connect(backoff);
                    case TCP_SERVER -> serve(backoff);
                    case UDP -> receive(backoff);
                }
                cause = "the other side closed the connection";
            } catch (SocketTimeoutException silent) {
                cause = "nothing came for " + config.silentFor().toSeconds() + " s";
            } catch (IOException fault) {
                cause = String.valueOf(fault.getMessage());
            } catch (InterruptedException stopped) {
                return;
            }
            if (!isStopping) {
                pause(backoff.nextMillis(), cause);
            }
        }
    }

    private void pause(long millis, String cause) {
        listener.waiting(millis, "Not connected: " + cause + ".");
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            isStopping = true;
        }
    }

    private void connect(Backoff backoff) throws IOException, InterruptedException {
        listener.state("connecting", "Connecting to " + feed.host() + ":" + feed.port() + ".");
        try (var socket = new Socket()) {
            open.add(socket);
            socket.connect(new InetSocketAddress(feed.host(), feed.port()), CONNECT_MILLIS);
            listener.state("receiving", "Connected to " + feed.host() + ":" + feed.port() + ".");
            read(socket, backoff);
            listener.ended();
        }
    }

    private void read(Socket socket, Backoff backoff) throws IOException, InterruptedException {
        int number = numbers.incrementAndGet();
        listener.connections(connected.incrementAndGet());
        var cutter = new LineCutter();
        LineCutter.Sink sink = (bytes, length) -> listener.lines(number, bytes, length);
        try {
            socket.setSoTimeout((int) config.silentFor().toMillis());
            socket.setKeepAlive(true);
            var in = socket.getInputStream();
            while (!isStopping) {
                int read = in.read(cutter.buffer(), cutter.filled(), cutter.room());
                if (read < 0) {
                    return;
                }
                backoff.reset();
                cutter.took(read, sink);
            }
        } finally {
            listener.connections(connected.decrementAndGet());
            open.remove(socket);
            cutter.end(sink);
        }
    }

    private void serve(Backoff backoff) throws IOException, InterruptedException {
        try (var server =
                new ServerSocket(
                        feed.port(),
                        config.connections(),
                        InetAddress.getByName(config.bindAddress()))) {
            open.add(server);
            backoff.reset();
            listener.state(
                    "listening",
                    "Listening on " + config.bindAddress() + ":" + feed.port() + " (TCP).");
            while (!isStopping) {
                var socket = server.accept();
                if (connected.get() >= config.connections()) {
                    socket.close();
                    continue;
                }
                open.add(socket);
                var unused =
                        Thread.ofVirtual()
                                .name("feed-" + feed.name())
                                .start(() -> readAccepted(socket, backoff));
            }
        }
    }

    private void readAccepted(Socket socket, Backoff backoff) {
        try (socket) {
            read(socket, backoff);
        } catch (IOException closed) {
            // The sender will come again, or not: it is theirs to connect.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            listener.ended();
        }
    }

    private void receive(Backoff backoff) throws IOException {
        try (var socket =
                new DatagramSocket(
                        new InetSocketAddress(
                                InetAddress.getByName(config.bindAddress()), feed.port()))) {
            open.add(socket);
            backoff.reset();
            raiseBuffer(socket);
            listener.state(
                    "listening",
                    "Listening on " + config.bindAddress() + ":" + feed.port() + " (UDP).");
            byte[] bytes = new byte[DATAGRAM_BYTES + 1];
            while (!isStopping) {
                var packet = new DatagramPacket(bytes, 0, DATAGRAM_BYTES);
                socket.receive(packet);
                int length = packet.getLength();
                if (length > 0 && bytes[length - 1] != '\n') {
                    bytes[length++] = '\n';
                }
                listener.datagram(sender(packet), bytes, length);
            }
        }
    }

    /// The sender's address, so that two senders' parts are never mixed up.
    private static int sender(DatagramPacket packet) {
        return packet.getSocketAddress().hashCode() & 0x7fffffff;
    }

    private static void raiseBuffer(DatagramSocket socket) {
        try {
            socket.setReceiveBufferSize(DATAGRAM_BUFFER);
        } catch (SocketException smaller) {
            // The system's default has to do.
        }
    }

    @Override
    public void close() {
        isStopping = true;
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception alreadyClosed) {
                // It is closed: that is what was wanted.
            }
        }
    }
}
