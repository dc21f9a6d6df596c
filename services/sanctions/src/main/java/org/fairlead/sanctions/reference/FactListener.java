package org.fairlead.sanctions.reference;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/// Works in the transaction that records a fact, so that both are seen or neither.
public interface FactListener {

    Uni<Void> recorded(SqlConnection connection, String imo);
}
