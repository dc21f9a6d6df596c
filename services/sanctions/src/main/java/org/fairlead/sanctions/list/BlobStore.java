package org.fairlead.sanctions.list;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Raw files by the SHA-256 of their bytes, compressed with zstd. A version of a list differs
/// little from the one before, which serves as its dictionary: the file begins with a skippable
/// frame (RFC 8878 §3.1.2) that names it.
///
/// ```
/// 50 2A 4D 18 | 33 as u32 | depth u8 | SHA-256 of the dictionary, 32 bytes | zstd frame
/// ```
///
/// Reading a file reads its dictionaries first, at most [#DEEPEST] of them; beyond, the first of
/// the chain, which has none, is taken. Blocking: worker threads only.
@ApplicationScoped
class BlobStore {

    private static final byte[] REFERENCE = {0x50, 0x2A, 0x4D, 0x18, 33, 0, 0, 0};
    private static final int HEADER = REFERENCE.length + 33;
    private static final int DEEPEST = 15;
    // A dictionary is held in memory whole.
    private static final long LARGEST_WITH_DICTIONARY = 48L << 20;
    // Reaches over a whole dictionary and file; readers must allow as much.
    private static final int WINDOW_LOG = 27;
    private static final int LEVEL = 4;

    private final Path spool;
    private final Path blobs;

    @Inject
    BlobStore(@ConfigProperty(name = "fairlead.state-dir") Path stateDir) {
        this.spool = stateDir.resolve("spool");
        this.blobs = stateDir.resolve("blobs");
    }

    /// Uploads that a crash cut off will not be taken up again.
    void forgetUnfinished(@Observes StartupEvent event) throws IOException {
        Files.createDirectories(spool);
        try (var parts = Files.newDirectoryStream(spool, "list-*.part")) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    /// A kept file: `sizeBytes` and `sha256` are of the raw bytes.
    record Blob(String sha256, long sizeBytes) {}

    /// A new empty file to write to; the caller deletes it.
    Path newPart() throws IOException {
        Files.createDirectories(spool);
        return Files.createTempFile(spool, "list-", ".part");
    }

    /// Keeps a file for good before anything is said about it: what was seen stays seen.
    ///
    /// @param before the file's predecessor; absent for a list's first
    Blob keep(Path raw, @Nullable String before) throws IOException {
        var blob = new Blob(digest(raw), Files.size(raw));
        if (Files.exists(at(blob.sha256()))) {
            return blob;
        }
        Path part = newPart();
        try {
            write(raw, part, dictionary(blob, before));
            Files.createDirectories(at(blob.sha256()).getParent());
            Files.move(part, at(blob.sha256()), StandardCopyOption.ATOMIC_MOVE);
            return blob;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private record Dictionary(String sha256, int depth, byte[] bytes) {}

    private @Nullable Dictionary dictionary(Blob blob, @Nullable String before) throws IOException {
        if (before == null
                || before.equals(blob.sha256())
                || !Files.exists(at(before))
                || blob.sizeBytes() > LARGEST_WITH_DICTIONARY) {
            return null;
        }
        String chosen = depth(before) < DEEPEST ? before : first(before);
        byte[] bytes = read(chosen);
        return bytes.length == 0 || bytes.length > LARGEST_WITH_DICTIONARY
                ? null
                : new Dictionary(chosen, depth(chosen) + 1, bytes);
    }

    private void write(Path raw, Path part, @Nullable Dictionary dictionary) throws IOException {
        try (var file = new BufferedOutputStream(Files.newOutputStream(part))) {
            if (dictionary != null) {
                file.write(REFERENCE);
                file.write(dictionary.depth());
                file.write(HexFormat.of().parseHex(dictionary.sha256()));
            }
            try (var out = new ZstdOutputStream(file, LEVEL)) {
                if (dictionary != null) {
                    out.setLong(WINDOW_LOG);
                    out.setDict(dictionary.bytes());
                }
                Files.copy(raw, out);
            }
        }
        // On disk before a row speaks of it.
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    InputStream open(String sha256) throws IOException {
        var file = new BufferedInputStream(Files.newInputStream(at(sha256)), 65_536);
        try {
            var reference = reference(file);
            var raw = new ZstdInputStream(file);
            if (reference != null) {
                raw.setLongMax(WINDOW_LOG);
                raw.setDict(read(reference.sha256()));
            }
            return raw;
        } catch (IOException fault) {
            file.close();
            throw fault;
        }
    }

    /// Bytes at rest, compressed; 0 for one that is not there.
    long storedBytes(String sha256) throws IOException {
        return Files.exists(at(sha256)) ? Files.size(at(sha256)) : 0;
    }

    private byte[] read(String sha256) throws IOException {
        try (InputStream raw = open(sha256)) {
            return raw.readAllBytes();
        }
    }

    private record Reference(int depth, String sha256) {}

    /// Reads past it, if there is one.
    private static @Nullable Reference reference(BufferedInputStream file) throws IOException {
        file.mark(HEADER);
        byte[] header = file.readNBytes(HEADER);
        boolean isReference =
                header.length == HEADER
                        && Arrays.equals(
                                header, 0, REFERENCE.length, REFERENCE, 0, REFERENCE.length);
        if (!isReference) {
            file.reset();
            return null;
        }
        return new Reference(
                header[REFERENCE.length],
                HexFormat.of().formatHex(header, REFERENCE.length + 1, HEADER));
    }

    private @Nullable Reference reference(String sha256) throws IOException {
        try (var file = new BufferedInputStream(Files.newInputStream(at(sha256)))) {
            return reference(file);
        }
    }

    private int depth(String sha256) throws IOException {
        var reference = reference(sha256);
        return reference == null ? 0 : reference.depth();
    }

    private String first(String sha256) throws IOException {
        String at = sha256;
        for (var next = reference(at); next != null; next = reference(at)) {
            at = next.sha256();
        }
        return at;
    }

    private Path at(String sha256) {
        return blobs.resolve(sha256.substring(0, 2)).resolve(sha256 + ".zst");
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
