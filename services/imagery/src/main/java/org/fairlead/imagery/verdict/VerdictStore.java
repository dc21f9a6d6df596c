package org.fairlead.imagery.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.imagery.Association;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.messaging.outbox.Outbox;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Verdicts in the database: the newest, and every version, each told once.
@ApplicationScoped
public class VerdictStore {

    private final Outbox outbox;
    private final ObjectMapper json;

    @Inject
    VerdictStore(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    Uni<List<Verdict>> ofSighting(Mutiny.StatelessSession session, UUID sightingId) {
        return newest(session, "sightingId = :value", sightingId);
    }

    Uni<List<Verdict>> ofSilence(Mutiny.StatelessSession session, UUID silenceId) {
        return newest(session, "silenceId = :value", silenceId);
    }

    private Uni<List<Verdict>> newest(
            Mutiny.StatelessSession session, String condition, Object value) {
        return session.createSelectionQuery(
                        "from VerdictEntity where " + condition, VerdictEntity.class)
                .setParameter("value", value)
                .getResultList()
                .map(rows -> rows.stream().map(row -> read(row.record)).toList());
    }

    public Uni<Optional<Verdict>> find(Mutiny.StatelessSession session, UUID id) {
        return session.get(VerdictEntity.class, id)
                .map(row -> Optional.ofNullable(row).map(found -> read(found.record)));
    }

    /// Newest first.
    Uni<List<Verdict>> versions(Mutiny.StatelessSession session, UUID id) {
        return session.createSelectionQuery(
                        "from VerdictVersionEntity where verdictId = :id order by version desc",
                        VerdictVersionEntity.class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream().map(row -> read(row.record)).toList());
    }

    Uni<List<Verdict>> ofVessel(
            Mutiny.StatelessSession session, String mmsi, @Nullable Place after, int limit) {
        var query =
                session.createSelectionQuery(
                        "from VerdictEntity where mmsi = :mmsi"
                                + (after == null
                                        ? ""
                                        : " and (reachedAt < :time or (reachedAt = :time and id < :id))")
                                + " order by reachedAt desc, id desc",
                        VerdictEntity.class);
        query = query.setParameter("mmsi", mmsi);
        if (after != null) {
            query = query.setParameter("time", after.reachedAt()).setParameter("id", after.id());
        }
        return query.setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(row -> read(row.record)).toList());
    }

    /// Where a page of a vessel's verdicts ended.
    record Place(java.time.Instant reachedAt, UUID id) {}

    /// How many consistent silences of other vessels each sighting has.
    Uni<Map<UUID, Integer>> consistentOfOthers(
            Mutiny.StatelessSession session, Collection<UUID> sightingIds, String mmsi) {
        if (sightingIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createSelectionQuery(
                        "select sightingId, count(*) from VerdictEntity where sightingId in :ids"
                                + " and outcome = 'consistent' and mmsi <> :mmsi group by sightingId",
                        Object[].class)
                .setParameter("ids", List.copyOf(sightingIds))
                .setParameter("mmsi", mmsi)
                .getResultList()
                .map(rows -> {
                    var counts = new HashMap<UUID, Integer>();
                    rows.forEach(row -> counts.put((UUID) row[0], ((Long) row[1]).intValue()));
                    return counts;
                });
    }

    /// What people say of a sighting and a ship becomes part of the next version of their verdicts,
    /// so that a case in which one is an exhibit hears of it.
    public Uni<Void> associated(Mutiny.StatelessSession session, Association association) {
        var reference =
                new Verdict.AssociationRef(
                        association.id(), association.version(), association.state());
        return ofSighting(session, association.sightingId())
                .map(all ->
                        all.stream()
                                .filter(one ->
                                        one.vessel().mmsi().equals(association.vessel().mmsi())
                                                && one.outcome() != Verdict.Outcome.WITHDRAWN)
                                .map(one -> one.with(reference, association.changedAt()))
                                .toList())
                .chain(all -> write(session, all));
    }

    /// Writes the versions and tells them; the version says which are new.
    Uni<Void> write(Mutiny.StatelessSession session, List<Verdict> verdicts) {
        var added = new ArrayList<VerdictEntity>();
        var changed = new ArrayList<VerdictEntity>();
        verdicts.forEach(verdict -> (verdict.version() == 1 ? added : changed).add(row(verdict)));
        var versions = verdicts.stream().map(this::version).toList();
        return (added.isEmpty() ? nothing() : session.insertMultiple(added))
                .chain(() -> changed.isEmpty() ? nothing() : session.updateMultiple(changed))
                .chain(() -> versions.isEmpty() ? nothing() : session.insertMultiple(versions))
                .chain(() ->
                        outbox.append(
                                session, verdicts.stream().map(VerdictStore::event).toList()));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private VerdictEntity row(Verdict verdict) {
        var row = new VerdictEntity();
        row.id = verdict.id();
        row.version = verdict.version();
        row.sightingId = verdict.sightingId();
        row.silenceId = verdict.silenceId();
        row.mmsi = verdict.vessel().mmsi();
        row.outcome = verdict.outcome().name().toLowerCase(java.util.Locale.ROOT);
        row.reachedAt = verdict.reachedAt();
        row.record = write(verdict);
        return row;
    }

    private VerdictVersionEntity version(Verdict verdict) {
        var row = new VerdictVersionEntity();
        row.id = VerdictMaker.eventId(verdict);
        row.verdictId = verdict.id();
        row.version = verdict.version();
        row.record = write(verdict);
        return row;
    }

    private static OutboxEvent event(Verdict verdict) {
        return new OutboxEvent(
                VerdictMaker.eventId(verdict),
                Topics.IMAGERY_VERDICTS,
                verdict.vessel().mmsi(),
                Verdict.TYPE,
                verdict);
    }

    private Verdict read(String record) {
        try {
            return json.readValue(record, Verdict.class);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("stored verdict unreadable", fault);
        }
    }

    private String write(Verdict verdict) {
        try {
            return json.writeValueAsString(verdict);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("verdict not writable: " + verdict.id(), fault);
        }
    }
}
