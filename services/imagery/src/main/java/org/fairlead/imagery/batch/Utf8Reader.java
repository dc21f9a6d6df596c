package org.fairlead.imagery.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Text that fails at the first byte that is not UTF-8, after all that comes before it was handed
/// out. `InputStreamReader` loses the good text of its buffer, so that the row cannot be named.
final class Utf8Reader extends Reader {

    private final InputStream body;
    private final CharsetDecoder decoder = strict();
    private final ByteBuffer bytes = ByteBuffer.allocate(8_192).flip();
    private boolean isAtEnd;

    Utf8Reader(InputStream body) {
        this.body = body;
    }

    /// Reports what is not UTF-8 instead of replacing it.
    static CharsetDecoder strict() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// @param length at least 2: a character outside the basic plane takes two places
    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (length < 2) {
            throw new IllegalArgumentException("room for fewer than 2 characters: " + length);
        }
        var chars = CharBuffer.wrap(into, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, isAtEnd);
            if (chars.position() > offset) {
                return chars.position() - offset;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (isAtEnd) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int got = body.read(bytes.array(), bytes.position(), bytes.remaining());
        isAtEnd = got < 0;
        bytes.position(bytes.position() + Math.max(got, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
