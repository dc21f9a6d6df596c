package org.fairlead.ais.upload;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// An uploaded file being read: its lines, decompressed when it begins as gzip does (RFC 1952),
/// whatever it was announced as.
final class SpooledFile implements AutoCloseable {

    private static final int CHUNK = 128 * 1024;

    private final long sizeBytes;
    private final Counted counted;
    private final InputStream lines;

    private SpooledFile(long sizeBytes, Counted counted, InputStream lines) {
        this.sizeBytes = sizeBytes;
        this.counted = counted;
        this.lines = lines;
    }

    static SpooledFile open(Path file) throws IOException {
        var counted = new Counted(Files.newInputStream(file));
        try {
            var buffered = new BufferedInputStream(counted, CHUNK);
            buffered.mark(2);
            boolean isGzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
            buffered.reset();
            return new SpooledFile(
                    Files.size(file), counted, isGzip ? new Unfolding(buffered) : buffered);
        } catch (IOException fault) {
            counted.close();
            throw fault;
        }
    }

    InputStream lines() {
        return lines;
    }

    /// 0 to 1.
    double progress() {
        return sizeBytes == 0 ? 1 : Math.min(1.0, (double) counted.read / sizeBytes);
    }

    @Override
    public void close() throws IOException {
        counted.close();
    }

    /// Opens the gzip stream at the first read, so that a damaged header is found like any other
    /// damage.
    private static final class Unfolding extends InputStream {
        private final InputStream folded;
        private @org.jspecify.annotations.Nullable InputStream unfolded;

        Unfolding(InputStream folded) {
            this.folded = folded;
        }

        private InputStream unfolded() throws IOException {
            if (unfolded == null) {
                unfolded = new GZIPInputStream(folded, CHUNK);
            }
            return unfolded;
        }

        @Override
        public int read() throws IOException {
            return unfolded().read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return unfolded().read(bytes, from, length);
        }
    }

    private static final class Counted extends FilterInputStream {
        private long read;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            read += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            read += Math.max(0, n);
            return n;
        }
    }
}
