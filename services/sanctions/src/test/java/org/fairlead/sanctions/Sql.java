package org.fairlead.sanctions;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.testing.PlatformResource;

/// Looks into the service's database.
public final class Sql {

    private Sql() {}

    /// The first column of a query, as text.
    public static List<String> column(String query) {
        try (var connection =
                        PlatformResource.database()
                                .getDatabase("postgres", "sanctions")
                                .getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException fault) {
            throw new AssertionError(fault);
        }
    }

    public static void run(String statement) {
        try (var connection =
                        PlatformResource.database()
                                .getDatabase("postgres", "sanctions")
                                .getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException fault) {
            throw new AssertionError(fault);
        }
    }
}
