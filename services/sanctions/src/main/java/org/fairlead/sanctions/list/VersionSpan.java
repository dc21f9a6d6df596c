package org.fairlead.sanctions.list;

import java.time.Instant;

/// An accepted version and the time over which its bytes were seen to be the publisher's.
public record VersionSpan(int number, String sha256, Instant firstObserved, Instant lastObserved) {

    public VersionSpan {
        if (lastObserved.isBefore(firstObserved)) {
            throw new IllegalArgumentException("last observed before first: version " + number);
        }
    }
}
