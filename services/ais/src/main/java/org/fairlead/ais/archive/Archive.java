package org.fairlead.ais.archive;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.fairlead.ais.instance.Instance;

/// Files of raw sentences in this instance's state directory, compressed with zstd unless they came
/// compressed, each entered in a chain of hashes.
@ApplicationScoped
public class Archive {

    private static final int LEVEL = 3;

    private final ArchiveStore entries;
    private final Instance instance;
    private final Path directory;

    @Inject
    Archive(ArchiveStore entries, Instance instance) throws IOException {
        this.entries = entries;
        this.instance = instance;
        directory = instance.directory("archive");
    }

    /// Archives a file. Done when it is on disk and in the chain; the same again changes nothing.
    public Uni<Void> keep(ArchiveEntry.Item item, Path raw) throws IOException {
        String name =
                "%s-%s-%010d%s"
                        .formatted(
                                item.kind(),
                                item.subject(),
                                item.part(),
                                isCompressed(raw) ? "" : ".zst");
        String sha256 = store(raw, directory.resolve(name));
        long size = Files.size(directory.resolve(name));
        return entries.add(instance.id(), item, name, size, sha256);
    }

    private static boolean isCompressed(Path raw) throws IOException {
        try (var in = Files.newInputStream(raw)) {
            byte[] first = in.readNBytes(4);
            int two = first.length < 2 ? 0 : (first[0] & 0xff) << 8 | (first[1] & 0xff);
            return two == 0x1f8b || two == 0x28b5 || two == 0x504b;
        }
    }

    private static String store(Path raw, Path file) throws IOException {
        var digest = ArchiveEntry.newSha256();
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try (InputStream in = Files.newInputStream(raw);
                OutputStream out =
                        new DigestOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16),
                                digest)) {
            if (file.toString().endsWith(".zst")) {
                try (var zstd = new ZstdOutputStreamNoFinalizer(out, LEVEL)) {
                    in.transferTo(zstd);
                }
            } else {
                in.transferTo(out);
            }
        }
        try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return HexFormat.of().formatHex(digest.digest());
    }

    Path file(ArchiveEntry entry) {
        return directory.resolve(entry.file());
    }
}
