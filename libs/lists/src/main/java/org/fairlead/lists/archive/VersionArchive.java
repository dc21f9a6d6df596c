package org.fairlead.lists.archive;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Raw files by the SHA-256 of their bytes, compressed with zstd. A version of a list differs
/// little from the one before, which serves as its dictionary: what is kept of it is what changed,
/// a kilobyte or so. Which one that is, is said by [Chain] and [Reference].
///
/// Blocking. A file is there whole or not at all.
public final class VersionArchive {

    // A dictionary is held in memory whole.
    private static final long LARGEST_WITH_DICTIONARY = 48L << 20;

    /// The lowest level whose search reaches all of a dictionary rather than its newest parts: at 4
    /// a changed version took 137,000 bytes, at 9 it takes 500.
    private static final int LEVEL = 9;

    private static final int LEAST_WINDOW_LOG = 20;
    private static final int WINDOW_LOG = 27;
    private static final int HASH_LOG = 24;

    private final Path folder;
    private final Path spool;

    /// @param spool where files are written before they are whole; on the same file system
    public VersionArchive(Path folder, Path spool) {
        this.folder = folder;
        this.spool = spool;
    }

    /// A kept file: both are of the raw bytes.
    public record Kept(String sha256, long sizeBytes) {}

    /// A new empty file to write to; the caller deletes it.
    public Path newPart() throws IOException {
        Files.createDirectories(spool);
        return Files.createTempFile(spool, "list-", ".part");
    }

    /// Keeps a file for good before anything is said about it: what was seen stays seen.
    ///
    /// @param before the file's predecessor; absent for a list's first
    public Kept keep(Path raw, @Nullable String before) throws IOException {
        var kept = new Kept(digest(raw), Files.size(raw));
        if (has(kept.sha256())) {
            return kept;
        }
        Path part = newPart();
        try {
            write(raw, part, dictionary(kept, before));
            Files.createDirectories(at(kept.sha256()).getParent());
            Files.move(part, at(kept.sha256()), StandardCopyOption.ATOMIC_MOVE);
            return kept;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private record Dictionary(Reference reference, byte[] bytes) {}

    private @Nullable Dictionary dictionary(Kept file, @Nullable String before) throws IOException {
        if (before == null
                || before.equals(file.sha256())
                || !has(before)
                || file.sizeBytes() > LARGEST_WITH_DICTIONARY) {
            return null;
        }
        int place = place(before) + 1;
        if (place >= Chain.LENGTH) {
            return null;
        }
        String chosen = baseFrom(before, Chain.base(place));
        byte[] bytes = read(chosen);
        return bytes.length == 0 || bytes.length > LARGEST_WITH_DICTIONARY
                ? null
                : new Dictionary(new Reference(place, chosen), bytes);
    }

    /// The predecessor or what it rests on, at most at a place.
    private String baseFrom(String before, int place) throws IOException {
        String at = before;
        while (place(at) > place) {
            at = Objects.requireNonNull(reference(at)).sha256();
        }
        return at;
    }

    private static void write(Path raw, Path part, @Nullable Dictionary dictionary)
            throws IOException {
        try (var file = new BufferedOutputStream(Files.newOutputStream(part))) {
            if (dictionary != null) {
                dictionary.reference().writeTo(file);
            }
            try (var out = compressing(file, Files.size(raw), dictionary)) {
                Files.copy(raw, out);
            }
        }
        // On disk before a row speaks of it.
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static OutputStream compressing(
            OutputStream file, long size, @Nullable Dictionary dictionary) throws IOException {
        var out = new ZstdOutputStream(file, LEVEL);
        if (dictionary != null) {
            // Reaches over the whole dictionary and file, with a place to remember each byte at.
            int window = log(size + dictionary.bytes().length);
            out.setWindowLog(Math.clamp(window, LEAST_WINDOW_LOG, WINDOW_LOG));
            out.setHashLog(Math.clamp(window, LEAST_WINDOW_LOG, HASH_LOG));
            out.setChainLog(Math.clamp(window, LEAST_WINDOW_LOG, HASH_LOG));
            out.setDict(dictionary.bytes());
        }
        return out;
    }

    private static int log(long size) {
        return 64 - Long.numberOfLeadingZeros(Math.max(1, size - 1));
    }

    /// The raw bytes.
    public InputStream open(String sha256) throws IOException {
        var file = new BufferedInputStream(Files.newInputStream(at(sha256)), 65_536);
        try {
            var reference = Reference.readFrom(file);
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
    public long storedBytes(String sha256) throws IOException {
        return has(sha256) ? Files.size(at(sha256)) : 0;
    }

    /// How many other files are read to read this one: 17 at most.
    public int restsOn(String sha256) throws IOException {
        int count = 0;
        for (var next = reference(sha256); next != null; next = reference(next.sha256())) {
            count++;
        }
        return count;
    }

    private boolean has(String sha256) {
        return Files.exists(at(sha256));
    }

    private byte[] read(String sha256) throws IOException {
        try (InputStream raw = open(sha256)) {
            return raw.readAllBytes();
        }
    }

    private @Nullable Reference reference(String sha256) throws IOException {
        try (var file = new BufferedInputStream(Files.newInputStream(at(sha256)))) {
            return Reference.readFrom(file);
        }
    }

    private int place(String sha256) throws IOException {
        var reference = reference(sha256);
        return reference == null ? 0 : reference.place();
    }

    private Path at(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + ".zst");
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
