package org.fairlead.ais.upload;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.ais.instance.Instance;

/// Files that are arriving in pieces, in the state directory: the bytes that have come, and beside
/// them what was said of the file. Those that nobody went on with for a week are forgotten.
@ApplicationScoped
class PartialFiles {

    private static final int CHUNK = 64 * 1024;
    private static final Duration KEPT_FOR = Duration.ofDays(7);

    private final Path directory;
    private final ObjectMapper json;

    @Inject
    PartialFiles(Instance instance, ObjectMapper json) throws IOException {
        this.directory = instance.directory("partial-uploads");
        this.json = json;
    }

    /// What became of a piece.
    sealed interface Outcome {
        record Grown(long offset) implements Outcome {}

        /// It does not begin where the file ends.
        record Elsewhere(long offset) implements Outcome {}

        /// It is longer than what was announced.
        record TooLong(long offset) implements Outcome {}

        /// The sender went away; what had come stays, and counts.
        record BrokenOff(long offset) implements Outcome {}

        /// Another piece is arriving at this moment.
        record Busy() implements Outcome {}
    }

    void begin(PartialUpload upload) throws IOException {
        forgetOld();
        Files.createFile(bytes(upload.id()));
        Files.write(facts(upload.id()), json.writeValueAsBytes(upload));
    }

    Optional<PartialUpload> find(UUID id) throws IOException {
        return Files.exists(facts(id))
                ? Optional.of(json.readValue(Files.readAllBytes(facts(id)), PartialUpload.class))
                : Optional.empty();
    }

    long offset(UUID id) throws IOException {
        return Files.size(bytes(id));
    }

    /// Adds a piece.
    Outcome append(PartialUpload upload, long offset, InputStream body) throws IOException {
        try (var out =
                        FileChannel.open(
                                bytes(upload.id()),
                                StandardOpenOption.WRITE,
                                StandardOpenOption.APPEND);
                FileLock lock = lock(out)) {
            if (lock == null) {
                return new Outcome.Busy();
            }
            long size = out.size();
            if (size != offset) {
                return new Outcome.Elsewhere(size);
            }
            byte[] chunk = new byte[CHUNK];
            try {
                for (int read = SenderLeft.read(body, chunk, size);
                        read >= 0;
                        read = SenderLeft.read(body, chunk, size)) {
                    if (size + read > upload.length()) {
                        return new Outcome.TooLong(size);
                    }
                    var piece = ByteBuffer.wrap(chunk, 0, read);
                    while (piece.hasRemaining()) {
                        out.write(piece);
                    }
                    size += read;
                }
            } catch (SenderLeft left) {
                return new Outcome.BrokenOff(left.arrivedBytes());
            } finally {
                out.force(true);
            }
            return new Outcome.Grown(size);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel out)
            throws IOException {
        try {
            return out.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    /// Hands the whole file over.
    void moveTo(UUID id, Path spooled) throws IOException {
        Files.move(bytes(id), spooled, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(facts(id));
    }

    void remove(UUID id) throws IOException {
        Files.deleteIfExists(bytes(id));
        Files.deleteIfExists(facts(id));
    }

    private void forgetOld() throws IOException {
        var before = Instant.now().minus(KEPT_FOR);
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Path bytes(UUID id) {
        return directory.resolve(id + ".bytes");
    }

    private Path facts(UUID id) {
        return directory.resolve(id + ".json");
    }
}
