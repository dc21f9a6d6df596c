package org.fairlead.seas.water;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.fairlead.seas.shape.Shape;
import org.fairlead.seas.shape.Shapes;
import org.jspecify.annotations.Nullable;

/// The file that holds the land mask and both webs, mapped into memory as it lies.
///
/// Sixteen bytes of magic and version, the fingerprint of what it was built from, the length and
/// the CRC-32C of the rest; then {@link Sections}.
final class SeaFile {

    private static final byte[] MAGIC = "fairlead-seas-04".getBytes(StandardCharsets.US_ASCII);
    private static final int FINGERPRINT = 32;
    static final int HEAD = 64;

    /// A bucket of 2.56 nm: resolution 6 cells are 3.4 nm apart.
    private static final int WORLD_BUCKET_SHIFT = 8;

    /// A bucket of 0.64 nm: resolution 7 cells are 1.3 nm apart.
    private static final int THEATRE_BUCKET_SHIFT = 6;

    private SeaFile() {}

    /// SHA-256 over the sources a graph is built from and the version of the building: another
    /// fingerprint, another file.
    static byte[] fingerprint() {
        var digest = sha256();
        digest.update(MAGIC);
        for (String source : List.of("land.shapes", "gates.csv", "blocked.csv")) {
            try (var in = SeaFile.class.getResourceAsStream(source)) {
                digest.update(java.util.Objects.requireNonNull(in, source).readAllBytes());
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
        return digest.digest();
    }

    static void build(Path file) throws IOException {
        var shapes = Shapes.read(LandMask.class, "land.shapes");
        build(file, shapes, null);
    }

    /// @param only the part of the sea to build, for tests; absent for all of it
    static void build(Path file, List<Shape> shapes, @Nullable Window only) throws IOException {
        var land = LandMask.of(shapes);
        var cells = new Cells(land);
        var builder = new WebBuilder(cells, new Sight(land, Gates.blocked()));
        var directory = java.util.Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(directory);
        // Of its own, so that two that build at once do not write into one another's file.
        var part = Files.createTempFile(directory, "seas-", ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                write(out, land, builder, cells, shapes, only);
            }
            seal(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(
            OutputStream out,
            LandMask land,
            WebBuilder builder,
            Cells cells,
            List<Shape> shapes,
            @Nullable Window only)
            throws IOException {
        out.write(new byte[HEAD]);
        var sections = new Sections.Writer(out);
        land.write(sections);
        var world = only == null ? cells.world(shapes) : cells.window(only);
        Landmarks.write(builder.build(world, only), WORLD_BUCKET_SHIFT, sections);
        var theatre = cells.window(only == null ? Window.THEATRE : only);
        Landmarks.write(builder.build(theatre, Window.THEATRE), THEATRE_BUCKET_SHIFT, sections);
        out.flush();
    }

    private static void seal(Path part) throws IOException {
        try (var channel =
                FileChannel.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
            head.put(MAGIC).put(fingerprint()).putLong(channel.size()).putLong(checksum(channel));
            channel.write(head.flip(), 0);
            channel.force(true);
        }
    }

    /// @throws SeaFileException when the file is missing, of other sources, cut off or damaged
    static MemorySegment map(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            check(channel, file);
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        } catch (IOException fault) {
            throw new SeaFileException("The sea graph " + file + " cannot be read.", fault);
        }
    }

    static boolean isCurrent(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var head = head(channel);
            return !head.hasRemaining()
                    && starts(head, MAGIC, 0)
                    && starts(head, fingerprint(), MAGIC.length)
                    && head.getLong(MAGIC.length + FINGERPRINT) == channel.size();
        } catch (IOException missing) {
            return false;
        }
    }

    private static ByteBuffer head(FileChannel channel) throws IOException {
        var head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        while (head.hasRemaining() && channel.read(head, head.position()) > 0) {}
        return head;
    }

    private static void check(FileChannel channel, Path file) throws IOException {
        var head = head(channel);
        if (head.hasRemaining() || !starts(head, MAGIC, 0)) {
            throw new SeaFileException(file + " is no sea graph of this version.");
        }
        if (!starts(head, fingerprint(), MAGIC.length)) {
            throw new SeaFileException(file + " was built from other sources.");
        }
        long size = head.getLong(MAGIC.length + FINGERPRINT);
        long checksum = head.getLong(MAGIC.length + FINGERPRINT + 8);
        if (size != channel.size() || checksum != checksum(channel)) {
            throw new SeaFileException(file + " is damaged: its checksum differs.");
        }
    }

    private static boolean starts(ByteBuffer head, byte[] wanted, int at) {
        byte[] found = new byte[wanted.length];
        head.get(at, found);
        return MessageDigest.isEqual(found, wanted);
    }

    private static long checksum(FileChannel channel) throws IOException {
        var checksum = new CRC32C();
        var mapped = channel.map(FileChannel.MapMode.READ_ONLY, HEAD, channel.size() - HEAD);
        checksum.update(mapped);
        return checksum.getValue();
    }

    /// Over the whole file, in hexadecimal: two builds of the same sources have the same.
    static String sha256(Path file) throws IOException {
        var digest = sha256();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            digest.update(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
