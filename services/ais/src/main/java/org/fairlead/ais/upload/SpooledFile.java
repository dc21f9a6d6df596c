package org.fairlead.ais.upload;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.fairlead.ais.ingest.CompressionDamaged;
import org.jspecify.annotations.Nullable;

/// An uploaded file being read: its lines, decompressed when it begins as gzip (RFC 1952), zstd
/// (RFC 8878) or zip does, whatever it was announced as. Of a zip all files are read, in their
/// order.
public final class SpooledFile implements AutoCloseable {

    private static final int CHUNK = 128 * 1024;

    private final long sizeBytes;
    private final Counted counted;
    private final InputStream lines;

    private SpooledFile(long sizeBytes, Counted counted, InputStream lines) {
        this.sizeBytes = sizeBytes;
        this.counted = counted;
        this.lines = lines;
    }

    public static SpooledFile open(Path file) throws IOException {
        var counted = new Counted(Files.newInputStream(file));
        try {
            var buffered = new BufferedInputStream(counted, CHUNK);
            buffered.mark(4);
            byte[] first = buffered.readNBytes(4);
            buffered.reset();
            return new SpooledFile(Files.size(file), counted, unfolded(first, buffered));
        } catch (IOException fault) {
            counted.close();
            throw fault;
        }
    }

    private static InputStream unfolded(byte[] first, InputStream buffered) {
        if (begins(first, 0x1f, 0x8b)) {
            return new Unfolding("gzip", buffered, in -> new GZIPInputStream(in, CHUNK));
        }
        if (begins(first, 0x28, 0xb5, 0x2f, 0xfd)) {
            return new Unfolding("zstd", buffered, ZstdInputStreamNoFinalizer::new);
        }
        if (begins(first, 'P', 'K', 3, 4)) {
            return new Unfolding("zip", buffered, ZipLines::new);
        }
        return buffered;
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    public InputStream lines() {
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

    private interface Opener {
        InputStream open(InputStream folded) throws IOException;
    }

    /// Opens the compressed stream at the first read, so that a damaged header is found like any
    /// other damage.
    private static final class Unfolding extends InputStream {
        private final String format;
        private final InputStream folded;
        private final Opener opener;
        private @Nullable InputStream unfolded;

        Unfolding(String format, InputStream folded, Opener opener) {
            this.format = format;
            this.folded = folded;
            this.opener = opener;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                if (unfolded == null) {
                    unfolded = opener.open(folded);
                }
                return unfolded.read(bytes, from, length);
            } catch (EOFException cut) {
                throw truncated(cut);
            } catch (ZipException damaged) {
                throw damaged(damaged);
            } catch (ZstdIOException fault) {
                throw isCut(fault) ? truncated(fault) : damaged(fault);
            }
        }

        private static boolean isCut(ZstdIOException fault) {
            return String.valueOf(fault.getMessage()).contains("Truncated");
        }

        private CompressionDamaged truncated(IOException cause) {
            return new CompressionDamaged(
                    "truncated-" + format,
                    "The compressed file ends before its end; what came before was used.",
                    cause);
        }

        private CompressionDamaged damaged(IOException cause) {
            return new CompressionDamaged(
                    "damaged-" + format,
                    "The compressed file is damaged here; what came before was used.",
                    cause);
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
