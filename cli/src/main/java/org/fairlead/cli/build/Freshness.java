package org.fairlead.cli.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a module's application is as new as the sources it is made of: its own, the libraries'
/// and the POMs.
public record Freshness(Workspace workspace) {

    private static final Set<String> MADE_BY_BUILDS =
            Set.of("target", "node_modules", "dist", "test-results", "playwright-report");

    public List<String> stale(List<String> modules) {
        var shared =
                newest(
                        workspace.root().resolve("pom.xml"),
                        sources(workspace.root().resolve("libs")));
        return modules.stream().filter(module -> isStale(module, shared)).toList();
    }

    private boolean isStale(String module, Instant shared) {
        var application = workspace.application(module);
        if (!Files.exists(application)) {
            return true;
        }
        var directory = workspace.module(module);
        var own = newest(directory.resolve("pom.xml"), newestUnder(directory.resolve("src/main")));
        var built = modified(application);
        return built.isBefore(own) || built.isBefore(shared);
    }

    /// Newest file of the libraries that reaches an application: tests do not.
    private static Instant sources(Path libraries) {
        if (!Files.isDirectory(libraries)) {
            return Instant.EPOCH;
        }
        try (var modules = Files.list(libraries)) {
            return modules.map(module ->
                            newest(
                                    module.resolve("pom.xml"),
                                    newestUnder(module.resolve("src/main"))))
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Instant newest(Path file, Instant other) {
        return Stream.of(modified(file), other).max(Instant::compareTo).orElseThrow();
    }

    private static Instant newestUnder(Path root) {
        if (!Files.isDirectory(root)) {
            return Instant.EPOCH;
        }
        var newest = new Newest();
        try {
            Files.walkFileTree(root, newest);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return newest.found;
    }

    private static Instant modified(Path file) {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Newest extends SimpleFileVisitor<Path> {

        private Instant found = Instant.EPOCH;

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            var name = String.valueOf(directory.getFileName());
            return MADE_BY_BUILDS.contains(name)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var modified = attributes.lastModifiedTime().toInstant();
            found = modified.isAfter(found) ? modified : found;
            return FileVisitResult.CONTINUE;
        }
    }
}
