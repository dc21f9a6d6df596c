package org.fairlead.cli.platform;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.part.Part;
import org.fairlead.cli.process.Detached;
import org.fairlead.cli.process.PidFile;
import org.fairlead.cli.process.ProcessIdentity;
import org.fairlead.cli.state.StateDirectory;
import org.jspecify.annotations.Nullable;

/// Starts parts side by side, each as soon as what it needs is ready; all of them or none.
final class Starter {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration BEFORE_ANOTHER_ATTEMPT = Duration.ofSeconds(2);

    private final StateDirectory state;
    private final Progress progress;
    private final List<Part> started = new ArrayList<>();
    private final Object undoing = new Object();
    private volatile boolean abandoned;

    Starter(StateDirectory state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    void start(List<Part> parts) {
        // Ctrl-C in the middle must not leave half a platform.
        var undo = new Thread(this::undo);
        Runtime.getRuntime().addShutdownHook(undo);
        try {
            startAll(parts);
        } catch (Refusal refusal) {
            undo();
            throw refusal;
        } finally {
            forget(undo);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then the hook runs, as it should.
        }
    }

    /// Once, whether the failure or Ctrl-C comes first; the other waits for it.
    private void undo() {
        synchronized (undoing) {
            var begun = abandon();
            new Stopper(state, progress, true).stop(begun);
            started.removeAll(begun);
        }
    }

    /// From here on nothing is launched, so what is listed is all there is to stop.
    private synchronized List<Part> abandon() {
        abandoned = true;
        return List.copyOf(started);
    }

    /// A part and the moment it is ready, which others wait for.
    private record Turn(Part part, CompletableFuture<@Nullable Void> ready) {}

    private void startAll(List<Part> parts) {
        var turns = parts.stream().map(part -> new Turn(part, new CompletableFuture<>())).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var turn : turns) {
                threads.execute(() -> take(turn, turns));
            }
        }
        for (var turn : turns) {
            try {
                turn.ready().join();
            } catch (CompletionException failed) {
                throw refusal(failed);
            }
        }
    }

    private static Refusal refusal(CompletionException failed) {
        Throwable cause = failed;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof Refusal refusal
                ? refusal
                : new Refusal("Starting failed: " + cause, cause);
    }

    private void take(Turn turn, List<Turn> turns) {
        var part = turn.part();
        try {
            // What has no turn runs already.
            turns.stream()
                    .filter(other -> part.needs().contains(other.part().name()))
                    .forEach(other -> other.ready().join());
            var from = Instant.now();
            startPatiently(part);
            progress.done(part.name(), "ready", Duration.between(from, Instant.now()));
            turn.ready().complete(null);
        } catch (Exception failure) {
            abandoned = true;
            turn.ready().completeExceptionally(failure);
        }
    }

    private void startPatiently(Part part) throws Exception {
        for (var attempt = 1; ; attempt++) {
            part.prepare();
            var process = launch(part);
            if (becomesReady(part, process)) {
                part.complete();
                return;
            }
            if (attempt >= part.attempts()) {
                throw new Refusal(
                        "%s stopped while starting; its log says why: %s"
                                .formatted(part.name(), state.log(part.name())));
            }
            Thread.sleep(BEFORE_ANOTHER_ATTEMPT);
        }
    }

    private synchronized ProcessIdentity launch(Part part) throws IOException {
        if (abandoned) {
            throw new Refusal(part.name() + " was not started, because another part failed.");
        }
        started.add(part);
        var process = Detached.start(part.launch(), state.log(part.name()));
        var identity =
                ProcessIdentity.of(process.pid())
                        .orElseThrow(() ->
                                new Refusal(
                                        "%s stopped at once; its log says why: %s"
                                                .formatted(part.name(), state.log(part.name()))));
        new PidFile(state.pidFile(part.name())).write(identity);
        return identity;
    }

    /// @return `false` when the process ended instead
    private boolean becomesReady(Part part, ProcessIdentity process) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (process.isAlive()) {
            if (part.isReady()) {
                return true;
            }
            if (abandoned) {
                throw new Refusal(part.name() + " was stopped again, because another part failed.");
            }
            if (Instant.now().isAfter(deadline)) {
                throw new Refusal(
                        "%s was not ready after %d minutes; its log may say why: %s"
                                .formatted(
                                        part.name(), PATIENCE.toMinutes(), state.log(part.name())));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return false;
    }
}
