package org.fairlead.ais.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A feed as the API tells it.
///
/// @param status absent until an instance has taken the feed
record FeedView(
        UUID id,
        String name,
        String kind,
        @Nullable String host,
        int port,
        @Nullable String receiver,
        String sourceClass,
        String createdBy,
        Instant createdAt,
        @Nullable FeedStatus status) {

    static FeedView of(FeedStore.Told told) {
        var feed = told.feed();
        return new FeedView(
                feed.id(),
                feed.name(),
                feed.kind().code(),
                feed.host().isEmpty() ? null : feed.host(),
                feed.port(),
                feed.receiver().isEmpty() ? null : feed.receiver(),
                feed.sourceClass().code(),
                feed.createdBy(),
                feed.createdAt(),
                told.status());
    }
}
