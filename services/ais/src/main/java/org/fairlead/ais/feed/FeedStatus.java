package org.fairlead.ais.feed;

import java.time.Instant;
import org.fairlead.ais.ingest.Summary;
import org.jspecify.annotations.Nullable;

/// How a feed is doing, as its owner last told.
///
/// @param state `connecting`, `waiting` (for the next attempt), `receiving`, `listening`,
///   `held-back` (its spool is full), `stopped`
/// @param detail one sentence, for a person
/// @param newestReportAt how far the source has come in its own time
/// @param backlogBytes accepted and on disk, not yet passed on
/// @param heldBackMillis how long reading has been held back altogether
/// @param droppedDatagrams datagrams that came while the spool was full, and their bytes
/// @param reconnects connections that ended
public record FeedStatus(
        String state,
        String detail,
        Instant updatedAt,
        @Nullable Instant lastReceivedAt,
        @Nullable Instant newestReportAt,
        double linesPerSecond,
        double bytesPerSecond,
        double fixesPerSecond,
        double rejectsPerSecond,
        long acceptedBytes,
        long backlogBytes,
        long spoolMaxBytes,
        long heldBackMillis,
        long droppedDatagrams,
        long droppedBytes,
        long reconnects,
        int connections,
        @Nullable Instant nextAttemptAt,
        Summary summary) {}
