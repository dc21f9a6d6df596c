package org.fairlead.cases.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checkpoints as files, one each, never written twice: `checkpoint-000000001234.txt` is of 1,234
/// entries, and `.txt.tsr` beside it is its time stamp.
final class CheckpointFolder {

    private static final Pattern NAME = Pattern.compile("checkpoint-([0-9]{12})\\.txt");

    private final Path directory;

    CheckpointFolder(Path directory) {
        this.directory = directory;
    }

    static String name(long size) {
        return "checkpoint-%012d.txt".formatted(size);
    }

    /// The largest log there is a checkpoint of; 0 for none.
    long newest() throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (var files = Files.list(directory)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .max()
                    .orElse(0);
        }
    }

    Optional<String> read(long size) throws IOException {
        Path file = directory.resolve(name(size));
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    void write(long size, String note) throws IOException {
        put(name(size), note.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    void writeTimestamp(long size, byte[] response) throws IOException {
        put(name(size) + ".tsr", response);
    }

    boolean hasTimestamp(long size) {
        return Files.exists(directory.resolve(name(size) + ".tsr"));
    }

    /// Whole or not at all, whenever the process is killed.
    private void put(String name, byte[] content) throws IOException {
        Path file = directory.resolve(name);
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(directory);
        Path unfinished = Files.createTempFile(directory, name, ".unfinished");
        Files.write(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
