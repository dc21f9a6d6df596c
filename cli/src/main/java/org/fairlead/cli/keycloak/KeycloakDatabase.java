package org.fairlead.cli.keycloak;

import java.sql.Connection;
import java.sql.SQLException;
import org.fairlead.cli.postgresql.PostgresServer;

/// Keycloak's own database.
record KeycloakDatabase(PostgresServer server) {

    private static final String NAME = KeycloakPart.NAME;

    /// Empties the database after a first start that was cut off.
    ///
    /// Keycloak cannot take up half a schema again. Until the realm has been imported, in one
    /// transaction at the end, there is nothing in it to lose.
    void discardUnfinished() throws SQLException {
        boolean isUnfinished;
        try (var connection = server.connect(NAME)) {
            isUnfinished =
                    answers(
                                    connection,
                                    "select exists (select from pg_tables where schemaname = 'public')")
                            && !hasRealm(connection);
        }
        if (isUnfinished) {
            server.recreate(NAME, NAME);
        }
    }

    private static boolean hasRealm(Connection connection) throws SQLException {
        return answers(connection, "select to_regclass('public.realm') is not null")
                && answers(connection, "select exists (select from realm where name = 'fairlead')");
    }

    private static boolean answers(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
