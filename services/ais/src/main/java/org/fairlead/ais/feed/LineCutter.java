package org.fairlead.ais.feed;

import java.io.IOException;
import java.util.Arrays;

/// Cuts what a connection delivers at the last line break, and keeps the rest for later.
final class LineCutter {

    /// A line longer than this is passed on in pieces; the decoder rejects it.
    private static final int LONGEST = 64 * 1024;

    /// Takes whole lines.
    interface Sink {
        void lines(byte[] bytes, int length) throws IOException, InterruptedException;
    }

    private byte[] bytes = new byte[2 * LONGEST];
    private int filled;

    /// Where the next bytes go.
    byte[] buffer() {
        return bytes;
    }

    int filled() {
        return filled;
    }

    int room() {
        return bytes.length - filled;
    }

    void took(int read, Sink sink) throws IOException, InterruptedException {
        filled += read;
        int end = filled;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end == 0 && filled >= LONGEST) {
            end = filled;
        }
        if (end > 0) {
            sink.lines(bytes, end);
            System.arraycopy(bytes, end, bytes, 0, filled - end);
            filled -= end;
        }
    }

    /// What is left when the connection ended: a last line without its break.
    void end(Sink sink) throws IOException, InterruptedException {
        if (filled > 0) {
            byte[] last = Arrays.copyOf(bytes, filled + 1);
            last[filled] = '\n';
            filled = 0;
            sink.lines(last, last.length);
        }
    }
}
