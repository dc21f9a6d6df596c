package org.fairlead.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.fairlead.cli.platform.PartStatus;
import org.fairlead.cli.platform.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Show every part; the exit code is not 0 unless all are ready.")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-12s %-8s %-6s %-14s %-10s %s%n";
    private static final int SOMETHING_IS_DOWN = 3;

    @Mixin private PlatformOptions options = new PlatformOptions();

    @Override
    public Integer call() {
        var all = options.existing(new Progress(System.out)).status();
        System.out.printf(ROW, "part", "pid", "port", "state", "uptime", "memory");
        all.forEach(StatusCommand::print);
        var total = all.stream().mapToLong(PartStatus::memoryBytes).sum();
        System.out.printf(ROW, "", "", "", "", "", megabytes(total));
        return all.stream().allMatch(each -> each.state() == PartStatus.State.READY)
                ? 0
                : SOMETHING_IS_DOWN;
    }

    private static void print(PartStatus status) {
        System.out.printf(
                ROW,
                status.part(),
                status.pid().map(Object::toString).orElse("-"),
                status.port(),
                status.state().word(),
                status.pid().isPresent() ? words(status.uptime()) : "-",
                status.pid().isPresent() ? megabytes(status.memoryBytes()) : "-");
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    static String words(Duration duration) {
        if (duration.toHours() >= 1) {
            return "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart());
        }
        return duration.toMinutes() >= 1
                ? "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                : duration.toSeconds() + " s";
    }
}
