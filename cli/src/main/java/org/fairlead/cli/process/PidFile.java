package org.fairlead.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Remembers the process of a part from one command to the next: id and birth, one line each.
public record PidFile(Path file) {

    public void write(ProcessIdentity process) {
        try {
            Files.writeString(file, process.pid() + "\n" + process.birth() + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What the file says, whether or not that process still runs; a damaged file says nothing.
    public Optional<ProcessIdentity> read() {
        try {
            var lines = Files.readAllLines(file);
            return lines.size() == 2
                    ? Optional.of(new ProcessIdentity(Long.parseLong(lines.get(0)), lines.get(1)))
                    : Optional.empty();
        } catch (NoSuchFileException | NumberFormatException nothing) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Optional<ProcessIdentity> running() {
        return read().filter(ProcessIdentity::isAlive);
    }

    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
