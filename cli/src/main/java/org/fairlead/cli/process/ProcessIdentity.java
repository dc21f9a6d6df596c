package org.fairlead.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A process id together with what tells this process from a later one with the same id.
///
/// @param birth on Linux the boot id and start tick of `proc(5)`; elsewhere the start time in
///   milliseconds
public record ProcessIdentity(long pid, String birth) {

    public static Optional<ProcessIdentity> of(long pid) {
        return birthOf(pid).map(birth -> new ProcessIdentity(pid, birth));
    }

    /// Whether this very process still runs; a zombie nobody waited for does not.
    public boolean isAlive() {
        return birthOf(pid).filter(birth::equals).isPresent();
    }

    /// The live process, empty once it ended or its id went to another.
    public Optional<ProcessHandle> handle() {
        return isAlive() ? ProcessHandle.of(pid) : Optional.empty();
    }

    private static Optional<String> birthOf(long pid) {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                var boot = bootId();
                return birthIn(Files.readString(stat)).map(tick -> boot + ":" + tick);
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .map(start -> Long.toString(start.toEpochMilli()));
    }

    /// Field 22 of a `stat` line, the start tick; empty for a dead process still listed (`proc(5)`,
    /// states Z and X).
    static Optional<String> birthIn(String stat) {
        // The second field is the command in parentheses and may itself hold spaces and
        // parentheses.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var state = fields[0];
        return state.equals("Z") || state.equals("X") ? Optional.empty() : Optional.of(fields[19]);
    }

    private static String bootId() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }
}
