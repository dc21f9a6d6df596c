package org.fairlead.blobs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Blobs below a directory. Halves that a kill left behind are removed when the store is opened.
public final class DirectoryBlobStore implements BlobStore {

    private final Path root;
    private final Path incoming;

    public DirectoryBlobStore(Path root) throws IOException {
        this.root = Files.createDirectories(root);
        this.incoming = Files.createDirectories(root.resolve("incoming"));
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(incoming)) {
            for (Path half : halves) {
                Files.delete(half);
            }
        }
    }

    @Override
    public void put(BlobKey key, Path file) throws IOException {
        Path place = root.resolve(key.path());
        if (Files.exists(place)) {
            return;
        }
        Path half = incoming.resolve(UUID.randomUUID().toString());
        try {
            Files.copy(file, half);
            force(half, StandardOpenOption.WRITE);
            Path shelf = Objects.requireNonNull(place.getParent());
            Files.createDirectories(shelf);
            Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
            force(shelf, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /// On disk before anybody is told that it is kept: the bytes, and the directory's entry.
    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    @Override
    public OptionalLong size(BlobKey key) throws IOException {
        try {
            return OptionalLong.of(Files.size(root.resolve(key.path())));
        } catch (NoSuchFileException missing) {
            return OptionalLong.empty();
        }
    }

    @Override
    public Optional<InputStream> open(BlobKey key, long from, long length) throws IOException {
        try {
            var channel = FileChannel.open(root.resolve(key.path()), StandardOpenOption.READ);
            channel.position(from);
            return Optional.of(new Bounded(Channels.newInputStream(channel), length));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isReachable() {
        return Files.isWritable(root);
    }

    @Override
    public void close() {
        // nothing is held open
    }

    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            int value = super.read();
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0 && length > 0) {
                return -1;
            }
            int got = super.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(got, 0);
            return got;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(Math.min(bytes, left));
            left -= skipped;
            return skipped;
        }
    }
}
