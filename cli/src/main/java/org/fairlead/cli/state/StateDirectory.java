package org.fairlead.cli.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Predicate;
import org.fairlead.cli.Refusal;
import org.jspecify.annotations.Nullable;

/// The directory that holds everything one local platform keeps: data, logs, secrets, process
/// files.
///
/// @param root created on demand, readable by its owner only
public record StateDirectory(Path root) {

    private static final long LEAST_USABLE_BYTES = 2L << 30;

    /// The directory named on the command line, else `FAIRLEAD_DATA`, else the XDG state directory.
    public static StateDirectory choose(@Nullable Path named, Map<String, String> environment) {
        return new StateDirectory(chosen(named, environment).toAbsolutePath().normalize());
    }

    private static Path chosen(@Nullable Path named, Map<String, String> environment) {
        if (named != null) {
            return named;
        }
        var data = environment.getOrDefault("FAIRLEAD_DATA", "");
        if (!data.isBlank()) {
            return Path.of(data);
        }
        var xdg = environment.getOrDefault("XDG_STATE_HOME", "");
        var state =
                xdg.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".local", "state")
                        : Path.of(xdg);
        return state.resolve("fairlead");
    }

    public boolean exists() {
        return Files.isDirectory(root);
    }

    public StateDirectory create() {
        try {
            directory(root);
            directory(runs());
            directory(logs());
        } catch (UncheckedIOException failure) {
            throw new Refusal(
                    "The data directory "
                            + root
                            + " cannot be written ("
                            + failure.getMessage()
                            + "); choose another with --data.",
                    failure);
        }
        return this;
    }

    /// Refuses to start where a first start could fill the disk half way.
    public void requireSpace() {
        var usable = root.toFile().getUsableSpace();
        if (usable < LEAST_USABLE_BYTES) {
            throw new Refusal(
                    "Only %d MB are free in %s and 2048 MB are needed; free some space or choose another place with --data."
                            .formatted(usable >> 20, root));
        }
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /// A directory of a part's own, created if missing.
    public Path directoryOf(String part) {
        return directory(root.resolve(part));
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path pidFile(String part) {
        return runs().resolve(part + ".pid");
    }

    /// Removes everything except the lock the caller holds.
    public void clear(Predicate<Path> keep) {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(root) && !keep.test(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path logs() {
        return root.resolve("logs");
    }

    private Path runs() {
        return root.resolve("run");
    }

    private static Path directory(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(
                        directory,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
