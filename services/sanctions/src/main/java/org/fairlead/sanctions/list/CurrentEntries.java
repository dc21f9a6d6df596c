package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.fairlead.lists.CanonicalListing;
import org.fairlead.lists.Listing;
import org.jspecify.annotations.Nullable;

/// What the version that serves says of each entry, as the next file is held against it. That of
/// the list taken in last stays in memory: a replay of hundreds of versions reads each file once
/// and no rows.
///
/// Kept by the SHA-256 of the file, from which all of it follows: a version that is rolled back
/// leaves nothing wrong behind.
@ApplicationScoped
class CurrentEntries {

    private final ListingRowStore listings;
    private final AtomicReference<SoftReference<@Nullable Kept>> last =
            new AtomicReference<>(new SoftReference<>(null));

    @Inject
    CurrentEntries(ListingRowStore listings) {
        this.listings = listings;
    }

    /// @param canonical by id
    private record Kept(
            String list,
            String sha256,
            boolean withNames,
            ListingRowStore.Current entries,
            Map<String, CanonicalListing> canonical) {

        boolean isOf(String otherList, String otherSha256, boolean needsNames) {
            return list.equals(otherList)
                    && sha256.equals(otherSha256)
                    && (withNames || !needsNames);
        }
    }

    /// @param serving the accepted versions, the serving one last
    Uni<ListingRowStore.Current> of(
            SqlConnection connection,
            String list,
            List<ListVersionView> serving,
            boolean withNames) {
        var kept = last.get().get();
        return kept != null
                        && !serving.isEmpty()
                        && kept.isOf(list, serving.getLast().sha256(), withNames)
                ? Uni.createFrom().item(kept.entries())
                : listings.current(connection, list, withNames);
    }

    /// The same as [CanonicalListing#of] of each. What says what the file before said has its text
    /// and hash from there: all but a few of thousands.
    List<CanonicalListing> canonical(String list, List<Listing> listings) {
        var kept = last.get().get();
        Map<String, CanonicalListing> before =
                kept != null && kept.list().equals(list) ? kept.canonical() : Map.of();
        return listings.stream().map(listing -> canonical(listing, before)).toList();
    }

    private static CanonicalListing canonical(
            Listing listing, Map<String, CanonicalListing> before) {
        var same = before.get(listing.sourceId());
        return same != null && same.listing().equals(listing) ? same : CanonicalListing.of(listing);
    }

    /// Remembers a file's entries for the one after it.
    void remember(String list, String sha256, List<CanonicalListing> entries, boolean withNames) {
        var canonical = new HashMap<String, CanonicalListing>();
        entries.forEach(entry -> canonical.put(entry.listing().sourceId(), entry));
        last.set(
                new SoftReference<>(
                        new Kept(
                                list,
                                sha256,
                                withNames,
                                ListingRowStore.Current.of(entries, withNames),
                                canonical)));
    }
}
