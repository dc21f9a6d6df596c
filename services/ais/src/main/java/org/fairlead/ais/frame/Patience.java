package org.fairlead.ais.frame;

import io.smallrye.mutiny.Uni;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.fairlead.messaging.event.Redelivery;
import org.jboss.logging.Logger;

/// Waits for work on a thread of its own, again and again while a part it needs is away.
public final class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long LONGEST_WAIT_MILLIS = 5_000;

    private final String who;
    private final BooleanSupplier isStopping;

    /// @param who for the log: `job 17`, `feed pier`
    public Patience(String who, BooleanSupplier isStopping) {
        this.who = who;
        this.isStopping = isStopping;
    }

    /// @throws InterruptedException when it is time to stop
    public <T> T insist(Supplier<Uni<T>> work) throws InterruptedException {
        for (long wait = FIRST_WAIT_MILLIS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS)) {
            try {
                return work.get().await().indefinitely();
            } catch (RuntimeException fault) {
                if (isStopping.getAsBoolean() || Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (!Redelivery.isPassing(fault)) {
                    throw fault;
                }
                LOG.warnf("%s waits for a part that is away cause=%s", who, fault);
            }
            Thread.sleep(wait);
        }
    }
}
