package org.fairlead.cli.decode;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fairlead.nmea.field.Rendering;
import org.jspecify.annotations.Nullable;

/// One call of `./fairlead decode`.
///
/// @param files names, `-` for standard input
/// @param format `jsonl` or `csv`
/// @param rejects where rejected lines go; absent: standard error
public record DecodeJob(
        List<String> files,
        String format,
        Rendering rendering,
        Set<Integer> types,
        Set<Integer> mmsis,
        @Nullable Path rejects,
        boolean isQuiet,
        boolean isStrict) {

    public static final int READ = 0;
    public static final int UNREADABLE = 1;
    public static final int REJECTED = 3;

    private static final int BUFFER = 1 << 16;

    public DecodeJob {
        files = List.copyOf(files);
        types = Set.copyOf(types);
        mmsis = Set.copyOf(mmsis);
    }

    /// @return the exit code
    public int run() throws IOException {
        // Not System.out, which swallows that nobody reads any more.
        try (var out = new FileOutputStream(FileDescriptor.out);
                var told = rejectsTo()) {
            return run(out, System.err, told);
        }
    }

    int run(OutputStream out, PrintStream messages, PrintStream told) throws IOException {
        var buffered = new BufferedOutputStream(out, BUFFER);
        var writer =
                format.equals("csv")
                        ? new Csv(rendering, buffered)
                        : new JsonLines(rendering, buffered);
        var rejected = new Rejects(told, !isQuiet || rejects != null);
        var progress =
                new ProgressBar(messages, !isQuiet && Boolean.getBoolean("fairlead.progress"));
        var decoding = new Decoding(writer, rejected, messages, progress, types, mmsis);
        try {
            for (var file : files) {
                decoding.decode(file, files.size() > 1);
            }
        } catch (Decoding.OutputClosed closed) {
            return READ; // as with `| head`: whoever wanted the output has enough of it
        }
        if (!isQuiet) {
            decoding.summarise();
        }
        if (decoding.unreadable() > 0) {
            return UNREADABLE;
        }
        return isStrict && rejected.count() > 0 ? REJECTED : READ;
    }

    private PrintStream rejectsTo() throws IOException {
        return rejects == null
                ? new PrintStream(
                        new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8)
                : new PrintStream(
                        new BufferedOutputStream(Files.newOutputStream(rejects), BUFFER),
                        false,
                        StandardCharsets.UTF_8);
    }
}
