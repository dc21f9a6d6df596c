package org.fairlead.lists.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text line by line, each in UTF-8 if it can be, else in Windows-1252 (Latin-1 with the
/// typographic characters publishers use). A byte order mark is left out. Lines that stand in
/// quotes as a whole, with their own quotes doubled, are unpacked when the first line shows that
/// the file is so.
final class MixedReader extends Reader {

    private static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final int LONGEST_LINE = 4_194_304;

    private final InputStream in;
    private final String separator;
    private String line = "";
    private int at;
    private boolean isFirst = true;
    private boolean isWrapped;

    MixedReader(InputStream in, char separator) {
        this.in = new BufferedInputStream(in, 65_536);
        this.separator = String.valueOf(separator);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (at == line.length() && !nextLine()) {
            return -1;
        }
        int count = Math.min(length, line.length() - at);
        line.getChars(at, at + count, buffer, offset);
        at += count;
        return count;
    }

    private boolean nextLine() throws IOException {
        var bytes = new ByteArrayOutputStream(1024);
        int next = in.read();
        while (next >= 0 && next != '\n' && bytes.size() < LONGEST_LINE) {
            bytes.write(next);
            next = in.read();
        }
        if (next >= 0) {
            bytes.write(next);
        }
        if (bytes.size() == 0) {
            return false;
        }
        line = decoded(bytes.toByteArray());
        if (isFirst) {
            line = line.startsWith("\uFEFF") ? line.substring(1) : line;
            isWrapped = isWrapped(line.strip());
            isFirst = false;
        }
        line = isWrapped ? unwrapped(line) : line;
        at = 0;
        return true;
    }

    private boolean isWrapped(String header) {
        return header.length() > 2
                && header.startsWith("\"")
                && header.endsWith("\"")
                && header.contains(separator)
                && !header.substring(1, header.length() - 1).replace("\"\"", "").contains("\"");
    }

    private static String unwrapped(String line) {
        String bare = line.strip();
        return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"") + "\n"
                : line;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, FALLBACK);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
