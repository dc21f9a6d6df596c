package org.fairlead.nmea;

import java.time.Instant;
import org.fairlead.nmea.message.AisMessage;
import org.jspecify.annotations.Nullable;

/// What became of one received line.
public sealed interface Reading {

    /// The line completed a message.
    ///
    /// @param receivedAt tag block `c:`, else `$PGHP`, else the epoch after the sentence, else what
    ///   a logger wrote before it, else absent: then the caller's time of arrival is the best there
    ///   is
    /// @param source tag block `s:`, else the `$PGHP` station, else the sender of the log
    /// @param channel `A`, `B`, `1`, `2`; NUL when not given
    record Decoded(
            AisMessage message,
            @Nullable Instant receivedAt,
            @Nullable String source,
            char channel,
            boolean isOwnShip)
            implements Reading {}

    /// The line is one part of a message whose other parts have not come yet.
    record AwaitingParts(int have, int want) implements Reading {}

    /// The line could not be decoded.
    ///
    /// @param column index of the offending byte in the line, from 0
    record Rejected(Reason reason, int column) implements Reading {}

    /// The line is legitimate and no AIS sentence.
    record Ignored(OtherLine what) implements Reading {}
}
