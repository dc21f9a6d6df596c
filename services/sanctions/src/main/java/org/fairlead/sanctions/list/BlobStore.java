package org.fairlead.sanctions.list;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;

/// Raw files by the SHA-256 of their bytes, compressed with zstd. Blocking: worker threads only.
@ApplicationScoped
class BlobStore {

    private final Path spool;
    private final Path blobs;
    private final long maxFileBytes;

    @Inject
    BlobStore(@ConfigProperty(name = "fairlead.state-dir") Path stateDir, ListConfig config) {
        this.spool = stateDir.resolve("spool");
        this.blobs = stateDir.resolve("blobs");
        this.maxFileBytes = config.maxFileBytes();
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

    /// Keeps the body for good before anything is said about it: what was seen stays seen.
    ///
    /// @throws ProblemException `too-large` beyond the configured size
    Blob keep(InputStream body) throws IOException {
        Files.createDirectories(spool);
        Path part = Files.createTempFile(spool, "list-", ".part");
        try {
            var digest = sha256();
            long size = compress(new DigestInputStream(body, digest), part);
            String sha256 = HexFormat.of().formatHex(digest.digest());
            move(part, at(sha256));
            return new Blob(sha256, size);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long compress(InputStream body, Path part) throws IOException {
        long size = 0;
        try (OutputStream out =
                new ZstdOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            var buffer = new byte[65_536];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > maxFileBytes) {
                    throw new ProblemException(
                            ServiceProblem.TOO_LARGE,
                            "A list's file may have %d bytes at most.".formatted(maxFileBytes));
                }
                out.write(buffer, 0, read);
            }
        }
        // On disk before a row speaks of it.
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return size;
    }

    private static void move(Path part, Path blob) throws IOException {
        Files.createDirectories(blob.getParent());
        Files.move(part, blob, StandardCopyOption.ATOMIC_MOVE);
    }

    InputStream open(String sha256) throws IOException {
        return new ZstdInputStream(Files.newInputStream(at(sha256)));
    }

    private Path at(String sha256) {
        return blobs.resolve(sha256.substring(0, 2)).resolve(sha256 + ".zst");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
