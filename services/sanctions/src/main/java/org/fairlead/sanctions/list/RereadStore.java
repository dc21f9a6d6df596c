package org.fairlead.sanctions.list;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.fairlead.lists.CanonicalListing;
import org.fairlead.lists.ListingJson;
import org.fairlead.lists.Reading;
import org.fairlead.lists.file.FileFormat;
import org.fairlead.service.problem.ProblemException;
import org.jboss.logging.Logger;

/// Writes a list's rows anew from the publisher's kept bytes when the model of listings has changed
/// since they were written: an upgraded platform must not tell of every entry as changed, nor keep
/// what an older reader overlooked. Tells nobody of changes; re-screens.
@ApplicationScoped
class RereadStore {

    private static final Logger LOG = Logger.getLogger(RereadStore.class);

    private final Pool pool;
    private final BlobStore blobs;
    private final ListingRowStore listings;
    private final VersionRowStore versions;
    private final VersionListener listener;

    @Inject
    RereadStore(
            Pool pool,
            BlobStore blobs,
            ListingRowStore listings,
            VersionRowStore versions,
            VersionListener listener) {
        this.pool = pool;
        this.blobs = blobs;
        this.listings = listings;
        this.versions = versions;
        this.listener = listener;
    }

    /// Old rows go on being served until each list's own transaction has written its new ones.
    void rereadAll(@Observes StartupEvent event) {
        Infrastructure.getDefaultWorkerPool()
                .execute(() -> {
                    for (ListSource source : ListSource.values()) {
                        rereadLogged(source);
                    }
                });
    }

    private void rereadLogged(ListSource source) {
        try {
            pool.withTransaction(connection ->
                            CorpusLock.exclusive(connection)
                                    .chain(() -> ensureCurrent(connection, source)))
                    .await()
                    .indefinitely();
        } catch (RuntimeException fault) {
            LOG.errorf(
                    fault,
                    "list=%s could not be read anew; its old rows go on serving",
                    source.id());
        }
    }

    /// @throws ProblemException `unreadable-history` when a kept file cannot be read any more
    Uni<Void> ensureCurrent(SqlConnection connection, ListSource source) {
        return connection
                .preparedQuery("select model from list_source where id = $1")
                .execute(Tuple.of(source.id()))
                .chain(rows -> {
                    var row = rows.iterator();
                    boolean isCurrent =
                            !row.hasNext() || row.next().getInteger(0) >= ListingJson.MODEL;
                    return isCurrent ? Uni.createFrom().voidItem() : reread(connection, source);
                });
    }

    private Uni<Void> reread(SqlConnection connection, ListSource source) {
        return versions.of(connection, source.id())
                .map(all ->
                        all.stream()
                                .filter(version ->
                                        version.status().equals(ListVersionView.ACCEPTED))
                                .toList())
                .chain(accepted ->
                        listings.forget(connection, source.id())
                                .chain(() -> replay(connection, source, accepted))
                                .chain(() -> markCurrent(connection, source.id()))
                                .chain(() -> rescreen(connection, accepted)));
    }

    private Uni<Void> replay(
            SqlConnection connection, ListSource source, List<ListVersionView> accepted) {
        Uni<Void> all = Uni.createFrom().voidItem();
        int previous = 0;
        for (ListVersionView version : accepted) {
            int before = previous;
            all = all.chain(() -> replay(connection, source, version, before));
            previous = version.number();
        }
        return all;
    }

    private Uni<Void> replay(
            SqlConnection connection, ListSource source, ListVersionView version, int previous) {
        return Uni.createFrom()
                .item(() -> canonical(source, version))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(file ->
                        listings.current(connection, source.id(), false)
                                .map(current -> Difference.of(current.hashById(), file)))
                .chain(difference ->
                        listings.apply(
                                connection, source.id(), version.number(), previous, difference));
    }

    private List<CanonicalListing> canonical(ListSource source, ListVersionView version) {
        try (InputStream file = blobs.open(version.sha256())) {
            var format = FileFormat.ofSlug(version.format()).orElse(source.formats().getFirst());
            return switch (format.reader().read(file)) {
                case Reading.Read read ->
                        read.listings().stream().map(CanonicalListing::of).toList();
                case Reading.Refused refused -> throw unreadable(version, refused.reason());
            };
        } catch (IOException fault) {
            throw unreadable(version, "its bytes are not in the store");
        }
    }

    private static ProblemException unreadable(ListVersionView version, String reason) {
        return new ProblemException(
                SanctionsProblem.UNREADABLE_HISTORY,
                "Version %d of %s was accepted by an older release and cannot be read by this one: %s. Nothing is taken in until it can."
                        .formatted(version.number(), version.list(), reason));
    }

    private static Uni<Void> markCurrent(SqlConnection connection, String list) {
        return connection
                .preparedQuery("update list_source set model = $2 where id = $1")
                .execute(Tuple.of(list, ListingJson.MODEL))
                .replaceWithVoid();
    }

    private Uni<Void> rescreen(SqlConnection connection, List<ListVersionView> accepted) {
        if (accepted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var newest = accepted.getLast();
        LOG.infof("list=%s versions=%d read anew", newest.list(), accepted.size());
        return listener.becameCurrent(
                connection, newest.list(), newest.number(), newest.observedAt());
    }
}
