package org.fairlead.cli.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fairlead.cli.part.Part;
import org.fairlead.cli.process.PidFile;
import org.fairlead.cli.process.ProcessIdentity;
import org.fairlead.cli.state.StateDirectory;

/// Stops parts, those first that nothing else needs, and waits until they are gone.
final class Stopper {

    private static final Duration IN_A_HURRY = Duration.ofSeconds(10);

    private final StateDirectory state;
    private final Progress progress;
    private final boolean isHurried;

    /// @param isHurried whether somebody waits for a start that failed, and little is to be lost
    Stopper(StateDirectory state, Progress progress, boolean isHurried) {
        this.state = state;
        this.progress = progress;
        this.isHurried = isHurried;
    }

    void stop(List<Part> parts) {
        var left = new ArrayList<>(parts);
        while (!left.isEmpty()) {
            var unneeded = left.stream().filter(part -> isUnneeded(part, left)).toList();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                unneeded.forEach(part -> threads.execute(() -> stop(part)));
            }
            left.removeAll(unneeded);
        }
    }

    private static boolean isUnneeded(Part part, List<Part> among) {
        return among.stream().noneMatch(other -> other.needs().contains(part.name()));
    }

    private void stop(Part part) {
        var file = new PidFile(state.pidFile(part.name()));
        var running = file.running();
        if (running.isPresent()) {
            var from = Instant.now();
            var how = stop(part, running.get());
            progress.done(part.name(), how, Duration.between(from, Instant.now()));
            part.stopped();
        }
        file.remove();
    }

    private String stop(Part part, ProcessIdentity process) {
        part.stopSignal().send(process);
        if (ends(process, patienceWith(part))) {
            return "stopped";
        }
        process.handle().ifPresent(ProcessHandle::destroyForcibly);
        ends(process, part.stopPatience());
        return "killed";
    }

    private Duration patienceWith(Part part) {
        return isHurried ? IN_A_HURRY : part.stopPatience();
    }

    private static boolean ends(ProcessIdentity process, Duration within) {
        var deadline = Instant.now().plus(within);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            try {
                process.handle().ifPresent(handle -> awaitBriefly(handle));
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return !process.isAlive();
            }
        }
        return !process.isAlive();
    }

    private static void awaitBriefly(ProcessHandle handle) {
        try {
            handle.onExit().get(200, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | java.util.concurrent.ExecutionException stillThere) {
            // Looked at again by the caller.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
