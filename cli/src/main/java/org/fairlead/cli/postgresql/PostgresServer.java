package org.fairlead.cli.postgresql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The running server as its superuser sees it.
record PostgresServer(int port, String password) {

    static final String SUPERUSER = "postgres";

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=3&socketTimeout=30"
                        .formatted(port, database),
                SUPERUSER,
                password);
    }

    boolean accepts() {
        try (var connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException away) {
            return false;
        }
    }
}
