package org.fairlead.ais.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A stretch of a stream: what is still to be read, and what was read last, so that the text of a
/// line given up late can still be shown.
///
/// ```
/// | history, up to 512 KiB | to be read | free |
/// 0                        at           filled
/// ```
final class LineWindow {

    private static final int HISTORY = 512 * 1024;
    private static final int TEXT_LENGTH = 120;

    final byte[] bytes = new byte[3 * HISTORY];
    private long offset;
    int at;
    int filled;

    /// Reads on; false at the end of the stream.
    boolean fill(InputStream in) throws IOException {
        if (bytes.length - filled < HISTORY) {
            makeRoom();
        }
        int read = in.read(bytes, filled, bytes.length - filled);
        filled += Math.max(0, read);
        return read >= 0;
    }

    private void makeRoom() {
        int drop = Math.max(0, at - HISTORY);
        System.arraycopy(bytes, drop, bytes, 0, filled - drop);
        offset += drop;
        at -= drop;
        filled -= drop;
    }

    /// Takes bytes that are at hand, as many as fit.
    int take(byte[] from, int start, int length) {
        if (bytes.length - filled < HISTORY) {
            makeRoom();
        }
        int taken = Math.min(length, bytes.length - filled);
        System.arraycopy(from, start, bytes, filled, taken);
        filled += taken;
        return taken;
    }

    /// Whether a whole line is still to be read.
    boolean hasLine() {
        for (int i = at; i < filled; i++) {
            if (bytes[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    boolean isRead() {
        return at == filled;
    }

    /// The printable beginning of the line that starts at an offset of the stream.
    Optional<String> text(long lineOffset) {
        return text(lineOffset, TEXT_LENGTH);
    }

    /// At most so many characters of it.
    Optional<String> text(long lineOffset, int longest) {
        long start = lineOffset - offset;
        if (start < 0 || start >= filled) {
            return Optional.empty();
        }
        int end = (int) start;
        int most = (int) Math.min(filled, start + longest);
        while (end < most && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        var text = new String(bytes, (int) start, end - (int) start, StandardCharsets.ISO_8859_1);
        return Optional.of(text.replaceAll("[^ -~]", "."));
    }
}
