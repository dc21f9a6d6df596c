package org.fairlead.cli.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;

/// What a JVM learned about its classes in an earlier run, so that it starts in half the time (AOT
/// cache, JEP 514).
///
/// A run asked to learn starts slower, and writes the cache when it ends, which takes a minute. A
/// missing or outdated cache only makes the start slower.
///
/// @param kept for all platforms of this checkout
/// @param draft of one platform
/// @param program the jar, or directory of jars, the cache belongs to
public record StartCache(Path kept, Path draft, Path program) {

    public static StartCache of(Site site, String part, Path program) {
        return new StartCache(
                site.workspace()
                        .root()
                        .resolve("cli/target/start-cache")
                        // A cache holds objects, so it belongs to the form of their headers.
                        .resolve("%s-%s-compact.aot".formatted(part, Runtime.version())),
                site.state().file(part).resolve("start-cache.draft"),
                program);
    }

    /// What to start the JVM with.
    ///
    /// @param isToLearn whether this run should write the cache if there is no current one
    public List<String> options(boolean isToLearn) {
        try {
            Files.deleteIfExists(mark());
            if (isCurrent()) {
                return List.of("-XX:AOTCache=" + kept);
            }
            if (!isToLearn) {
                return List.of();
            }
            Files.writeString(mark(), "");
            return List.of("-XX:AOTCacheOutput=" + draft);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Whether the run in progress writes the cache when it ends.
    public boolean isLearning() {
        return Files.exists(mark());
    }

    private Path mark() {
        return draft.resolveSibling(draft.getFileName() + ".begun");
    }

    /// Takes the draft of a run that has ended.
    public void keep() {
        try {
            Files.deleteIfExists(mark());
            if (!Files.exists(draft)) {
                return;
            }
            Files.createDirectories(kept.toAbsolutePath().getParent());
            var beside = kept.resolveSibling(kept.getFileName() + ".new");
            Files.move(draft, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    beside,
                    kept,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean isCurrent() throws IOException {
        return Files.exists(kept) && Files.getLastModifiedTime(kept).compareTo(built()) >= 0;
    }

    private FileTime built() throws IOException {
        if (!Files.isDirectory(program)) {
            return Files.getLastModifiedTime(program);
        }
        var newest = FileTime.fromMillis(0);
        try (var jars = Files.newDirectoryStream(program)) {
            for (var jar : jars) {
                var modified = Files.getLastModifiedTime(jar);
                newest = modified.compareTo(newest) > 0 ? modified : newest;
            }
        }
        return newest;
    }
}
