package org.fairlead.ais.vessel;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.messaging.outbox.Outbox;

/// Takes claims in. The same claims again change nothing; a change of what holds is published as
/// the next version.
@ApplicationScoped
public class VesselRegister {

    private static final int TRANSMITTERS_PER_TRANSACTION = 1_000;
    private static final int TRIES = 5;

    private final Pool pool;
    private final Outbox outbox;

    @Inject
    VesselRegister(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /// Another instance heard one of the transmitters for the first time at the same moment; once
    /// it has written her, her row can be waited for.
    private static final class HeardElsewhere extends RuntimeException {

        private HeardElsewhere() {
            super("a transmitter was entered by another instance at the same time");
        }
    }

    public Uni<Void> merge(List<IdentityClaim> claims) {
        var byMmsi = new TreeMap<Integer, List<IdentityClaim>>();
        claims.forEach(
                claim -> byMmsi.computeIfAbsent(claim.mmsi(), any -> new ArrayList<>()).add(claim));
        Uni<Void> all = Uni.createFrom().voidItem();
        var part = new TreeMap<Integer, List<IdentityClaim>>();
        for (var entry : byMmsi.entrySet()) {
            part.put(entry.getKey(), entry.getValue());
            if (part.size() == TRANSMITTERS_PER_TRANSACTION) {
                all = then(all, part);
                part = new TreeMap<>();
            }
        }
        return part.isEmpty() ? all : then(all, part);
    }

    private Uni<Void> then(Uni<Void> before, Map<Integer, List<IdentityClaim>> part) {
        return before.chain(() ->
                pool.withTransaction(connection -> mergePart(connection, part))
                        .onFailure(HeardElsewhere.class)
                        .retry()
                        .atMost(TRIES));
    }

    private Uni<Void> mergePart(SqlConnection connection, Map<Integer, List<IdentityClaim>> part) {
        return RegisterStore.there(connection, part.keySet())
                // Hundreds of events would hold up the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(there -> new RegisterChange(part, there))
                .chain(change -> write(connection, change));
    }

    private Uni<Void> write(SqlConnection connection, RegisterChange change) {
        return RegisterStore.write(connection, change)
                .chain(isWritten ->
                        isWritten
                                ? outbox.append(connection, change.events())
                                : Uni.createFrom().failure(new HeardElsewhere()));
    }
}
