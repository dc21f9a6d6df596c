package org.fairlead.cli.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One connection that asks the same again and again and reads each answer whole.
///
/// A client library spends more processor time on a call than the proxies that are compared; on a
/// machine with few cores it would be most of what is measured.
final class KeptConnection implements Closeable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Socket socket;
    private final InputStream answers;
    private final byte[] request;
    private final byte[] sink = new byte[BUFFER_BYTES];

    KeptConnection(int port, String path, String token) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        answers = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        request =
                ("GET "
                                + path
                                + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                                + "Authorization: Bearer "
                                + token
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
    }

    /// @return the status; the body is read and dropped
    int ask() throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        long length = 0;
        boolean isChunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                isChunked = lower.contains("chunked");
            }
        }
        if (isChunked) {
            skipChunks();
        } else {
            skip(length);
        }
        return status;
    }

    private void skipChunks() throws IOException {
        long length;
        do {
            length = Long.parseLong(line(), 16);
            skip(length);
            line();
        } while (length > 0);
    }

    private void skip(long bytes) throws IOException {
        for (long left = bytes; left > 0; ) {
            int count = answers.read(sink, 0, (int) Math.min(left, sink.length));
            if (count < 0) {
                throw new EOFException("The answer broke off.");
            }
            left -= count;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
