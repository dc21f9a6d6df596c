package org.fairlead.sanctions.asof;

import java.util.List;
import org.fairlead.sanctions.list.VersionSpan;
import org.jspecify.annotations.Nullable;

/// The accepted versions on either side of a date. The same version on both sides: its bytes were
/// seen on that date, or before and after it.
public record Neighbours(@Nullable VersionSpan before, @Nullable VersionSpan after) {

    /// @param versions in order of observation
    public static Neighbours of(List<VersionSpan> versions, AsOfDate date) {
        VersionSpan before = null;
        for (VersionSpan version : versions) {
            if (version.firstObserved().isAfter(date.to())) {
                return new Neighbours(before, version);
            }
            before = version;
            if (!version.lastObserved().isBefore(date.from())
                    && !isFollowedWithin(versions, version, date)) {
                return new Neighbours(version, version);
            }
        }
        return new Neighbours(before, null);
    }

    /// The version that serves now; absent before the first.
    public static @Nullable VersionSpan newest(List<VersionSpan> versions) {
        return versions.isEmpty() ? null : versions.getLast();
    }

    // Two versions on one day: the later one speaks for the day.
    private static boolean isFollowedWithin(
            List<VersionSpan> versions, VersionSpan version, AsOfDate date) {
        int next = versions.indexOf(version) + 1;
        return next < versions.size() && !versions.get(next).firstObserved().isAfter(date.to());
    }
}
