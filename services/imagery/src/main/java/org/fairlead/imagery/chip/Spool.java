package org.fairlead.imagery.chip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// Pictures on their way in, on disk and never in memory. What a kill leaves is removed at the next
/// start.
@ApplicationScoped
class Spool {

    private static final int CHUNK = 64 * 1024;

    private final Path directory;

    @Inject
    Spool(ChipConfig config) throws IOException {
        directory = Files.createDirectories(config.directory().resolve("spool"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    /// A body that was read to its end; whoever holds it closes it, and the file is gone.
    record Received(Path file, long sizeBytes, String sha256) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("longer than allowed", null, false, false);
        }
    }

    Received receive(InputStream body, long mostBytes) throws IOException, TooLarge {
        Path file = directory.resolve(UUID.randomUUID().toString());
        boolean isWhole = false;
        try (var out = Files.newOutputStream(file)) {
            MessageDigest digest = sha256();
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int got = body.read(chunk); got >= 0; got = body.read(chunk)) {
                size += got;
                if (size > mostBytes) {
                    throw new TooLarge();
                }
                digest.update(chunk, 0, got);
                out.write(chunk, 0, got);
            }
            isWhole = true;
            return new Received(file, size, HexFormat.of().formatHex(digest.digest()));
        } finally {
            if (!isWhole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
