package org.fairlead.cases.blob;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fairlead.proof.bag.Content;

/// Blobs in a directory: `<team>/<first two digits>/<SHA-256>`. What is received lies in
/// `receiving` until it is kept.
@ApplicationScoped
class FileBlobs implements Blobs {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final Pattern TEAM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Path directory;

    @Inject
    FileBlobs(BlobConfig config) {
        this(config.directory());
    }

    FileBlobs(Path directory) {
        this.directory = directory;
    }

    private record Spooled(Path file, String sha256, long sizeBytes, List<String> warnings)
            implements Received {}

    @Override
    public Received receive(InputStream body, long largestBytes) throws IOException {
        Path file =
                Files.createDirectories(directory.resolve("receiving"))
                        .resolve(UUID.randomUUID().toString());
        try {
            return spool(body, largestBytes, file);
        } catch (IOException | RuntimeException fault) {
            Files.deleteIfExists(file);
            throw fault;
        }
    }

    private static Spooled spool(InputStream body, long largestBytes, Path file)
            throws IOException {
        MessageDigest digest = sha256();
        var glance = new Glance();
        long size = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (var out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > largestBytes) {
                    throw new TooLarge(largestBytes);
                }
                digest.update(buffer, 0, read);
                glance.pass(buffer, read);
                var bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return new Spooled(
                file, HexFormat.of().formatHex(digest.digest()), size, glance.warnings());
    }

    @Override
    public void keep(String team, Received received) throws IOException {
        Path spooled = ((Spooled) received).file();
        Path target = place(team, received.sha256());
        Files.createDirectories(target.getParent());
        try {
            if (Files.exists(target)) {
                Files.deleteIfExists(spooled);
            } else {
                Files.move(spooled, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (FileAlreadyExistsException sameBytes) {
            Files.deleteIfExists(spooled);
        }
    }

    @Override
    public void discard(Received received) throws IOException {
        Files.deleteIfExists(((Spooled) received).file());
    }

    @Override
    public Content open(String team, String sha256) {
        return Content.of(place(team, sha256));
    }

    @Override
    public void delete(String team, String sha256) throws IOException {
        Files.deleteIfExists(place(team, sha256));
    }

    private Path place(String team, String sha256) {
        if (!TEAM.matcher(team).matches() || !SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("no place for %s/%s".formatted(team, sha256));
        }
        return directory.resolve(team).resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
