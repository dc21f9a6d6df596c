package org.fairlead.ais.frame;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Works off what it is handed, in order, on a thread of its own, while who hands it goes on. After
/// a fault nothing more is worked off, and the fault comes out where the next is handed over.
public final class Follower implements AutoCloseable {

    /// What is handed over.
    public interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

    private final ExecutorService thread;
    private final Semaphore room;
    private final int most;
    private volatile @Nullable Throwable fault;

    /// @param name of its thread
    /// @param most weight that may wait or be worked on; handing over waits for room
    public Follower(String name, int most) {
        this.most = most;
        room = new Semaphore(most);
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
    }

    /// Waits until there is room. One piece of work always has it, whatever it weighs.
    public void hand(int weight, Work work) throws IOException, InterruptedException {
        int taken = Math.clamp(weight, 1, most);
        room.acquire(taken);
        try {
            check();
        } catch (IOException | InterruptedException | RuntimeException failed) {
            room.release(taken);
            throw failed;
        }
        thread.execute(() -> work(work, taken));
    }

    private void work(Work work, int taken) {
        try {
            if (fault == null) {
                work.run();
            }
        } catch (IOException | InterruptedException | RuntimeException | Error failed) {
            fault = failed;
        } finally {
            room.release(taken);
        }
    }

    /// Whether nothing waits and nothing is worked on.
    public boolean isIdle() {
        return room.availablePermits() == most;
    }

    /// Waits until everything is worked off.
    public void finish() throws IOException, InterruptedException {
        room.acquire(most);
        room.release(most);
        check();
    }

    /// Throws what went wrong.
    public void check() throws IOException, InterruptedException {
        switch (fault) {
            case null -> {}
            case IOException failed -> throw failed;
            case InterruptedException failed -> throw failed;
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case Throwable failed -> throw new IllegalStateException(failed);
        }
    }

    /// What was not worked off is left; what is being worked on is interrupted.
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a thread does not end and is left alone");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
