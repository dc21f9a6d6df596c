package org.fairlead.ais.vessel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.messaging.outbox.Outbox;
import org.hibernate.reactive.mutiny.Mutiny;

/// Takes claims in. The same claims again change nothing; a change of what holds is published as
/// the next version.
@ApplicationScoped
public class VesselRegister {

    private static final int TRANSMITTERS_PER_TRANSACTION = 500;

    private final Mutiny.SessionFactory sessions;
    private final Outbox outbox;

    @Inject
    VesselRegister(Mutiny.SessionFactory sessions, Outbox outbox) {
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /// Call it on a Vert.x context.
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
        return before.chain(
                () -> sessions.withStatelessTransaction(session -> mergePart(session, part)));
    }

    private Uni<Void> mergePart(
            Mutiny.StatelessSession session, Map<Integer, List<IdentityClaim>> part) {
        var mmsis = List.copyOf(part.keySet());
        // Vessels first and in order: two instances then wait for each other instead of dying.
        return session.createSelectionQuery(
                        "from VesselEntity where mmsi in (:mmsis) order by mmsi",
                        VesselEntity.class)
                .setParameter("mmsis", mmsis)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .chain(vessels ->
                        session.createSelectionQuery(
                                        "from VesselIdentityEntity where mmsi in (:mmsis)",
                                        VesselIdentityEntity.class)
                                .setParameter("mmsis", mmsis)
                                .getResultList()
                                .chain(known ->
                                        session.createSelectionQuery(
                                                        "from VesselDraughtEntity"
                                                                + " where mmsi in (:mmsis)",
                                                        VesselDraughtEntity.class)
                                                .setParameter("mmsis", mmsis)
                                                .getResultList()
                                                .chain(draughts ->
                                                        write(
                                                                session,
                                                                new RegisterChange(
                                                                        part, vessels, known,
                                                                        draughts)))));
    }

    private Uni<Void> write(Mutiny.StatelessSession session, RegisterChange change) {
        return session.insertMultiple(change.newIdentities())
                .chain(() -> session.updateMultiple(change.changedIdentities()))
                .chain(() -> session.insertMultiple(change.newDraughts()))
                .chain(() -> session.updateMultiple(change.changedDraughts()))
                .chain(() -> session.insertMultiple(change.newVessels()))
                .chain(() -> session.updateMultiple(change.changedVessels()))
                .chain(() -> outbox.append(session, change.events()));
    }
}
