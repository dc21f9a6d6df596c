package org.fairlead.lists.ofac;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairlead.lists.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// Rows of OFAC's legacy tables, strictly as it writes them: one or two ids in digits, then fields
/// in quotes or with the null mark `-0- `.
///
/// No CSV library: none tells a quoted field from a bare one, and bare text is the trace of a
/// spreadsheet that saved the file again, after which nulls, numbers and long remarks cannot be
/// trusted. All 308 collected vintages keep to this form.
final class OfacRows {

    // The longest line of the collected vintages has 1,131 bytes.
    private static final int LONGEST_LINE = 65_536;
    private static final int END_MARK = 0x1A;
    private static final String NULL_MARK = "-0- ";

    /// One of the four tables.
    ///
    /// @param ids fields at the beginning that are bare numbers
    enum Table {
        MAIN(1, 12),
        ALIASES(2, 5),
        ADDRESSES(2, 6),
        COMMENTS(1, 2);

        private final int ids;
        private final int fields;

        Table(int ids, int fields) {
            this.ids = ids;
            this.fields = fields;
        }
    }

    private final InputStream in;
    private final Table table;
    private int line;

    // Bytes read ahead, and those of the line. Reading byte by byte through the stream cost as much
    // as all the rest.
    private final byte[] block = new byte[65_536];
    private int ahead;
    private int end;
    private final byte[] bytes = new byte[LONGEST_LINE];
    private int length;

    OfacRows(InputStream in, Table table) {
        this.in = in;
        this.table = table;
    }

    /// Number of the line last read, from 1.
    int line() {
        return line;
    }

    /// The next row; empty at the end of the file.
    Optional<Row> next() throws IOException, UnreadableFile {
        String text = nextLine();
        return text == null ? Optional.empty() : Optional.of(new Row(fields(text)));
    }

    private @Nullable String nextLine() throws IOException, UnreadableFile {
        line++;
        length = 0;
        for (int next = read(); next != '\n'; next = read()) {
            if (next == -1 || (next == END_MARK && length == 0)) {
                return atEnd(next);
            }
            if (next < ' ' && next != '\r') {
                throw fault("a control character (0x%02X): not a text file".formatted(next));
            }
            if (length == LONGEST_LINE) {
                throw fault("longer than " + LONGEST_LINE + " bytes");
            }
            bytes[length++] = (byte) next;
        }
        return decoded();
    }

    private int read() throws IOException {
        if (ahead == end) {
            ahead = 0;
            end = Math.max(0, in.readNBytes(block, 0, block.length));
        }
        return ahead == end ? -1 : block[ahead++] & 0xFF;
    }

    private @Nullable String atEnd(int mark) throws IOException, UnreadableFile {
        if (mark == END_MARK && read() != -1) {
            throw fault("data after the end mark 0x1A");
        }
        return length == 0 ? null : decoded();
    }

    private String decoded() throws UnreadableFile {
        try {
            String text =
                    isAscii()
                            ? new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
                            : StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(bytes, 0, length))
                                    .toString();
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException e) {
            throw fault("bytes that are no text");
        }
    }

    private boolean isAscii() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private List<@Nullable String> fields(String text) throws UnreadableFile {
        var fields = new ArrayList<@Nullable String>(table.fields);
        int at = id(text, 0, fields);
        for (int ids = 1; ids < table.ids && text.startsWith(",", at); ids++) {
            at = id(text, at + 1, fields);
        }
        while (at < text.length()) {
            if (text.charAt(at) != ',') {
                throw fault("field %d: a comma expected".formatted(fields.size() + 1));
            }
            at++;
            if (text.startsWith(NULL_MARK, at)) {
                fields.add(null);
                at += NULL_MARK.length();
            } else {
                at = quoted(text, at, fields);
            }
        }
        if (fields.size() != table.fields) {
            throw fault("%d fields, %d expected".formatted(fields.size(), table.fields));
        }
        return fields;
    }

    private int id(String text, int from, List<@Nullable String> fields) throws UnreadableFile {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from || at - from > 9) {
            throw fault(
                    "does not begin with an entry's number: \""
                            + UnreadableFile.shortened(text)
                            + '"');
        }
        fields.add(text.substring(from, at));
        return at;
    }

    private int quoted(String text, int from, List<@Nullable String> fields) throws UnreadableFile {
        if (from >= text.length() || text.charAt(from) != '"') {
            throw fault(
                    "field %d: text without quotes. A spreadsheet has saved this file again; upload the publisher's original."
                            .formatted(fields.size() + 1));
        }
        int closing = text.indexOf('"', from + 1);
        boolean isPlain =
                closing >= 0 && (closing + 1 == text.length() || text.charAt(closing + 1) != '"');
        if (isPlain) {
            fields.add(text.substring(from + 1, closing));
            return closing + 1;
        }
        return withQuotesInside(text, from, fields);
    }

    private int withQuotesInside(String text, int from, List<@Nullable String> fields)
            throws UnreadableFile {
        var value = new StringBuilder();
        for (int at = from + 1; at < text.length(); at++) {
            if (text.charAt(at) != '"') {
                value.append(text.charAt(at));
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append('"');
                at++;
            } else {
                fields.add(value.toString());
                return at + 1;
            }
        }
        throw fault("field %d: the closing quote is missing".formatted(fields.size() + 1));
    }

    private UnreadableFile fault(String what) {
        return new UnreadableFile("line %d: %s".formatted(line, what));
    }

    /// The fields of one row; null where the file has the null mark.
    record Row(List<@Nullable String> fields) {

        @Nullable String text(int field) {
            String value = fields.get(field);
            return value == null || value.isBlank() ? null : value.strip();
        }

        /// As it stands, its spaces too.
        String raw(int field) {
            String value = fields.get(field);
            return value == null ? "" : value;
        }

        String required(int field) {
            return java.util.Objects.requireNonNull(fields.get(field));
        }
    }
}
