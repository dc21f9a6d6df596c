package org.fairlead.bench.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/// A decoder that is no part of this project, as a command that reads a log from its standard input
/// and may write what it likes.
///
/// It is given the same log as ours, often enough that its processor time is a second or so. What
/// it takes for a log without lines is not counted, nor what `cat` takes for the same log: ours
/// starts and reads the log before it is measured too.
final class OtherDecoder implements AutoCloseable {

    private static final double ENOUGH_SECONDS = 1;

    /// So that a fast one is not given gigabytes.
    private static final int MOST_COPIES = 40;

    /// Runs it and prints what it used: `times` knows the shell's own on its first line, that of
    /// its children on the second.
    private static final String SCRIPT = "{ %s\n} < \"$1\" > /dev/null 2>&1 || exit; times";

    private static final Pattern TIMES =
            Pattern.compile("(\\d+)m([\\d.]+)s\\s+(\\d+)m([\\d.]+)s\\s*$");

    private final String command;
    private final Path log;
    private final Path empty;
    private int copies = 1;
    private double otherSeconds;

    private OtherDecoder(String command) throws IOException {
        this.command = command;
        empty = Files.createTempFile("fairlead-decode", ".nmea");
        log = Files.createTempFile("fairlead-decode", ".nmea");
    }

    /// @param command as one types it into a shell
    /// @param length of the log
    static OtherDecoder over(byte[] log, int length, String command)
            throws IOException, InterruptedException {
        var other = new OtherDecoder(command);
        try {
            other.prepare(log, length);
            return other;
        } catch (IOException | InterruptedException e) {
            other.close();
            throw e;
        }
    }

    private void prepare(byte[] bytes, int length) throws IOException, InterruptedException {
        append(bytes, length, 1);
        otherSeconds = secondsOver(empty, command);
        var once = Math.max(0.01, secondsOver(log, command) - otherSeconds);
        copies = (int) Math.clamp(Math.ceil(ENOUGH_SECONDS / once), 1, MOST_COPIES);
        append(bytes, length, copies - 1);
        otherSeconds += Math.max(0, secondsOver(log, "cat") - secondsOver(empty, "cat"));
    }

    private void append(byte[] bytes, int length, int times) throws IOException {
        try (var out = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
            for (var i = 0; i < times; i++) {
                out.write(bytes, 0, length);
            }
        }
    }

    /// Processor time for the log once, in user and system mode.
    double seconds() throws IOException, InterruptedException {
        return Math.max(1e-9, secondsOver(log, command) - otherSeconds) / copies;
    }

    private double secondsOver(Path input, String command)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("sh", "-c", SCRIPT.formatted(command), "sh", input.toString())
                        .redirectInput(ProcessBuilder.Redirect.from(empty.toFile()))
                        .redirectErrorStream(true)
                        .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var status = process.waitFor();
        if (status != 0) {
            throw new IOException(
                    "the decoder beside, %s, ended with %d; it is to read a log from its standard input"
                            .formatted(command, status));
        }
        return childSeconds(told);
    }

    /// @param told the two lines of the shell's `times`
    static double childSeconds(String told) throws IOException {
        var found = TIMES.matcher(told);
        if (!found.find()) {
            throw new IOException("the shell did not say what time its children took: " + told);
        }
        return 60 * Double.parseDouble(found.group(1))
                + Double.parseDouble(found.group(2))
                + 60 * Double.parseDouble(found.group(3))
                + Double.parseDouble(found.group(4));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(log);
        Files.deleteIfExists(empty);
    }
}
