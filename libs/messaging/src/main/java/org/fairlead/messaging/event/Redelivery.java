package org.fairlead.messaging.event;

import com.fasterxml.jackson.core.JacksonException;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/// Tells a database that is away (wait for it) from an event that cannot be handled (set it aside).
public final class Redelivery {

    private static final Logger LOG = Logger.getLogger(Redelivery.class);

    /// SQLSTATE classes that pass by themselves: connection, resources, operator intervention,
    /// transaction rolled back (PostgreSQL manual, appendix A).
    private static final Set<String> PASSING = Set.of("08", "53", "57", "40");

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int TRIES_OF_OTHER_FAULTS = 2;

    private Redelivery() {}

    /// Runs the work until it succeeds or fails for good. Use it around one event's whole
    /// transaction; the failure it ends with sends the record to the dead-letter topic.
    public static Uni<Void> untilHandled(Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .onFailure(fault -> !isPassing(fault) && !(fault instanceof UnprocessableEvent))
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .atMost(TRIES_OF_OTHER_FAULTS)
                .onFailure(Redelivery::isPassing)
                .invoke(fault -> LOG.warnf("event waits for a part that is away cause=%s", fault))
                .onFailure(Redelivery::isPassing)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    public static boolean isPassing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            // Jackson's faults are IOExceptions, and no waiting makes the text they name readable.
            if (cause instanceof UnprocessableEvent || cause instanceof JacksonException) {
                return false;
            }
            if (cause instanceof PgException pg) {
                String state = pg.getSqlState();
                return state != null
                        && state.length() == 5
                        && PASSING.contains(state.substring(0, 2));
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof RetriableException) {
                return true;
            }
            String message = cause.getMessage();
            if (message != null
                    && (message.contains("Connection is closed")
                            || message.contains("connection may have been lost")
                            || message.contains("Failed to read any response from the server")
                            || message.contains("Pool closed"))) {
                return true;
            }
        }
        return false;
    }
}
