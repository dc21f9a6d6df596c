package org.fairlead.sanctions.list;

import java.time.Instant;

/// The version of a list an answer rests on.
///
/// @param observedAt when its bytes were last seen to be the publisher's
public record Freshness(String list, int version, Instant observedAt) {

    public static Freshness of(String list, VersionSpan span) {
        return new Freshness(list, span.number(), span.lastObserved());
    }
}
