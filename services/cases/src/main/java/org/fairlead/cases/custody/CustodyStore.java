package org.fairlead.cases.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.hibernate.reactive.mutiny.Mutiny;

/// The custody logs. An event is written after the entry of the case's audit it belongs to, whose
/// lock keeps two from taking the same number.
@ApplicationScoped
public class CustodyStore {

    private static final String COLUMNS =
            "evidence_id, sequence, at, actor, subject, action, case_id, detail, previous_hash,"
                    + " hash";

    private final Clock clock;
    private final ObjectMapper json;

    @Inject
    CustodyStore(Clock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    public Uni<Void> add(
            Mutiny.StatelessSession session,
            String team,
            Actor actor,
            UUID caseId,
            Collection<UUID> items,
            CustodyAction action,
            String detail) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String ids = text(items);
        return lasts(session, ids)
                .chain(lasts ->
                        (action == CustodyAction.COLLECTED
                                        ? Uni.createFrom().item(lasts)
                                        : collected(session, team, ids, lasts))
                                .chain(known ->
                                        caseSequence(session, caseId)
                                                .chain(sequence ->
                                                        insert(
                                                                session,
                                                                team,
                                                                events(
                                                                        actor, caseId, items,
                                                                        action, detail, known),
                                                                sequence))));
    }

    private List<AuditEntry> events(
            Actor actor,
            UUID caseId,
            Collection<UUID> items,
            CustodyAction action,
            String detail,
            Map<UUID, AuditEntry> lasts) {
        Instant now = clock.instant();
        return items.stream()
                .map(item ->
                        AuditChain.link(
                                item,
                                Optional.ofNullable(lasts.get(item)),
                                now,
                                actor.name(),
                                actor.subject(),
                                action.slug(),
                                caseId.toString(),
                                detail))
                .toList();
    }

    private static Uni<Integer> caseSequence(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(
                        "select coalesce(max(sequence), 0) from audit where chain = ?1",
                        Integer.class)
                .setParameter(1, caseId)
                .getSingleResult();
    }

    private static Uni<Map<UUID, AuditEntry>> lasts(Mutiny.StatelessSession session, String ids) {
        return session.createNativeQuery(
                        "select distinct on (evidence_id) "
                                + COLUMNS
                                + " from custody where evidence_id in (select cast(value as uuid)"
                                + " from json_array_elements_text(cast(cast(?1 as text) as json)))"
                                + " order by evidence_id, sequence desc",
                        Object[].class)
                .setParameter(1, ids)
                .getResultList()
                .map(rows -> {
                    var lasts = new HashMap<UUID, AuditEntry>();
                    rows.forEach(row -> lasts.put((UUID) row[0], entry(row)));
                    return lasts;
                });
    }

    /// An exhibit from before there were custody logs begins its own with what the register says.
    private Uni<Map<UUID, AuditEntry>> collected(
            Mutiny.StatelessSession session, String team, String ids, Map<UUID, AuditEntry> lasts) {
        return session.createNativeQuery(
                        "select e.id, e.collected_at, e.collected_by, e.case_id, e.sha256,"
                                + " coalesce((select min(a.sequence) from audit a where a.chain ="
                                + " e.case_id and a.object = cast(e.id as text)), 1) from evidence e"
                                + " where e.id in (select cast(value as uuid) from"
                                + " json_array_elements_text(cast(cast(?1 as text) as json))) and not"
                                + " exists (select 1 from custody c where c.evidence_id = e.id)",
                        Object[].class)
                .setParameter(1, ids)
                .getResultList()
                .chain(rows -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    var known = new HashMap<>(lasts);
                    for (Object[] row : rows) {
                        AuditEntry first =
                                AuditChain.link(
                                        (UUID) row[0],
                                        Optional.empty(),
                                        instant(row[1]),
                                        (String) row[2],
                                        "",
                                        CustodyAction.COLLECTED.slug(),
                                        row[3].toString(),
                                        (String) row[4]);
                        known.put((UUID) row[0], first);
                        int sequence = ((Number) row[5]).intValue();
                        all = all.chain(() -> insert(session, team, List.of(first), sequence));
                    }
                    return all.replaceWith(known);
                });
    }

    private Uni<Void> insert(
            Mutiny.StatelessSession session,
            String team,
            List<AuditEntry> events,
            int caseSequence) {
        ArrayNode rows = json.createArrayNode();
        for (AuditEntry event : events) {
            rows.addObject()
                    .put("id", TimeOrderedId.at(event.at()).toString())
                    .put("team", team)
                    .put("case_id", event.object())
                    .put("evidence_id", event.chain().toString())
                    .put("sequence", event.sequence())
                    .put("at", event.at().toString())
                    .put("actor", event.actor())
                    .put("subject", event.subject())
                    .put("action", event.action())
                    .put("detail", event.detail())
                    .put("case_sequence", caseSequence)
                    .put("previous_hash", event.previousHash())
                    .put("hash", event.hash());
        }
        String columns =
                "id, team, case_id, evidence_id, sequence, at, actor, subject, action, detail,"
                        + " case_sequence, previous_hash, hash";
        return session.createNativeQuery(
                        "insert into custody (%1$s) select %1$s from json_to_recordset(cast(cast(?1 as text) as json)) as x"
                                        .formatted(columns)
                                + " (id uuid, team text, case_id uuid, evidence_id uuid, sequence"
                                + " int, at timestamptz, actor text, subject text, action text,"
                                + " detail text, case_sequence int, previous_hash text, hash text)")
                .setParameter(1, text(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// Oldest first.
    public Uni<List<AuditEntry>> of(Mutiny.StatelessSession session, UUID evidenceId) {
        return session.createNativeQuery(
                        "select "
                                + COLUMNS
                                + " from custody where evidence_id = ?1 order by sequence",
                        Object[].class)
                .setParameter(1, evidenceId)
                .getResultList()
                .map(rows -> rows.stream().map(CustodyStore::entry).toList());
    }

    /// The logs of a case's exhibits, up to an entry of its audit.
    public Uni<Map<UUID, List<AuditEntry>>> ofCase(
            Mutiny.StatelessSession session, UUID caseId, int lastSequence) {
        return session.createNativeQuery(
                        "select "
                                + COLUMNS
                                + " from custody where case_id = ?1 and case_sequence <= ?2"
                                + " order by evidence_id, sequence",
                        Object[].class)
                .setParameter(1, caseId)
                .setParameter(2, lastSequence)
                .getResultList()
                .map(rows -> {
                    var logs = new TreeMap<UUID, List<AuditEntry>>();
                    for (Object[] row : rows) {
                        logs.computeIfAbsent((UUID) row[0], id -> new java.util.ArrayList<>())
                                .add(entry(row));
                    }
                    return logs;
                });
    }

    private static AuditEntry entry(Object[] row) {
        return new AuditEntry(
                (UUID) row[0],
                ((Number) row[1]).intValue(),
                instant(row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                row[6].toString(),
                (String) row[7],
                (String) row[8],
                (String) row[9]);
    }

    private static Instant instant(Object value) {
        return value instanceof Instant instant
                ? instant
                : ((java.time.OffsetDateTime) value).toInstant();
    }
}
