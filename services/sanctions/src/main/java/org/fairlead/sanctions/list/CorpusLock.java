package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/// Keeps a vessel from slipping between two transactions, one that brings the vessel and one that
/// brings the listing, neither of which sees the other's rows. Held to the transaction's end.
public final class CorpusLock {

    private static final long KEY = 0x7361_6e63_7469_6f6eL;

    private CorpusLock() {}

    /// For a transaction that changes the listings: alone.
    public static Uni<Void> exclusive(SqlConnection connection) {
        return lock(connection, "select pg_advisory_xact_lock($1)");
    }

    /// For a transaction that reads them to screen: beside others of its kind.
    public static Uni<Void> shared(SqlConnection connection) {
        return lock(connection, "select pg_advisory_xact_lock_shared($1)");
    }

    private static Uni<Void> lock(SqlConnection connection, String statement) {
        return connection.preparedQuery(statement).execute(Tuple.of(KEY)).replaceWithVoid();
    }
}
