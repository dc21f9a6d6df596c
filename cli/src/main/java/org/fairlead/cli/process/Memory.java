package org.fairlead.cli.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Memory a process and its children occupy.
///
/// On Linux the proportional set size, in which pages shared by PostgreSQL's processes count once;
/// elsewhere the resident set size.
public final class Memory {

    private Memory() {}

    public static long bytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> kibibytes(each.pid()) << 10)
                .sum();
    }

    private static long kibibytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException unavailable) {
            return residentKibibytes(pid);
        }
    }

    private static long residentKibibytes(long pid) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            var said =
                    new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? 0 : Long.parseLong(said);
        } catch (IOException unavailable) {
            return 0;
        }
    }
}
