package org.fairlead.sanctions.list;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The version of a list an answer rests on.
///
/// @param observedAt when its bytes were last seen to be the publisher's
/// @param newerFileSetAside why a file that came later does not serve; absent when none did
public record Freshness(
        String list, int version, Instant observedAt, @Nullable String newerFileSetAside) {

    public static Freshness of(String list, VersionSpan span, @Nullable String newerFileSetAside) {
        return new Freshness(list, span.number(), span.lastObserved(), newerFileSetAside);
    }
}
