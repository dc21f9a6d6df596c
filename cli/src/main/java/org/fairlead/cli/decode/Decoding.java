package org.fairlead.cli.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fairlead.nmea.AisFieldReader;
import org.fairlead.nmea.Counts;
import org.fairlead.nmea.Reason;
import org.jspecify.annotations.Nullable;

/// Decodes inputs one after the other, in constant memory. Each is a stream of its own: parts of
/// messages are never joined across files.
public final class Decoding {

    private static final int BUFFER = 1 << 17;

    private final MessageWriter writer;
    private final Rejects rejects;
    private final PrintStream messages;
    private final ProgressBar progress;
    private final Set<Integer> types;
    private final Set<Integer> mmsis;
    private final Map<Integer, Long> byType = new TreeMap<>();

    private final byte[] buffer = new byte[BUFFER];
    private long bufferOffset;
    private int filled;

    private Counts counts = new Counts(0, 0, 0, 0, 0, 0);
    private long written;
    private int unreadable;

    /// @param messages for people
    /// @param types only these are written; empty: all
    /// @param mmsis only theirs are written; empty: all
    Decoding(
            MessageWriter writer,
            Rejects rejects,
            PrintStream messages,
            ProgressBar progress,
            Set<Integer> types,
            Set<Integer> mmsis) {
        this.writer = writer;
        this.rejects = rejects;
        this.messages = messages;
        this.progress = progress;
        this.types = Set.copyOf(types);
        this.mmsis = Set.copyOf(mmsis);
    }

    /// Inputs that could not be read, or not to their end.
    int unreadable() {
        return unreadable;
    }

    /// @param isOneOfMany whether messages must say which file they are from
    void decode(String name, boolean isOneOfMany) throws IOException {
        try (var input = Input.open(name)) {
            decode(input, isOneOfMany);
        } catch (IOException | UncheckedIOException failure) {
            if (failure instanceof OutputClosed closed) {
                throw closed;
            }
            unreadable++;
            progress.clear();
            messages.println(name + ": not read to its end: " + sentence(failure));
        }
    }

    private static String sentence(Exception failure) {
        return switch (failure) {
            case java.nio.file.NoSuchFileException missing -> "there is no such file";
            case java.nio.file.AccessDeniedException denied -> "it may not be read";
            case java.io.EOFException cut -> "the compressed file is cut off";
            case Exception other when other.getMessage() == null ->
                    other.getClass().getSimpleName();
            case Exception other -> String.valueOf(other.getMessage());
        };
    }

    private void decode(Input input, boolean isOneOfMany) throws IOException {
        var sink = new Sink(input.name(), isOneOfMany ? input.name() : null);
        var reader = new AisFieldReader(sink);
        bufferOffset = 0;
        filled = 0;
        try {
            while (fill(input.text())) {
                pass(reader, false);
                progress.show(input.name(), input.read(), input.size(), reader.counts().lines());
                if (input.text().available() == 0) {
                    // A live feed pauses here; who reads the output should not have to wait.
                    flush();
                }
            }
        } finally {
            // Damage at the end of a compressed file must not take what came before with it.
            pass(reader, true);
            add(reader);
            flush();
            progress.clear();
        }
    }

    private void flush() throws IOException {
        try {
            writer.flush();
            rejects.flush();
        } catch (IOException closed) {
            throw new OutputClosed(closed);
        }
    }

    private boolean fill(InputStream in) throws IOException {
        var read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read >= 0;
    }

    private void pass(AisFieldReader reader, boolean isLast) {
        var consumed = reader.read(buffer, 0, filled, isLast);
        System.arraycopy(buffer, consumed, buffer, 0, filled - consumed);
        filled -= consumed;
        bufferOffset += consumed;
    }

    private void add(AisFieldReader reader) {
        var more = reader.counts();
        counts =
                new Counts(
                        counts.lines() + more.lines(),
                        counts.decoded() + more.decoded(),
                        counts.awaitingParts() + more.awaitingParts(),
                        counts.rejected() + more.rejected(),
                        counts.ignored() + more.ignored(),
                        0);
        for (var type = 0; type < 64; type++) {
            if (reader.messagesOfType(type) > 0) {
                byType.merge(type, reader.messagesOfType(type), Long::sum);
            }
        }
    }

    /// What came of it, for people.
    void summarise() {
        messages.printf(
                Locale.ROOT,
                "%,d lines: %,d messages, %,d parts of messages, %,d other lines, %,d rejected%n",
                counts.lines(),
                counts.decoded(),
                counts.awaitingParts(),
                counts.ignored(),
                counts.rejected());
        if (written != counts.decoded()) {
            messages.printf(Locale.ROOT, "%,d messages written%n", written);
        }
        if (!byType.isEmpty()) {
            var text = new StringBuilder("messages by type:");
            byType.forEach((type, count) -> text.append(" %d=%d".formatted(type, count)));
            messages.println(text);
        }
        rejects.byReason()
                .forEach((reason, count) ->
                        messages.printf(
                                Locale.ROOT, "rejected %s: %,d%n", Rejects.slug(reason), count));
    }

    /// Nobody reads the output any more.
    static final class OutputClosed extends UncheckedIOException {

        private static final long serialVersionUID = 1L;

        OutputClosed(IOException cause) {
            super(cause);
        }
    }

    private final class Sink implements AisFieldReader.Sink {

        private final String name;
        private final @Nullable String file;

        Sink(String name, @Nullable String file) {
            this.name = name;
            this.file = file;
        }

        @Override
        public void message(AisFieldReader message) {
            if ((!types.isEmpty() && !types.contains(message.type()))
                    || (!mmsis.isEmpty() && !mmsis.contains(message.mmsi()))) {
                return;
            }
            try {
                writer.write(file, message);
                written++;
            } catch (IOException closed) {
                throw new OutputClosed(closed);
            } catch (UncheckedIOException closed) {
                throw new OutputClosed(new IOException(closed));
            }
        }

        @Override
        public void rejected(long line, long offset, Reason reason, int column) {
            progress.clear();
            rejects.add(name, line, reason, column, text(offset));
        }

        /// The sentence at an offset of the stream, as long as it is in the buffer.
        private String text(long offset) {
            var at = offset - bufferOffset;
            if (at < 0 || at >= filled) {
                return "";
            }
            var from = (int) at;
            var to = from;
            while (to < filled && to - from < 200 && buffer[to] != '\n' && buffer[to] != '\r') {
                to++;
            }
            return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
