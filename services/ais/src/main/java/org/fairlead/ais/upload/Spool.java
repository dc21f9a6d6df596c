package org.fairlead.ais.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.fairlead.ais.instance.Instance;

/// Uploaded files in the state directory. A file is whole or it is not there.
@ApplicationScoped
class Spool {

    private static final int CHUNK = 64 * 1024;

    private final Path directory;
    private final UUID instance;

    @Inject
    Spool(Instance instance) throws IOException {
        directory = instance.directory("uploads");
        this.instance = instance.id();
        removeHalfFiles();
    }

    /// Whose files these are: the same as long as the state directory is.
    UUID instance() {
        return instance;
    }

    private void removeHalfFiles() throws IOException {
        try (var files = Files.newDirectoryStream(directory, "*.part")) {
            for (Path half : files) {
                Files.delete(half);
            }
        }
    }

    /// Writes the stream to disk while hashing it.
    ///
    /// @throws TooLarge when it is longer than allowed; nothing stays on disk
    /// @throws SenderLeft when it broke off; nothing stays on disk
    Received receive(InputStream body, UUID id, long maxBytes) throws IOException {
        Path draft = directory.resolve(id + ".part");
        var digest = sha256();
        long size = 0;
        try {
            try (var out =
                    FileChannel.open(
                            draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                byte[] chunk = new byte[CHUNK];
                for (int read = SenderLeft.read(body, chunk, size);
                        read >= 0;
                        read = SenderLeft.read(body, chunk, size)) {
                    size += read;
                    if (size > maxBytes) {
                        throw new TooLarge();
                    }
                    digest.update(chunk, 0, read);
                    var bytes = ByteBuffer.wrap(chunk, 0, read);
                    while (bytes.hasRemaining()) {
                        out.write(bytes);
                    }
                }
                out.force(true);
            }
            Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
            return new Received(size, digest.digest());
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Of a file that is on disk already.
    static Received receivedAlready(Path file) throws IOException {
        var digest = sha256();
        long size = 0;
        try (var in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                size += read;
            }
        }
        return new Received(size, digest.digest());
    }

    Path file(UUID id) {
        return directory.resolve(id.toString());
    }

    void remove(UUID id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    record Received(long sizeBytes, byte[] digest) {

        String sha256() {
            return HexFormat.of().formatHex(digest);
        }
    }

    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
