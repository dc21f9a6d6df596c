package org.fairlead.imagery.batch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;

/// The first bytes of a file: whether it is text at all, and how it is separated.
final class FileStart {

    private static final int LOOKED_AT = 16_384;

    private final BufferedInputStream body;
    private final byte[] first;

    /// @throws ProblemException for a file that is empty, compressed, or not UTF-8 text
    FileStart(InputStream input) throws IOException {
        body = new BufferedInputStream(input, LOOKED_AT);
        body.mark(LOOKED_AT);
        first = body.readNBytes(LOOKED_AT);
        body.reset();
        refuseWhatIsNoText();
        refuseWhatIsNotUtf8();
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            body.skipNBytes(3);
        }
    }

    private void refuseWhatIsNoText() {
        if (new String(first, StandardCharsets.ISO_8859_1).isBlank()) {
            throw ProblemException.invalid("body", "the file is empty");
        }
        if (startsWith(0x1F, 0x8B) || startsWith('P', 'K')) {
            throw unreadable("The file is compressed. Unpack it and send the text itself.");
        }
        if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            throw unreadable("The file is UTF-16. Save it as UTF-8 and send it again.");
        }
        for (byte value : first) {
            if (value == 0) {
                throw unreadable("The file is binary, not text.");
            }
        }
    }

    /// Before any row is recorded, as far as is looked at.
    private void refuseWhatIsNotUtf8() {
        var bytes = ByteBuffer.wrap(first);
        boolean isWhole = first.length < LOOKED_AT;
        if (Utf8Reader.strict()
                .decode(bytes, CharBuffer.allocate(first.length), isWhole)
                .isError()) {
            throw notUtf8(lineAt(bytes.position()));
        }
    }

    private int lineAt(int position) {
        int line = 1;
        for (int at = 0; at < position; at++) {
            line += first[at] == '\n' ? 1 : 0;
        }
        return line;
    }

    static ProblemException notUtf8(int line) {
        return unreadable(
                "Line %d is not UTF-8. Save the file as UTF-8 and send it again.".formatted(line));
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(ServiceProblem.MALFORMED, detail);
    }

    private boolean startsWith(int... bytes) {
        if (first.length < bytes.length) {
            return false;
        }
        for (int at = 0; at < bytes.length; at++) {
            if ((first[at] & 0xFF) != bytes[at]) {
                return false;
            }
        }
        return true;
    }

    /// Fails on bytes that are not UTF-8 instead of replacing them.
    Reader reader() {
        return new Utf8Reader(body);
    }

    /// Comma, semicolon, tab or bar: whichever the first line has most of outside of quotes.
    char separator() {
        char[] known = {',', ';', '\t', '|'};
        var counts = new int[known.length];
        boolean isQuoted = false;
        for (byte value : first) {
            if (value == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (value == '\n' || value == '\r')) {
                break;
            } else if (!isQuoted) {
                for (int at = 0; at < known.length; at++) {
                    counts[at] += value == known[at] ? 1 : 0;
                }
            }
        }
        int best = 0;
        for (int at = 1; at < known.length; at++) {
            best = counts[at] > counts[best] ? at : best;
        }
        return known[best];
    }
}
