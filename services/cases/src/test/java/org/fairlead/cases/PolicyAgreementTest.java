package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.CaseAccess;
import org.fairlead.cases.access.CaseGrant;
import org.fairlead.cases.access.CasePolicy;
import org.fairlead.cases.access.GrantRole;
import org.fairlead.cases.access.GranteeKind;
import org.fairlead.cases.access.Visibility;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.lifecycle.Handling;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.Role;
import org.fairlead.testing.PlatformResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The policy in Java and the policy in the database, asked the same of random callers and cases.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
class PolicyAgreementTest {

    private static final long SEED = 20_240_209;
    private static final int CASES = 60;
    private static final int CALLERS = 40;
    private static final List<String> TEAMS = List.of("team-a", "team-b");
    private static final List<String> COMPARTMENTS = List.of("heron", "kestrel");
    private static final List<String> SCOPES =
            List.of("cases:read", "cases:write", "dossiers:create", "ais:write");

    private final Random random = new Random(SEED);

    record Given(
            GranteeKind kind,
            String grantee,
            GrantRole role,
            boolean isExpired,
            boolean isRevoked) {

        boolean concerns(Caller caller, String team) {
            return switch (kind) {
                case PERSON -> grantee.equals(caller.subject());
                case TEAM -> grantee.equals(team);
                case CLIENT -> grantee.equals(caller.client());
            };
        }
    }

    record Known(
            UUID id,
            String team,
            Visibility visibility,
            Handling handling,
            Set<String> compartments,
            CaseState state,
            boolean isDeleted,
            List<Given> grants,
            Set<String> excluded) {

        CaseAccess to(Caller caller, String actingTeam) {
            var applying =
                    grants.stream()
                            .filter(given -> !given.isExpired() && !given.isRevoked())
                            .filter(given -> given.concerns(caller, actingTeam))
                            .map(given -> new CaseGrant(given.kind(), given.role()))
                            .collect(Collectors.toSet());
            return new CaseAccess(
                    team,
                    visibility,
                    handling,
                    compartments,
                    state,
                    isDeleted,
                    excluded.contains(caller.subject()),
                    applying);
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private <T> T any(T[] some) {
        return some[random.nextInt(some.length)];
    }

    private <T> Set<T> some(List<T> all, double share) {
        return all.stream()
                .filter(item -> random.nextDouble() < share)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Caller caller(int number) {
        boolean isMachine = random.nextInt(4) == 0;
        Set<Role> roles = isMachine ? Set.of() : some(List.of(Role.values()), 0.25);
        return new Caller(
                "subject-" + number,
                "user-" + number,
                "User",
                isMachine ? "client-" + number % 5 : "fairlead-gateway",
                isMachine,
                Map.of(any(TEAMS), roles),
                isMachine ? some(SCOPES, 0.6) : Set.of("openid", "cases:read"),
                Set.of(),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(any(Handling.values()).slug()),
                some(COMPARTMENTS, 0.7));
    }

    private Known known() {
        var grants = new ArrayList<Given>();
        var taken = new HashSet<String>();
        for (int i = random.nextInt(5); i > 0; i--) {
            GranteeKind kind = any(GranteeKind.values());
            String grantee =
                    switch (kind) {
                        case PERSON -> "subject-" + random.nextInt(CALLERS);
                        case TEAM -> any(TEAMS);
                        case CLIENT -> "client-" + random.nextInt(5);
                    };
            boolean isRevoked = random.nextInt(6) == 0;
            boolean isExpired = random.nextInt(5) == 0;
            if (isRevoked || taken.add(kind + grantee)) {
                grants.add(new Given(kind, grantee, any(GrantRole.values()), isExpired, isRevoked));
            }
        }
        var excluded = new TreeSet<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            excluded.add("subject-" + random.nextInt(CALLERS));
        }
        return new Known(
                UUID.randomUUID(),
                any(TEAMS),
                any(Visibility.values()),
                any(Handling.values()),
                some(COMPARTMENTS, 0.3),
                any(CaseState.values()),
                random.nextInt(12) == 0,
                grants,
                excluded);
    }

    private static Connection connection() throws SQLException {
        int port = PlatformResource.database().getPort();
        var connection =
                DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/cases", "cases", "app");
        connection.setAutoCommit(false);
        return connection;
    }

    private static void run(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (var statement = prepared(connection, sql, values)) {
            statement.execute();
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, @Nullable Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Set<?> words) {
                statement.setArray(i + 1, connection.createArrayOf("text", words.toArray()));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    private static void store(Connection connection, Known known) throws SQLException {
        var now = Timestamp.from(Instant.now());
        run(
                connection,
                "insert into case_file (id, team, number, title, state, priority, handling,"
                        + " is_synthetic, opened_by, opened_at, changed_at, version, visibility,"
                        + " compartments, deleted_at) values (?, ?, ?, 't', ?, 'NORMAL', ?, false, 'x',"
                        + " ?, ?, 1, ?, ?, ?)",
                known.id(),
                known.team(),
                known.id().toString(),
                known.state().name(),
                known.handling().name(),
                now,
                now,
                known.visibility().name(),
                known.compartments(),
                known.isDeleted() ? now : null);
        for (Given given : known.grants()) {
            run(
                    connection,
                    "insert into case_grant (id, team, case_id, grantee_kind, grantee, grantee_name,"
                            + " role, expires_at, granted_by, granted_at, revoked_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, 'x', ?, ?)",
                    UUID.randomUUID(),
                    known.team(),
                    known.id(),
                    given.kind().name(),
                    given.grantee(),
                    given.grantee(),
                    given.role().name(),
                    given.isExpired() ? Timestamp.from(Instant.now().minusSeconds(1)) : null,
                    now,
                    given.isRevoked() ? now : null);
        }
        for (String subject : known.excluded()) {
            run(
                    connection,
                    "insert into case_exclusion (id, team, case_id, subject, name, reason,"
                            + " excluded_by, excluded_at) values (?, ?, ?, ?, 'n', 'r', 'x', ?)",
                    UUID.randomUUID(),
                    known.team(),
                    known.id(),
                    subject,
                    now);
        }
    }

    private static void enter(Connection connection, Caller caller, String team)
            throws SQLException {
        run(
                connection,
                "select enter_as(?, ?, ?, ?, ?, ?, ?, ?)",
                caller.subject(),
                caller.client(),
                caller.isMachine(),
                team,
                caller.teams().getOrDefault(team, Set.of()).stream()
                        .map(Role::slug)
                        .collect(Collectors.toSet()),
                caller.scopes(),
                CasePolicy.clearance(caller).level(),
                caller.compartments());
    }

    private static Set<UUID> rows(Connection connection) throws SQLException {
        var ids = new HashSet<UUID>();
        try (var statement = connection.prepareStatement("select id from case_file");
                var found = statement.executeQuery()) {
            while (found.next()) {
                ids.add(found.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static Map<String, String> decisions(Connection connection, UUID id)
            throws SQLException {
        var actions = Arrays.stream(Action.values()).map(Action::slug).collect(Collectors.toSet());
        var decisions = new HashMap<String, String>();
        try (var statement =
                        prepared(
                                connection,
                                "select a, case_decision(?, a) from unnest(?::text[]) as a",
                                id,
                                actions);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                decisions.put(rows.getString(1), rows.getString(2));
            }
        }
        return decisions;
    }

    @Test
    void agreeOnEveryActionAndOnEveryRow() throws SQLException {
        var cases = new ArrayList<Known>();
        for (int i = 0; i < CASES; i++) {
            cases.add(known());
        }
        int compared = 0;
        int allowed = 0;
        try (var connection = connection()) {
            run(connection, "select set_config('fairlead.system', 'on', true)");
            for (Known known : cases) {
                store(connection, known);
            }
            for (int number = 0; number < CALLERS; number++) {
                Caller caller = caller(number);
                String team = caller.teams().keySet().iterator().next();
                enter(connection, caller, team);
                Set<UUID> rows = rows(connection);
                for (Known known : cases) {
                    var wanted = known.to(caller, team);
                    var inDatabase = decisions(connection, known.id());
                    for (Action action : Action.values()) {
                        var inJava = CasePolicy.decide(caller, team, action, wanted);
                        assertThat(inDatabase.get(action.slug()))
                                .as("%s acting for %s, %s of %s", caller, team, action, known)
                                .isEqualTo(inJava.name().toLowerCase(Locale.ROOT));
                        compared++;
                        allowed += inJava == CasePolicy.Decision.ALLOWED ? 1 : 0;
                    }
                    assertThat(rows.contains(known.id()))
                            .as("row of %s for %s", known, caller)
                            .isEqualTo(
                                    CasePolicy.decide(caller, team, Action.READ, wanted)
                                            != CasePolicy.Decision.HIDDEN);
                }
            }
            connection.rollback();
        }
        assertThat(compared).isGreaterThan(10_000);
        assertThat(allowed).isGreaterThan(1_000);
        System.out.println(
                "policy and database agree on %d of %d, %d of them allowed"
                        .formatted(compared, compared, allowed));
    }

    @Test
    void haveTheSameTable() throws SQLException {
        var expected =
                CasePolicy.rules().stream()
                        .map(rule -> rule.basis() + " " + rule.role() + " " + rule.action().slug())
                        .collect(Collectors.toSet());
        var found = new HashSet<String>();
        try (var connection = connection();
                var statement =
                        connection.prepareStatement("select basis, role, action from policy_rule");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
        }

        assertThat(found).isEqualTo(expected);
    }
}
