package org.fairlead.ais.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Processor time of some threads of other processes, as Linux tells it: what the compiler and the
/// collector take beside them is another matter.
final class ThreadTime {

    /// Linux cuts a thread's name there.
    private static final int NAME_LENGTH = 15;

    /// `USER_HZ` of every Linux that Java runs on.
    private static final int TICK_MILLIS = 10;

    /// Fields of `/proc/PID/task/TID/stat` behind the name: time in user mode and in the kernel.
    private static final int USER = 11;

    private static final int KERNEL = 12;

    private ThreadTime() {}

    /// @param name the begin of the threads' names
    /// @return zero where there is no `/proc`
    static Duration of(List<Process> processes, String name) {
        String cut = name.substring(0, Math.min(NAME_LENGTH, name.length()));
        return processes.stream()
                .filter(Process::isAlive)
                .map(process -> Path.of("/proc", Long.toString(process.pid()), "task"))
                .filter(Files::isDirectory)
                .map(tasks -> ofTasks(tasks, cut))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration ofTasks(Path tasks, String cut) {
        try (var each = Files.list(tasks)) {
            return each.map(task -> ofTask(task.resolve("stat"), cut))
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Duration ofTask(Path stat, String cut) {
        try {
            String line = Files.readString(stat);
            int end = line.lastIndexOf(')');
            if (!line.substring(line.indexOf('(') + 1, end).startsWith(cut)) {
                return Duration.ZERO;
            }
            String[] fields = line.substring(end + 2).split(" ");
            long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[KERNEL]);
            return Duration.ofMillis(ticks * TICK_MILLIS);
        } catch (IOException ended) {
            return Duration.ZERO;
        }
    }
}
