package org.fairlead.cli.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.fairlead.cli.state.Secrets;

/// The databases of the platform and who may do what in them.
///
/// `<name>_owner` owns the database and migrates it; `<name>`, the running service, reads and
/// writes rows and can neither change tables nor pass by row-level security.
final class Databases {

    private static final List<String> OF_SERVICES =
            List.of("ais", "imagery", "sanctions", "cases", "gateway");
    private static final String KEYCLOAK = "keycloak";

    private final PostgresServer server;
    private final Secrets secrets;

    Databases(PostgresServer server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    void create() throws SQLException {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            for (var name : OF_SERVICES) {
                role(connection, statement, name);
                role(connection, statement, name + "_owner");
                database(connection, statement, name, name + "_owner");
            }
            role(connection, statement, KEYCLOAK);
            database(connection, statement, KEYCLOAK, KEYCLOAK);
        }
        for (var name : OF_SERVICES) {
            grant(name);
        }
    }

    private void role(Connection connection, Statement statement, String role) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            statement.execute(
                    "create role "
                            + role
                            + " login password '"
                            + secrets.of("postgresql." + role)
                            + "'");
        }
    }

    private static void database(
            Connection connection, Statement statement, String name, String owner)
            throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            statement.execute("create database " + name + " owner " + owner);
            statement.execute("revoke all on database " + name + " from public");
        }
    }

    private void grant(String name) throws SQLException {
        var owner = name + "_owner";
        try (var connection = server.connect(name);
                var statement = connection.createStatement()) {
            statement.execute("grant connect, temporary on database " + name + " to " + name);
            statement.execute("grant usage on schema public to " + name);
            var later = "alter default privileges for role " + owner + " in schema public grant ";
            statement.execute(later + "select, insert, update, delete on tables to " + name);
            statement.execute(later + "usage, select on sequences to " + name);
            statement.execute(later + "execute on functions to " + name);
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
