package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;

/// Works in the transaction that makes a version current, so that both are seen or neither.
public interface VersionListener {

    Uni<Void> becameCurrent(SqlConnection connection, String list, int version, Instant observedAt);
}
