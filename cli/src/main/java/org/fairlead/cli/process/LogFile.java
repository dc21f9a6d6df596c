package org.fairlead.cli.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The log of a part: appended to by the process, kept below a size by every command that passes
/// by.
public final class LogFile {

    private static final long LARGEST_BYTES = 20L << 20;
    private static final int TAIL_BYTES = 64 << 10;

    private LogFile() {}

    /// Moves an overgrown log to `.1` and begins anew.
    ///
    /// Copies and empties rather than renames, because a running process holds the file open for
    /// appending.
    public static void rotate(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > LARGEST_BYTES) {
                Files.copy(
                        log,
                        log.resolveSibling(log.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING);
                try (var file = new RandomAccessFile(log.toFile(), "rw")) {
                    file.setLength(0);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static List<String> tail(Path log, int lines) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var start = Math.max(0, file.length() - TAIL_BYTES);
            file.seek(start);
            var bytes = new byte[(int) (file.length() - start)];
            file.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
