package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.access.ShiftedClock;
import org.fairlead.cases.audit.AuditLogKeeper;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.finding.Finding;
import org.fairlead.proof.log.LogCheck;
import org.fairlead.proof.log.LogLine;
import org.fairlead.proof.merkle.MerkleTree;
import org.fairlead.proof.note.Checkpoint;
import org.fairlead.proof.note.NoteKey;
import org.fairlead.proof.note.NoteSigner;
import org.fairlead.proof.note.SignedNote;
import org.fairlead.proof.timestamp.Timestamp;
import org.fairlead.proof.timestamp.TimestampAuthority;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The log over all chains, as somebody outside holds it to what it was.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
@QuarkusTestResource(Outside.class)
class AuditLogTest {

    private static final String VERA =
            Tokens.person("vera", Map.of("team-gulf", List.of("viewer")));

    @Inject AuditLogKeeper keeper;

    private void keep() {
        keeper.keep().await().atMost(Duration.ofMinutes(1));
    }

    private static NoteKey key() {
        return NoteKey.parse(get(Tokens.carl(), "/signing-key").asString());
    }

    private static String newest() {
        return get(Tokens.carl(), "/audit/checkpoint")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString();
    }

    private static Checkpoint checkpoint(String note) {
        return Checkpoint.parse(SignedNote.parse(note).text());
    }

    private static List<String> log(String token) {
        var lines = new ArrayList<String>();
        while (true) {
            var more =
                    get(token, "/audit/log?limit=10000&from=" + lines.size())
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString()
                            .lines()
                            .toList();
            if (more.isEmpty()) {
                return lines;
            }
            lines.addAll(more);
        }
    }

    private static List<String> lies(List<String> log, Map<String, String> kept) {
        return LogCheck.of(log.iterator(), kept, key()).stream()
                .filter(finding -> !finding.isGood())
                .map(Finding::what)
                .toList();
    }

    private static Connection administrator() throws SQLException {
        return PlatformResource.database().getDatabase("postgres", "cases").getConnection();
    }

    private static long count(String query) throws SQLException {
        try (var connection = administrator();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void putsEveryEntryUnderASignedCheckpoint() throws SQLException {
        String id = openCase(Tokens.carl(), "logged");
        keep();

        String note = newest();
        assertThat(SignedNote.parse(note).isSignedBy(key())).isTrue();
        assertThat(checkpoint(note).origin()).isEqualTo("fairlead.test/audit");
        assertThat(checkpoint(note).size()).isEqualTo(count("select count(*) from audit_leaf"));
        assertThat(
                        count(
                                "select count(*) from audit a where chain = '%s' and not exists (select 1 from audit_leaf l where l.audit_id = a.id)"
                                        .formatted(id)))
                .isZero();
        assertThat(lies(log(Tokens.amir()), Map.of("newest", note))).isEmpty();
    }

    @Test
    void provesEachEntryOfACase() {
        String id = openCase(Tokens.carl(), "proved");
        get(Tokens.lena(), "/cases/" + id).then().statusCode(200);
        keep();

        var proofs =
                get(Tokens.amir(), "/cases/" + id + "/audit/proofs")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        var head = checkpoint(proofs.getString("checkpoint"));
        var entries = get(Tokens.amir(), "/cases/" + id + "/audit").jsonPath();

        assertThat(proofs.getList("entries")).hasSizeGreaterThanOrEqualTo(2);
        for (int i = 0; i < proofs.getList("entries").size(); i++) {
            int sequence = proofs.getInt("entries[%d].sequence".formatted(i));
            String hash =
                    entries.getString("items.find { it.sequence == %d }.hash".formatted(sequence));
            List<byte[]> path =
                    proofs.<String>getList("entries[%d].path".formatted(i)).stream()
                            .map(HexFormat.of()::parseHex)
                            .toList();
            assertThat(
                            MerkleTree.isIncluded(
                                    LogLine.leaf(hash),
                                    proofs.getLong("entries[%d].leaf".formatted(i)),
                                    head.size(),
                                    path,
                                    head.root()))
                    .as("entry %d", sequence)
                    .isTrue();
        }
    }

    @Test
    void provesThatItOnlyGrew() {
        openCase(Tokens.carl(), "before");
        keep();
        var earlier = checkpoint(newest());
        openCase(Tokens.carl(), "after");
        keep();
        var later = checkpoint(newest());

        var path =
                get(
                                Tokens.carl(),
                                "/audit/consistency?from=%d&to=%d"
                                        .formatted(earlier.size(), later.size()))
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("path")
                        .stream()
                        .map(HexFormat.of()::parseHex)
                        .toList();

        assertThat(later.size()).isGreaterThan(earlier.size());
        assertThat(
                        MerkleTree.isConsistent(
                                earlier.size(), earlier.root(), later.size(), later.root(), path))
                .isTrue();
        refused(get(Tokens.carl(), "/audit/consistency?from=5&to=2"), 422, "invalid");
        refused(get(Tokens.carl(), "/audit/consistency?from=5&to=99999999"), 404, "not-found");
        refused(get(Tokens.carl(), "/audit/checkpoints/99999999"), 404, "not-found");
    }

    @Test
    void keepsCheckpointsOutsideWithTheirTimeStamps() throws IOException {
        openCase(Tokens.carl(), "outside");
        keep();
        String note = newest();
        long size = checkpoint(note).size();

        var file = Outside.checkpoints().resolve("checkpoint-%012d.txt".formatted(size));
        assertThat(file).hasContent(note);
        var stamp =
                Timestamp.parse(
                        Files.readAllBytes(file.resolveSibling(file.getFileName() + ".tsr")));
        assertThat(stamp.isOf(note.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(stamp.isSignedBy(new TimestampAuthority(Outside.authority().certificate())))
                .isTrue();
        assertThat(
                        get(Tokens.carl(), "/audit/checkpoints/%d/timestamp".formatted(size))
                                .then()
                                .statusCode(200)
                                .extract()
                                .asByteArray())
                .isEqualTo(stamp.bytes());
        assertThat(get(Tokens.carl(), "/audit/checkpoints/" + size).asString()).isEqualTo(note);
        get(Tokens.carl(), "/audit/checkpoints?limit=1")
                .then()
                .body("items[0].size", equalTo((int) size))
                .body("items[0].hasTimestamp", equalTo(true));
    }

    @Test
    void makesNoCheckpointWhereNothingWasAdded() throws SQLException {
        keep();
        long before = count("select count(*) from audit_checkpoint");
        int stamps = Outside.authority().given();
        keep();

        assertThat(count("select count(*) from audit_checkpoint")).isEqualTo(before);
        assertThat(Outside.authority().given()).isEqualTo(stamps);
    }

    /// Need to know holds in the log too: what is not yours is a hash.
    @Test
    void showsEntriesOfOthersAsHashesAlone() {
        String secret = "SECRET " + UUID.randomUUID();
        openCase(Tokens.carl(), secret);
        keep();

        assertThat(String.join("\n", log(Tokens.amir()))).contains(secret);
        assertThat(String.join("\n", log(Tokens.chen()))).doesNotContain(secret);
        assertThat(lies(log(Tokens.chen()), Map.of("newest", newest()))).isEmpty();
        refused(get(Tokens.amir(), "/audit/log?limit=10001"), 422, "invalid");
        refused(get(Tokens.amir(), "/audit/log?from=-1"), 422, "invalid");
    }

    @Test
    void isOnlyEverAddedTo() throws SQLException {
        keep();
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            for (String table :
                    List.of(
                            "audit",
                            "audit_leaf",
                            "audit_node",
                            "audit_checkpoint",
                            "audit_timestamp")) {
                for (String deed : List.of("delete from ", "truncate ")) {
                    assertThat(
                                    refusalOf(() ->
                                            statement.execute(
                                                    deed
                                                            + table
                                                            + (deed.startsWith("t")
                                                                    ? " cascade"
                                                                    : ""))))
                            .as(deed + table)
                            .contains("append-only");
                }
                var privileges =
                        statement.executeQuery(
                                "select string_agg(privilege_type, ',' order by privilege_type)"
                                        + " from information_schema.role_table_grants"
                                        + " where grantee = 'cases' and table_name = '%s'"
                                                .formatted(table));
                privileges.next();
                assertThat(privileges.getString(1)).as(table).isEqualTo("INSERT,SELECT");
            }
        }
    }

    private interface Attempt {
        void run() throws SQLException;
    }

    private static @Nullable String refusalOf(Attempt attempt) {
        try {
            attempt.run();
            return null;
        } catch (SQLException refusal) {
            return refusal.getMessage();
        }
    }

    /// The order is that of the entries, not of the clock.
    @Test
    void keepsItsOrderWhenTheClockIsSetBack() throws SQLException {
        String id = openCase(Tokens.carl(), "clock");
        ShiftedClock.by(Duration.ofDays(-400));
        try {
            post(Tokens.carl(), "/cases/" + id + "/notes", Map.of("text", "in the past"))
                    .then()
                    .statusCode(201);
            get(Tokens.lena(), "/cases/" + id).then().statusCode(200);
        } finally {
            ShiftedClock.by(Duration.ZERO);
        }
        post(Tokens.carl(), "/cases/" + id + "/notes", Map.of("text", "now"))
                .then()
                .statusCode(201);
        keep();

        var audit = get(Tokens.amir(), "/cases/" + id + "/audit").jsonPath();
        assertThat(audit.getList("items.action", String.class).subList(0, 4))
                .containsExactly("note-added", "case-read", "note-added", "case-opened");
        assertThat(Instant.parse(audit.getString("items[1].at")))
                .isBefore(Instant.parse(audit.getString("items[3].at")));
        get(Tokens.amir(), "/cases/" + id + "/audit/verification")
                .then()
                .body("isWhole", equalTo(true));
        assertThat(
                        count(
                                "select count(*) from (select a.sequence, lag(a.sequence) over"
                                        + " (order by l.index) as before"
                                        + " from audit a join audit_leaf l on l.audit_id = a.id where a.chain = '%s') x where before is not null and sequence <> before + 1"
                                                .formatted(id)))
                .isZero();
        assertThat(lies(log(Tokens.amir()), Map.of("newest", newest()))).isEmpty();
    }

    /// No audit, no data.
    @Test
    void showsNothingOfASealedCaseWhileItCannotBeWritten() throws SQLException {
        String title = "SEALED " + UUID.randomUUID();
        String id =
                post(Tokens.carl(), "/cases", Map.of("title", title, "visibility", "sealed"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            statement.execute("revoke insert on audit from cases");
            try {
                for (String path :
                        List.of(
                                "",
                                "/timeline",
                                "/findings",
                                "/notes",
                                "/evidence",
                                "/audit",
                                "/export")) {
                    var answer = get(Tokens.carl(), "/cases/" + id + path);
                    refused(answer, 503, "audit-unavailable");
                    assertThat(answer.asString()).as(path).doesNotContain(title);
                }
            } finally {
                statement.execute("grant insert on audit to cases");
            }
        }
        get(Tokens.carl(), "/cases/" + id).then().statusCode(200).body("title", equalTo(title));
    }

    @Test
    void notesWhatSomebodyListedAndHowMuchItWas() {
        String secret = "secret " + UUID.randomUUID();
        openCase(Tokens.carl(), "listed");
        post(Tokens.carl(), "/cases", Map.of("title", secret, "visibility", "sealed"))
                .then()
                .statusCode(201);
        get(VERA, "/cases?q=listed").then().statusCode(200);
        keep();

        String log = String.join("\n", log(Tokens.amir()));
        assertThat(log).contains("\"action\":\"cases-listed\"").contains("q=listed");
        assertThat(log).doesNotContain(secret);
    }

    /// Somebody with the power of a database administrator, and the signing key as well, rewrites
    /// an entry and works everything out anew.
    @Test
    void isFoundRewrittenByACheckpointKeptOutside() throws SQLException {
        String id = openCase(Tokens.carl(), "rewritten");
        get(Tokens.lena(), "/cases/" + id).then().statusCode(200);
        get(Tokens.rosa(), "/cases/" + id).then().statusCode(200);
        keep();
        String kept = newest();
        try (var connection = administrator()) {
            var rewriting = new Rewriting(connection);
            rewriting.begin();
            try {
                rewriting.rewrite(UUID.fromString(id), 2, "carl");

                get(Tokens.amir(), "/cases/" + id + "/audit/verification")
                        .then()
                        .body("isWhole", equalTo(true));
                var forged = log(Tokens.amir());
                assertThat(lies(forged, Map.of("newest", newest()))).isEmpty();
                assertThat(newest()).isNotEqualTo(kept);

                assertThat(lies(forged, Map.of("kept", kept)))
                        .singleElement()
                        .asString()
                        .startsWith("kept is of another log: something in entries 0 to ");
                keep();
                io.restassured.RestAssured.given()
                        .get("/q/metrics")
                        .then()
                        .body(
                                org.hamcrest.Matchers.containsString(
                                        "fairlead_audit_contradicted 1"));
            } finally {
                rewriting.undo(UUID.fromString(id));
            }
        }
        keep();
        io.restassured.RestAssured.given()
                .get("/q/metrics")
                .then()
                .body(org.hamcrest.Matchers.containsString("fairlead_audit_contradicted 0"));
        assertThat(lies(log(Tokens.amir()), Map.of("kept", kept))).isEmpty();
    }

    /// What such a person does.
    private record Rewriting(Connection connection) {

        private static final List<String> TABLES =
                List.of("audit", "audit_leaf", "audit_node", "audit_checkpoint", "audit_timestamp");

        void begin() throws SQLException {
            execute("set session_replication_role = replica");
            for (String table : TABLES) {
                execute("create table %1$s_before as select * from %1$s".formatted(table));
            }
        }

        void undo(UUID chain) throws SQLException {
            // What was written meanwhile about other things stays.
            execute(
                    "delete from audit_waiting where audit_id in (select id from audit where chain = '%1$s' and id not in (select id from audit_before))"
                            .formatted(chain));
            execute(
                    "delete from audit where chain = '%1$s' and id not in (select id from audit_before)"
                            .formatted(chain));
            execute(
                    "update audit a set actor = b.actor, previous_hash = b.previous_hash, hash ="
                            + " b.hash from audit_before b where b.id = a.id and a.hash <> b.hash");
            for (String table : TABLES.subList(1, 5)) {
                execute("delete from " + table);
                execute("insert into %1$s select * from %1$s_before".formatted(table));
            }
            execute(
                    "insert into audit_waiting (audit_id) select id from audit a where not exists"
                            + " (select 1 from audit_leaf l where l.audit_id = a.id) and not exists"
                            + " (select 1 from audit_waiting w where w.audit_id = a.id) order by at,"
                            + " chain, sequence");
            for (String table : TABLES) {
                execute("drop table %s_before".formatted(table));
            }
            execute("set session_replication_role = origin");
        }

        private void execute(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        void rewrite(UUID chain, int sequence, String actor) throws SQLException {
            rewriteChain(chain, sequence, actor);
            execute("delete from audit_timestamp");
            execute("delete from audit_checkpoint");
            execute("delete from audit_node");
            List<byte[]> leaves = rewriteLog();
            rewriteNodes(leaves);
            var forger = NoteSigner.of("fairlead.test", new byte[32]);
            String note =
                    SignedNote.sign(
                                    new Checkpoint(
                                                    "fairlead.test/audit",
                                                    leaves.size(),
                                                    MerkleTree.root(leaves))
                                            .text(),
                                    forger)
                            .note();
            try (var insert =
                    connection.prepareStatement(
                            "insert into audit_checkpoint values (?, ?, now())")) {
                insert.setLong(1, leaves.size());
                insert.setString(2, note);
                insert.execute();
            }
        }

        private void rewriteChain(UUID chain, int sequence, String actor) throws SQLException {
            Optional<AuditEntry> last = Optional.empty();
            try (var select =
                            connection.prepareStatement(
                                    "select id, sequence, at, actor, subject, action, object,"
                                            + " detail from audit where chain = ? order by sequence");
                    var update =
                            connection.prepareStatement(
                                    "update audit set actor = ?, previous_hash = ?, hash = ? where"
                                            + " id = ?")) {
                select.setObject(1, chain);
                var rows = select.executeQuery();
                while (rows.next()) {
                    var entry =
                            AuditChain.link(
                                    chain,
                                    last,
                                    rows.getTimestamp(3).toInstant(),
                                    rows.getInt(2) == sequence ? actor : rows.getString(4),
                                    rows.getString(5),
                                    rows.getString(6),
                                    rows.getString(7),
                                    rows.getString(8));
                    update.setString(1, entry.actor());
                    update.setString(2, entry.previousHash());
                    update.setString(3, entry.hash());
                    update.setObject(4, rows.getObject(1));
                    update.execute();
                    last = Optional.of(entry);
                }
            }
        }

        private List<byte[]> rewriteLog() throws SQLException {
            var leaves = new ArrayList<byte[]>();
            String chained = LogLine.START;
            try (var select = connection.createStatement();
                    var update =
                            connection.prepareStatement(
                                    "update audit_leaf set hash = ?, chained = ? where index ="
                                            + " ?")) {
                var rows =
                        select.executeQuery(
                                "select l.index, a.hash from audit_leaf l join audit a on a.id ="
                                        + " l.audit_id order by l.index");
                while (rows.next()) {
                    chained = LogLine.chain(chained, rows.getString(2));
                    leaves.add(LogLine.leaf(rows.getString(2)));
                    update.setString(1, rows.getString(2));
                    update.setString(2, chained);
                    update.setLong(3, rows.getLong(1));
                    update.execute();
                }
            }
            return leaves;
        }

        private void rewriteNodes(List<byte[]> leaves) throws SQLException {
            var tree =
                    new org.fairlead.proof.merkle.StoredTree((level, position) -> {
                        throw new AssertionError("from the beginning nothing is needed");
                    });
            try (var insert =
                    connection.prepareStatement("insert into audit_node values (?, ?, ?)")) {
                for (var node : tree.completedBy(0, leaves)) {
                    if (node.level() > 0) {
                        insert.setInt(1, node.level());
                        insert.setLong(2, node.position());
                        insert.setBytes(3, node.hash());
                        insert.execute();
                    }
                }
            }
        }
    }

    @Test
    void refusesToTellWhoMayNotReadAudits() {
        openCase(Tokens.carl(), "any");
        keep();
        refused(get(VERA, "/audit/log"), 403, "forbidden");
        assertThat(newest()).satisfies(note -> assertThat(note).isNotEmpty());
        get(VERA, "/audit/checkpoint").then().statusCode(200).body(not(equalTo("")));
    }
}
