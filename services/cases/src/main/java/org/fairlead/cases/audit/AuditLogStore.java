package org.fairlead.cases.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.log.LogLine;
import org.fairlead.proof.merkle.StoredTree;
import org.fairlead.proof.merkle.TreeNode;
import org.hibernate.reactive.mutiny.Mutiny;

/// The log over all chains, its tree and its checkpoints. Written by one replica at a time, and
/// never anything but added to.
@ApplicationScoped
public class AuditLogStore {

    /// Any number no other lock of this database has.
    private static final long LOCK = 0x6175_6469_746c_6f67L;

    private final TeamTransactions transactions;
    private final ObjectMapper json;

    @Inject
    AuditLogStore(TeamTransactions transactions, ObjectMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    /// Puts entries that wait into the log.
    ///
    /// @return how many
    Uni<Integer> advance(int most) {
        return transactions.ofPlatform(
                session -> lock(session).chain(() -> advance(session, most)));
    }

    private static Uni<Void> lock(Mutiny.StatelessSession session) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(?1) as text)", String.class)
                .setParameter(1, LOCK)
                .getSingleResult()
                .replaceWithVoid();
    }

    private record Waiting(long serial, UUID auditId, String hash) {}

    /// Where the log ends.
    record End(long size, String chained) {}

    private Uni<Integer> advance(Mutiny.StatelessSession session, int most) {
        return session.createNativeQuery(
                        "select w.serial, w.audit_id, a.hash from audit_waiting w"
                                + " join audit a on a.id = w.audit_id order by w.serial limit ?1",
                        Object[].class)
                .setParameter(1, most)
                .getResultList()
                .map(rows ->
                        rows.stream()
                                .map(row ->
                                        new Waiting(
                                                ((Number) row[0]).longValue(),
                                                (UUID) row[1],
                                                (String) row[2]))
                                .toList())
                .chain(waiting ->
                        waiting.isEmpty()
                                ? Uni.createFrom().item(0)
                                : end(session)
                                        .chain(end -> add(session, end, waiting))
                                        .replaceWith(waiting.size()));
    }

    static Uni<End> end(Mutiny.StatelessSession session) {
        return session.createNativeQuery(
                        "select index, chained from audit_leaf order by index desc limit 1",
                        Object[].class)
                .getResultList()
                .map(rows ->
                        rows.isEmpty()
                                ? new End(0, LogLine.START)
                                : new End(
                                        ((Number) rows.getFirst()[0]).longValue() + 1,
                                        (String) rows.getFirst()[1]));
    }

    private Uni<Void> add(Mutiny.StatelessSession session, End end, List<Waiting> waiting) {
        List<byte[]> leaves = waiting.stream().map(entry -> LogLine.leaf(entry.hash())).toList();
        return asked(session, tree -> tree.completedBy(end.size(), leaves))
                .chain(nodes ->
                        insertLeaves(session, end, waiting)
                                .chain(() -> insertNodes(session, nodes)))
                .chain(() ->
                        session.createNativeQuery("delete from audit_waiting where serial <= ?1")
                                .setParameter(1, waiting.getLast().serial())
                                .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Integer> insertLeaves(
            Mutiny.StatelessSession session, End end, List<Waiting> waiting) {
        ArrayNode rows = json.createArrayNode();
        String chained = end.chained();
        long index = end.size();
        for (Waiting entry : waiting) {
            chained = LogLine.chain(chained, entry.hash());
            rows.addObject()
                    .put("index", index++)
                    .put("audit_id", entry.auditId().toString())
                    .put("hash", entry.hash())
                    .put("chained", chained);
        }
        return session.createNativeQuery(
                        "insert into audit_leaf (index, audit_id, hash, chained) select index,"
                                + " audit_id, hash, chained from json_to_recordset(cast(cast(?1 as"
                                + " text) as json)) as x (index bigint, audit_id uuid, hash text,"
                                + " chained text)")
                .setParameter(1, text(rows))
                .executeUpdate();
    }

    private Uni<Integer> insertNodes(Mutiny.StatelessSession session, List<TreeNode> nodes) {
        ArrayNode rows = json.createArrayNode();
        for (TreeNode node : nodes) {
            if (node.level() > 0) {
                rows.addObject()
                        .put("level", node.level())
                        .put("position", node.position())
                        .put("hash", HexFormat.of().formatHex(node.hash()));
            }
        }
        return session.createNativeQuery(
                        "insert into audit_node (level, position, hash) select level, position,"
                                + " decode(hash, 'hex') from json_to_recordset(cast(cast(?1 as text) as"
                                + " json)) as x (level int, position bigint, hash text)")
                .setParameter(1, text(rows))
                .executeUpdate();
    }

    private String text(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// Fetches what a question to the tree needs, and asks it.
    public <T> Uni<T> asked(Mutiny.StatelessSession session, Function<StoredTree, T> question) {
        return nodes(session, StoredTree.needs(question))
                .map(nodes ->
                        question.apply(
                                new StoredTree((level, position) ->
                                        Objects.requireNonNull(
                                                nodes.get(new TreeNode.Place(level, position)),
                                                "a node of the log is missing"))));
    }

    private Uni<Map<TreeNode.Place, byte[]>> nodes(
            Mutiny.StatelessSession session, Collection<TreeNode.Place> places) {
        if (places.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        ArrayNode rows = json.createArrayNode();
        places.forEach(place ->
                rows.addObject().put("level", place.level()).put("position", place.position()));
        return session.createNativeQuery(
                        "select x.level, x.position, coalesce(l.hash, encode(n.hash, 'hex')) from"
                                + " json_to_recordset(cast(cast(?1 as text) as json)) as x (level int,"
                                + " position bigint) left join audit_node n on n.level = x.level and"
                                + " n.position = x.position left join audit_leaf l on x.level = 0 and"
                                + " l.index = x.position",
                        Object[].class)
                .setParameter(1, text(rows))
                .getResultList()
                .map(found -> {
                    var nodes = new HashMap<TreeNode.Place, byte[]>();
                    for (Object[] row : found) {
                        int level = ((Number) row[0]).intValue();
                        String hash = (String) row[2];
                        if (hash != null) {
                            nodes.put(
                                    new TreeNode.Place(level, ((Number) row[1]).longValue()),
                                    level == 0
                                            ? LogLine.leaf(hash)
                                            : HexFormat.of().parseHex(hash));
                        }
                    }
                    return nodes;
                });
    }

    Uni<byte[]> root(long size) {
        return transactions.ofPlatform(session -> asked(session, tree -> tree.root(size)));
    }

    /// How many entries are in the log, and how many wait.
    record Extent(long size, long waiting) {}

    Uni<Extent> extent() {
        return transactions.ofPlatform(session ->
                session.createNativeQuery(
                                "select (select coalesce(max(index) + 1, 0) from audit_leaf),"
                                        + " (select count(*) from audit_waiting)",
                                Object[].class)
                        .getSingleResult()
                        .map(row ->
                                new Extent(
                                        ((Number) row[0]).longValue(),
                                        ((Number) row[1]).longValue())));
    }

    /// A signed statement of what the log was.
    ///
    /// @param timestamp an authority's answer that it existed
    public record Kept(long size, String note, Instant madeAt, Optional<byte[]> timestamp) {}

    /// One over the same entries is never made twice.
    Uni<Void> keep(long size, String note, Instant now) {
        return transactions.ofPlatform(session ->
                session.createNativeQuery(
                                "insert into audit_checkpoint (size, note, made_at) values (?1, ?2,"
                                        + " ?3) on conflict do nothing")
                        .setParameter(1, size)
                        .setParameter(2, note)
                        .setParameter(3, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                        .replaceWithVoid());
    }

    Uni<Void> keepTimestamp(long size, byte[] response, Instant at) {
        return transactions.ofPlatform(session ->
                session.createNativeQuery(
                                "insert into audit_timestamp (size, response, at) values (?1, ?2,"
                                        + " ?3) on conflict do nothing")
                        .setParameter(1, size)
                        .setParameter(2, response)
                        .setParameter(3, at.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                        .replaceWithVoid());
    }

    Uni<Optional<Kept>> latest() {
        return transactions.ofPlatform(AuditLogStore::latest);
    }

    static Uni<Optional<Kept>> latest(Mutiny.StatelessSession session) {
        return checkpoints(session, "order by c.size desc limit 1", List.of())
                .map(found -> found.stream().findFirst());
    }

    public Uni<Optional<Kept>> newest(Mutiny.StatelessSession session) {
        return latest(session);
    }

    /// Newest first.
    Uni<List<Kept>> before(Mutiny.StatelessSession session, long size, Instant since, int limit) {
        return checkpoints(
                session,
                "where c.size < ?1 and c.made_at >= ?2 order by c.size desc limit ?3",
                List.of(size, since.atOffset(ZoneOffset.UTC), limit));
    }

    Uni<Optional<Kept>> one(Mutiny.StatelessSession session, long size) {
        return checkpoints(session, "where c.size = ?1", List.of(size))
                .map(found -> found.stream().findFirst());
    }

    /// Those nothing outside has yet, oldest first.
    Uni<List<Kept>> after(long size, int limit) {
        return transactions.ofPlatform(session ->
                checkpoints(
                        session,
                        "where c.size > ?1 order by c.size limit ?2",
                        List.of(size, limit)));
    }

    Uni<List<Kept>> unstamped(int limit) {
        return transactions.ofPlatform(session ->
                checkpoints(
                        session,
                        "where t.size is null order by c.size desc limit ?1",
                        List.of(limit)));
    }

    /// The first checkpoint that covers an entry: always the same one.
    public Uni<Optional<Kept>> covering(Mutiny.StatelessSession session, UUID chain, int sequence) {
        return checkpoints(
                        session,
                        "where c.size > (select l.index from audit_leaf l join audit a on a.id ="
                                + " l.audit_id where a.chain = ?1 and a.sequence = ?2) order by c.size"
                                + " limit 1",
                        List.of(chain, sequence))
                .map(found -> found.stream().findFirst());
    }

    private static Uni<List<Kept>> checkpoints(
            Mutiny.StatelessSession session, String which, List<Object> parameters) {
        var query =
                session.createNativeQuery(
                        "select c.size, c.note, c.made_at, t.response from audit_checkpoint c"
                                + " left join audit_timestamp t on t.size = c.size "
                                + which,
                        Object[].class);
        for (int i = 0; i < parameters.size(); i++) {
            query = query.setParameter(i + 1, parameters.get(i));
        }
        return query.getResultList()
                .map(rows ->
                        rows.stream()
                                .map(row ->
                                        new Kept(
                                                ((Number) row[0]).longValue(),
                                                (String) row[1],
                                                instant(row[2]),
                                                Optional.ofNullable((byte[]) row[3])))
                                .toList());
    }

    private static Instant instant(Object value) {
        return value instanceof Instant instant
                ? instant
                : ((java.time.OffsetDateTime) value).toInstant();
    }

    /// Where the entries of a chain stand in the log, by their numbers.
    public Uni<Map<Integer, Long>> places(Mutiny.StatelessSession session, UUID chain) {
        return session.createNativeQuery(
                        "select a.sequence, l.index from audit a join audit_leaf l on l.audit_id ="
                                + " a.id where a.chain = ?1",
                        Object[].class)
                .setParameter(1, chain)
                .getResultList()
                .map(rows ->
                        rows.stream()
                                .collect(
                                        Collectors.toMap(
                                                row -> ((Number) row[0]).intValue(),
                                                row -> ((Number) row[1]).longValue())));
    }

    /// @param path from the leaf to the root, in hexadecimal digits
    public record Inclusion(int sequence, long leaf, List<String> path) {}

    /// Proofs that entries are under a checkpoint, of all of them from one reading of the tree.
    public Uni<List<Inclusion>> inclusions(
            Mutiny.StatelessSession session, Map<Integer, Long> places, long size) {
        Function<StoredTree, List<Inclusion>> question =
                tree -> {
                    var proofs = new ArrayList<Inclusion>();
                    places.forEach((sequence, leaf) ->
                            proofs.add(
                                    new Inclusion(
                                            sequence,
                                            leaf,
                                            hexadecimal(tree.inclusion(leaf, size)))));
                    return proofs;
                };
        return asked(session, question);
    }

    static List<String> hexadecimal(List<byte[]> path) {
        return path.stream().map(HexFormat.of()::formatHex).toList();
    }

    /// The log itself: whole entries where the caller may read them, else their hashes.
    Uni<List<LogLine>> lines(Mutiny.StatelessSession session, long from, int limit) {
        return session.createNativeQuery(
                        "select l.index, l.hash, l.chained, a.chain, a.sequence, a.at, a.actor,"
                                + " a.subject, a.action, a.object, a.detail, a.previous_hash, a.hash as"
                                + " own_hash from audit_leaf l left join audit a on a.id = l.audit_id"
                                + " where l.index >= ?1 order by l.index limit ?2",
                        Object[].class)
                .setParameter(1, from)
                .setParameter(2, limit)
                .getResultList()
                .map(rows -> rows.stream().map(AuditLogStore::line).toList());
    }

    private static LogLine line(Object[] row) {
        Optional<AuditEntry> entry =
                row[3] == null
                        ? Optional.empty()
                        : Optional.of(
                                new AuditEntry(
                                        (UUID) row[3],
                                        ((Number) row[4]).intValue(),
                                        instant(row[5]),
                                        (String) row[6],
                                        (String) row[7],
                                        (String) row[8],
                                        (String) row[9],
                                        (String) row[10],
                                        (String) row[11],
                                        (String) row[12]));
        return new LogLine(((Number) row[0]).longValue(), (String) row[1], (String) row[2], entry);
    }
}
