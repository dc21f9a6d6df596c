package org.fairlead.cli.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser of the walk: one that is installed, else Debian's where we may install it.
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> ON_MACOS =
            List.of(
                    Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
                    Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private Chromium() {}

    static Optional<Path> find() {
        var directories = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1));
        var onPath =
                directories.flatMap(
                        directory -> NAMES.stream().map(name -> Path.of(directory, name)));
        return Stream.concat(onPath, ON_MACOS.stream()).filter(Files::isExecutable).findFirst();
    }

    /// Installs Debian's package where the user is root and there is an `apt-get`.
    static Optional<Path> install(Path log) throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))
                || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        apt(log, "update", "-q");
        apt(log, "install", "-q", "-y", "--no-install-recommends", "chromium");
        return find();
    }

    private static void apt(Path log, String... arguments)
            throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("apt-get"), Stream.of(arguments)).toList();
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.start().waitFor();
    }
}
