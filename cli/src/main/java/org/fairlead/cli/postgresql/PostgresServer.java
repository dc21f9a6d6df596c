package org.fairlead.cli.postgresql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.fairlead.cli.part.Site;

/// The running server as its superuser sees it.
public record PostgresServer(int port, String password) {

    static final String SUPERUSER = "postgres";

    public static PostgresServer of(Site site) {
        return new PostgresServer(
                site.ports().postgresql(), site.secrets().of("postgresql." + SUPERUSER));
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=3&socketTimeout=30"
                        .formatted(port, database),
                SUPERUSER,
                password);
    }

    /// Puts an empty database in the place of one, with the same owner.
    public void recreate(String database, String owner) throws SQLException {
        try (var connection = connect(SUPERUSER);
                var statement = connection.createStatement()) {
            statement.execute("drop database " + database + " with (force)");
            statement.execute("create database " + database + " owner " + owner);
            statement.execute("revoke all on database " + database + " from public");
        }
    }

    boolean accepts() {
        try (var connection = connect(SUPERUSER)) {
            return connection.isValid(2);
        } catch (SQLException away) {
            return false;
        }
    }
}
