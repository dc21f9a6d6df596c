package org.fairlead.ais.feed;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// Reads the records of a [Journal].
public final class JournalReader {

    private static final int MOST = 1 << 24;

    private JournalReader() {}

    /// Is told of each record.
    public interface Sink {
        void record(long arrivedAt, int connection, byte[] bytes, int from, int length)
                throws IOException;
    }

    /// Reads whole records from a file, up to a limit; returns where the next begins.
    static long read(Path file, long from, long limit, Sink sink) throws IOException {
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            int length = (int) Math.min(limit - from, 1 << 20);
            var buffer = ByteBuffer.allocate(length);
            fill(in, buffer, from);
            long at = from + take(buffer.array(), buffer.position(), sink);
            if (at == from && limit - from > length) {
                // One record larger than the buffer.
                buffer = ByteBuffer.allocate((int) Math.min(limit - from, MOST + Journal.HEAD));
                fill(in, buffer, from);
                at = from + take(buffer.array(), buffer.position(), sink);
            }
            return at;
        }
    }

    private static void fill(FileChannel in, ByteBuffer buffer, long from) throws IOException {
        while (buffer.hasRemaining()) {
            int read = in.read(buffer, from + buffer.position());
            if (read < 0) {
                return;
            }
        }
    }

    private static int take(byte[] bytes, int filled, Sink sink) throws IOException {
        var view = ByteBuffer.wrap(bytes);
        int at = 0;
        while (filled - at >= Journal.HEAD) {
            int length = view.getInt(at);
            if (length < 0 || length > MOST || filled - at < Journal.HEAD + length) {
                break;
            }
            sink.record(
                    view.getLong(at + 8), view.getInt(at + 16), bytes, at + Journal.HEAD, length);
            at += Journal.HEAD + length;
        }
        return at;
    }

    /// Reads all records of a stream, as archived.
    public static void read(InputStream stream, Sink sink) throws IOException {
        var in = new DataInputStream(stream);
        while (true) {
            int length;
            try {
                length = in.readInt();
            } catch (EOFException end) {
                return;
            }
            if (length < 0 || length > MOST) {
                throw new IOException("journal damaged: a record of %d bytes".formatted(length));
            }
            int unused = in.readInt();
            long arrivedAt = in.readLong();
            int connection = in.readInt();
            byte[] bytes = in.readNBytes(length);
            sink.record(arrivedAt, connection, bytes, 0, bytes.length);
        }
    }

    /// Shortens a file to its last whole record.
    static void cutTornEnd(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "rw")) {
            long size = in.length();
            long at = 0;
            byte[] record = new byte[1 << 16];
            while (size - at >= Journal.HEAD) {
                in.seek(at);
                int length = in.readInt();
                int announced = in.readInt();
                if (length < 0 || length > MOST || size - at < Journal.HEAD + length) {
                    break;
                }
                int checked = Journal.HEAD - 8 + length;
                record = record.length < checked ? new byte[checked] : record;
                in.readFully(record, 0, checked);
                var crc = new CRC32C();
                crc.update(record, 0, checked);
                if ((int) crc.getValue() != announced) {
                    break;
                }
                at += Journal.HEAD + length;
            }
            if (at < size) {
                in.setLength(at);
            }
        }
    }
}
