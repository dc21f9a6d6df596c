package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.move;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fairlead.cases.audit.AuditLogKeeper;
import org.fairlead.cases.evidence.Verifier;
import org.fairlead.cases.retention.RetentionStore;
import org.fairlead.proof.audit.AuditChain;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A case whose time is over: its words and the bytes of its exhibits are gone; what proves that
/// they were there, and what became of them, is not.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
@SuppressWarnings("NullAway.Init")
class DisposalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject RetentionStore retention;
    @Inject Verifier verifier;
    @Inject AuditLogKeeper keeper;

    @ConfigProperty(name = "cases.blob.directory")
    Path blobs;

    private final String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
    private final String token = Tokens.person("keeper", Map.of(team, List.of("lead")));

    @BeforeEach
    void disposeOfWhatIsOver() {
        as(token, Map.of("rules", List.of(Map.of("keepDays", 30, "mode", "dispose"))))
                .put(Api.ROOT + "/retention")
                .then()
                .statusCode(200);
    }

    private String frozen(String id, String href) {
        return post(
                        token,
                        "/cases/" + id + "/evidence",
                        Map.of("kind", "silence", "ref", Map.of("service", "ais", "href", href)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String file(String id, String content) {
        return as(token)
                .contentType("text/plain")
                .header("Fairlead-File-Name", "statement.txt")
                .body(content)
                .post(Api.ROOT + "/cases/" + id + "/evidence/files?title=Statement")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void end(String id) throws SQLException {
        move(token, id, Map.of("to", "closed", "outcome", "unsubstantiated")).statusCode(200);
        try (var connection = connection("cases", "app");
                var statement =
                        connection.prepareStatement(
                                "update case_file set retain_until = now() - interval '1 day' where id = ?")) {
            statement.setObject(1, UUID.fromString(id));
            statement.execute();
        }
        var _ = retention.sweep().await().atMost(PATIENCE);
    }

    private static Connection connection(String user, String password) throws SQLException {
        int port = PlatformResource.database().getPort();
        var connection =
                DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/cases", user, password);
        try (var statement = connection.createStatement()) {
            statement.execute("set fairlead.system = 'on'");
        }
        return connection;
    }

    private static String told(String query, String id) throws SQLException {
        try (var connection = connection("cases_owner", "owner");
                var statement = connection.prepareStatement(query)) {
            statement.setObject(1, UUID.fromString(id));
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).as(query).isTrue();
                return String.valueOf(rows.getString(1));
            }
        }
    }

    private static List<AuditEntry> chain(String table, String key, String object, String id)
            throws SQLException {
        var entries = new ArrayList<AuditEntry>();
        try (var connection = connection("cases_owner", "owner");
                var statement =
                        connection.prepareStatement(
                                "select sequence, at, actor, subject, action, %s, detail, previous_hash, hash"
                                                .formatted(object)
                                        + " from %s where %s = ? order by sequence"
                                                .formatted(table, key))) {
            statement.setObject(1, UUID.fromString(id));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(
                            new AuditEntry(
                                    UUID.fromString(id),
                                    row.getInt(1),
                                    row.getObject(2, OffsetDateTime.class).toInstant(),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getString(8),
                                    row.getString(9)));
                }
            }
        }
        return entries;
    }

    @Test
    void takesTheBytesAwayAndKeepsWhatProvesThem() throws SQLException {
        String href = "/api/ais/v1/activities/gone-" + UUID.randomUUID();
        FakeSources.put(href, "{\"state\": \"open\", \"id\": \"%s\"}".formatted(UUID.randomUUID()));
        String id = openCase(token, "with exhibits");
        String other = openCase(token, "with one of them");
        frozen(id, href);
        String secret = "WITNESS " + UUID.randomUUID();
        String alone = file(id, secret);
        String kept = frozen(other, href);
        post(token, "/cases/" + id + "/notes", Map.of("text", secret)).then().statusCode(201);
        String sha256 = told("select sha256 from evidence where id = ?", alone);
        Path blob = blobs.resolve(team).resolve(sha256.substring(0, 2)).resolve(sha256);
        assertThat(blob).exists();

        end(id);

        refused(get(token, "/cases/" + id), 404, "not-found");
        assertThat(blob).doesNotExist();
        assertThat(
                        told(
                                "select concat_ws(' ', e.title, e.size_bytes, e.collected_by, e.file_name,"
                                        + " c.content, c.disposed_at is not null) from evidence e"
                                        + " join evidence_content c using (team, sha256) where e.id = ?",
                                alone))
                .isEqualTo("disposed %d keeper t".formatted(secret.length()));
        get(token, "/cases/" + other + "/evidence/" + kept + "/content").then().statusCode(200);
        assertThat(told("select count(*) from note where case_id = ?", id)).isEqualTo("0");
        assertThat(told("select count(*) from search_document where case_id = ?", id))
                .isEqualTo("0");
        get(token, "/search?q=WITNESS").then().body("items", empty());
    }

    /// Custody and audit of what is gone are whole, and go on to the disposal.
    @Test
    void leavesCustodyAndAuditAsTheyWere() throws SQLException {
        String id = openCase(token, "with custody");
        String alone = file(id, "a statement " + UUID.randomUUID());

        end(id);
        var _ = keeper.keep().await().atMost(PATIENCE);

        List<AuditEntry> custody = chain("custody", "evidence_id", "case_id", alone);
        List<AuditEntry> audit = chain("audit", "chain", "object", id);
        assertThat(custody).extracting(AuditEntry::action).containsExactly("collected", "disposed");
        assertThat(AuditChain.firstBreak(custody)).isEmpty();
        assertThat(audit).extracting(AuditEntry::action).endsWith("case-disposed");
        assertThat(AuditChain.firstBreak(audit)).isEmpty();
        assertThat(
                        told(
                                "select count(*) - (select count(*) from audit_leaf l join audit a"
                                        + " on a.id = l.audit_id where a.chain = ?) from audit a"
                                        + " where a.chain = '%s'".formatted(id),
                                id))
                .as("entries that are under no checkpoint")
                .isEqualTo("0");
    }

    @Test
    void isNotReportedAsCorrupt() throws SQLException {
        String id = openCase(token, "no alarm");
        String alone = file(id, "a statement " + UUID.randomUUID());
        end(id);

        var _ = verifier.verifyAll().await().atMost(PATIENCE);

        assertThat(told("select count(*) from evidence_alarm where evidence_id = ?", alone))
                .isEqualTo("0");
    }

    /// The same bytes come back in another case: they are kept anew.
    @Test
    void letsTheSameBytesBeFrozenAgain() throws SQLException {
        String content = "the same statement " + UUID.randomUUID();
        String id = openCase(token, "first");
        file(id, content);
        end(id);
        String next = openCase(token, "second");

        String again = file(next, content);
        var _ = retention.sweep().await().atMost(PATIENCE);

        assertThat(get(token, "/cases/" + next + "/evidence/" + again + "/content").asString())
                .isEqualTo(content);
    }

    /// Not even with the setting that the disposal itself uses.
    @Test
    void isNothingTheApplicationCanDoToWhatIsFrozen() throws SQLException {
        String id = openCase(token, "kept");
        String alone = file(id, "a statement " + UUID.randomUUID());
        try (var connection = connection("cases", "app");
                var statement = connection.createStatement()) {
            statement.execute("set fairlead.disposing = 'on'");
            for (String deed :
                    List.of(
                            "update evidence set title = 'disposed' where id = '%s'",
                            "update evidence_content set content = null, disposed_at = now()",
                            "delete from evidence_content",
                            "delete from audit")) {
                assertThatThrownBy(() -> statement.execute(deed.formatted(alone)))
                        .as(deed)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    /// The owner may end what is frozen, and never change it or the audit.
    @Test
    void changesNothingElseEvenForTheOwner() throws SQLException {
        String id = openCase(token, "kept");
        String alone = file(id, "a statement " + UUID.randomUUID());
        try (var connection = connection("cases_owner", "owner");
                var statement = connection.createStatement()) {
            statement.execute("set fairlead.disposing = 'on'");
            for (String deed :
                    List.of(
                            "update evidence set title = 'other' where id = '%s'",
                            "update evidence set title = 'disposed', collected_by = 'x' where id = '%s'",
                            "update evidence_content set sha256 = repeat('0', 64)",
                            "delete from evidence where id = '%s'",
                            "delete from evidence_content",
                            "delete from custody",
                            "delete from audit",
                            "update audit set detail = ''")) {
                assertThatThrownBy(() -> statement.execute(deed.formatted(alone)))
                        .as(deed)
                        .hasMessageContaining("append-only");
            }
        }
    }
}
