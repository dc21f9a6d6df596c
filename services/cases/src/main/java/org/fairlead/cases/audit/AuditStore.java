package org.fairlead.cases.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Appends to the audit in the transaction of what it tells of: no entry, no deed, and no data.
@ApplicationScoped
public class AuditStore {

    private static final Logger LOG = Logger.getLogger(AuditStore.class);

    private static final String CASE = "CASE";
    private static final String TEAM = "TEAM";

    private static final String INSERT =
            "insert into audit (id, team, chain, sequence, at, actor, subject, action, object, detail,"
                    + " previous_hash, hash, scope) select id, team, chain, sequence, at, actor, subject,"
                    + " action, object, detail, previous_hash, hash, scope"
                    + " from json_to_recordset(cast(cast(?1 as text) as json)) as line (id uuid, team text,"
                    + " chain uuid, sequence int, at timestamptz, actor text, subject text, action text,"
                    + " object text, detail text, previous_hash text, hash text, scope text)";

    private final Clock clock;

    @Inject
    AuditStore(Clock clock) {
        this.clock = clock;
    }

    /// @param chain the case or lead the deed is about
    public Uni<Void> append(
            Mutiny.StatelessSession session,
            String team,
            Actor actor,
            UUID chain,
            String action,
            String object,
            String detail) {
        return record(session, team, actor, chain, action, object, detail).replaceWithVoid();
    }

    /// @return the entry, with its place in the chain
    public Uni<AuditEntry> record(
            Mutiny.StatelessSession session,
            String team,
            Actor actor,
            UUID chain,
            String action,
            String object,
            String detail) {
        return linked(session, actor, List.of(new Line(team, chain, action, object, detail, CASE)))
                .map(List::getFirst);
    }

    /// Notes a list that goes over several cases or leads, in the reader's own chain: many readers
    /// of one team do not wait for each other.
    ///
    /// @param what was listed, a plural
    /// @param query what was asked for
    /// @param count how many of it everybody in the team may know of
    public Uni<Void> listed(
            Mutiny.StatelessSession session, Acting acting, String what, String query, int count) {
        return listed(session, acting, what, query, count, List.of());
    }

    /// One item of a list that not everybody in the team may know of: it is noted in its own chain.
    ///
    /// @param action `case-listed`
    public record ListedItem(String team, UUID id, String action) {}

    /// The same with what is noted for itself, all of it in two statements however long the list
    /// is.
    public Uni<Void> listed(
            Mutiny.StatelessSession session,
            Acting acting,
            String what,
            String query,
            int count,
            List<ListedItem> items) {
        var lines = new ArrayList<Line>();
        lines.add(ofReader(acting, what + "-listed", "%s, %d items".formatted(query, count)));
        for (ListedItem item : items) {
            lines.add(
                    new Line(
                            item.team(), item.id(), item.action(), item.id().toString(), "", CASE));
        }
        return linked(session, acting.actor(), lines).replaceWithVoid();
    }

    /// Notes what somebody searched for over everything they may see.
    public Uni<Void> searched(Mutiny.StatelessSession session, Acting acting, String words) {
        return linked(
                        session,
                        acting.actor(),
                        List.of(ofReader(acting, "search-read", "q=" + words)))
                .replaceWithVoid();
    }

    private static Line ofReader(Acting acting, String action, String detail) {
        String reader = "reader\n%s\n%s".formatted(acting.team(), acting.actor().subject());
        UUID chain = UUID.nameUUIDFromBytes(reader.getBytes(StandardCharsets.UTF_8));
        return new Line(acting.team(), chain, action, acting.team(), detail, TEAM);
    }

    /// What is to be written into which chain.
    ///
    /// @param scope `CASE` for a case or a lead, `TEAM` for what somebody listed
    private record Line(
            String team, UUID chain, String action, String object, String detail, String scope) {}

    private Uni<List<AuditEntry>> linked(
            Mutiny.StatelessSession session, Actor actor, List<Line> lines) {
        return ends(session, lines)
                .chain(ends -> {
                    Instant now = clock.instant();
                    var entries = new ArrayList<AuditEntry>();
                    var rows = JsonNodeFactory.instance.arrayNode();
                    for (Line line : lines) {
                        AuditEntry entry =
                                AuditChain.link(
                                        line.chain(),
                                        Optional.ofNullable(ends.get(line.chain())),
                                        now,
                                        actor.name(),
                                        actor.subject(),
                                        line.action(),
                                        line.object(),
                                        line.detail());
                        ends.put(line.chain(), entry);
                        entries.add(entry);
                        rows.add(row(line, entry));
                    }
                    return insert(session, rows).replaceWith(entries);
                });
    }

    /// The last entry of each chain, which nobody else continues until the transaction ends.
    private static Uni<Map<UUID, AuditEntry>> ends(
            Mutiny.StatelessSession session, List<Line> lines) {
        String chains =
                lines.stream()
                        .map(line -> line.chain().toString())
                        .distinct()
                        .collect(Collectors.joining(","));
        return session.createNativeQuery(
                        "select cast(chain as text), sequence, hash"
                                + " from audit_ends(cast(string_to_array(?1, ',') as uuid[]))",
                        Tuple.class)
                .setParameter(1, chains)
                .getResultList()
                .map(rows -> {
                    var ends = new HashMap<UUID, AuditEntry>();
                    rows.forEach(row -> {
                        AuditEntry end = end(row);
                        ends.put(end.chain(), end);
                    });
                    return ends;
                });
    }

    /// As much of an entry as the next one is linked to.
    private static AuditEntry end(Tuple row) {
        return new AuditEntry(
                UUID.fromString(row.get(0, String.class)),
                row.get(1, Integer.class),
                Instant.EPOCH,
                "",
                "",
                "",
                "",
                "",
                "",
                row.get(2, String.class));
    }

    private static ObjectNode row(Line line, AuditEntry entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", TimeOrderedId.at(entry.at()).toString())
                .put("team", line.team())
                .put("chain", entry.chain().toString())
                .put("sequence", entry.sequence())
                .put("at", entry.at().toString())
                .put("actor", entry.actor())
                .put("subject", entry.subject())
                .put("action", entry.action())
                .put("object", entry.object())
                .put("detail", entry.detail())
                .put("previous_hash", entry.previousHash())
                .put("hash", entry.hash())
                .put("scope", line.scope());
    }

    /// What cannot be written down is not done and not shown.
    private static Uni<Void> insert(Mutiny.StatelessSession session, ArrayNode rows) {
        return session.createNativeQuery(INSERT)
                .setParameter(1, rows.toString())
                .executeUpdate()
                .replaceWithVoid()
                .onFailure()
                .invoke(fault ->
                        LOG.errorf(
                                "audit cannot be written action=%s cause=%s",
                                rows.path(0).path("action").asText(), fault))
                .onFailure()
                .transform(fault ->
                        new ProblemException(
                                CaseProblem.AUDIT_UNAVAILABLE,
                                "The audit cannot be written, so nothing is done and nothing is"
                                        + " shown. Tell whoever runs the platform."));
    }

    /// Newest first.
    public Uni<List<AuditEntry>> before(
            Mutiny.StatelessSession session, UUID chain, int sequence, Instant since, int limit) {
        return session.createSelectionQuery(
                        "from AuditEntity where chain = :chain and sequence < :sequence"
                                + " and at >= :since order by sequence desc",
                        AuditEntity.class)
                .setParameter("chain", chain)
                .setParameter("sequence", sequence)
                .setParameter("since", since)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(AuditEntity::entry).toList());
    }

    public Uni<List<AuditEntry>> whole(Mutiny.StatelessSession session, UUID chain) {
        return session.createSelectionQuery(
                        "from AuditEntity where chain = :chain order by sequence",
                        AuditEntity.class)
                .setParameter("chain", chain)
                .getResultList()
                .map(rows -> rows.stream().map(AuditEntity::entry).toList());
    }
}
