package org.fairlead.cli.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts processes in a session of their own: they outlive the launcher and its terminal.
public final class Detached {

    private static final List<String> WITH_SETSID = List.of("setsid");
    // macOS has no setsid command, but ships Perl.
    private static final List<String> WITH_PERL =
            List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV");

    private Detached() {}

    public static Process start(Launch launch, Path log) throws IOException {
        LogFile.rotate(log);
        var command = new ArrayList<>(sessionLeader());
        command.addAll(launch.command());
        var builder =
                new ProcessBuilder(command)
                        .directory(launch.directory().toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(launch.environment());
        return builder.start();
    }

    private static List<String> sessionLeader() {
        return List.of("/usr/bin/setsid", "/bin/setsid").stream()
                        .map(Path::of)
                        .anyMatch(Files::isExecutable)
                ? WITH_SETSID
                : WITH_PERL;
    }
}
