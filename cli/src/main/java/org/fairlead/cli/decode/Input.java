package org.fairlead.cli.decode;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/// What is to be decoded: a file or standard input, decompressed on the way.
///
/// How it is compressed is told by its first bytes; by its name only to notice when the two
/// disagree.
final class Input implements Closeable {

    static final String STANDARD_INPUT = "-";

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final long size;
    private final Counted counted;
    private final InputStream text;

    private Input(String name, long size, InputStream raw) throws IOException {
        this.name = name;
        this.size = size;
        counted = new Counted(raw);
        text = decompressed(name, new BufferedInputStream(counted, BUFFER));
    }

    static Input open(String name) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return new Input("standard input", 0, System.in);
        }
        var file = Path.of(name);
        var in = Files.newInputStream(file);
        try {
            return new Input(name, Files.isRegularFile(file) ? Files.size(file) : 0, in);
        } catch (IOException | RuntimeException unreadable) {
            in.close();
            throw unreadable;
        }
    }

    String name() {
        return name;
    }

    /// The file's bytes as it lies there; 0 when unknown.
    long size() {
        return size;
    }

    /// How many of them were read.
    long read() {
        return counted.count;
    }

    InputStream text() {
        return text;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private static InputStream decompressed(String name, BufferedInputStream in)
            throws IOException {
        in.mark(4);
        var head = in.readNBytes(4);
        in.reset();
        var magic = 0L;
        for (var octet : head) {
            magic = magic << 8 | octet & 0xff;
        }
        var isWhole = head.length == 4;
        if (head.length >= 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return new GZIPInputStream(in, BUFFER);
        }
        if (isWhole && magic == 0x28b5_2ffdL) {
            return new ZstdInputStream(in);
        }
        if (isWhole && (magic == 0x504b_0304L || magic == 0x504b_0506L)) {
            return new Entries(new ZipInputStream(in));
        }
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (head.length == 0 ? "" : ending) {
            case "gz", "zst", "zip" ->
                    throw new IOException(
                            "it is named ." + ending + " and does not begin as such a file does");
            default -> in;
        };
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var octet = super.read();
            count += octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    /// The files of an archive, one after the other, each ending with a line break.
    private static final class Entries extends InputStream {

        private final ZipInputStream zip;
        private boolean isOpen;
        private int last = '\n';

        Entries(ZipInputStream zip) {
            this.zip = zip;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            while (true) {
                if (!isOpen) {
                    var entry = zip.getNextEntry();
                    if (entry == null) {
                        return -1;
                    }
                    isOpen = !entry.isDirectory();
                    continue;
                }
                var read = zip.read(buffer, offset, length);
                if (read > 0) {
                    last = buffer[offset + read - 1];
                    return read;
                }
                isOpen = false;
                if (last != '\n') {
                    last = '\n';
                    buffer[offset] = '\n';
                    return 1;
                }
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
