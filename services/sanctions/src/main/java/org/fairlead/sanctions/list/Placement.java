package org.fairlead.sanctions.list;

import java.time.Instant;
import java.util.List;

/// Where an observation of a file stands among the accepted versions of its list.
sealed interface Placement {

    /// The same bytes stand there already; they are now known to have stood over this span.
    record Seen(VersionSpan span) implements Placement {}

    /// Newer than all that was observed.
    record Newest() implements Placement {}

    /// Other bytes, observed before the newest version was: `from` and `to` would need another
    /// history than the one already told.
    record OutOfOrder(VersionSpan newest) implements Placement {}

    /// @param accepted in order of observation
    static Placement of(List<VersionSpan> accepted, String sha256, Instant observedAt) {
        for (int i = 0; i < accepted.size(); i++) {
            var version = accepted.get(i);
            boolean isAfterPrevious =
                    i == 0 || observedAt.isAfter(accepted.get(i - 1).lastObserved());
            boolean isBeforeNext =
                    i == accepted.size() - 1
                            || observedAt.isBefore(accepted.get(i + 1).firstObserved());
            if (version.sha256().equals(sha256) && isAfterPrevious && isBeforeNext) {
                return new Seen(extended(version, observedAt));
            }
        }
        if (accepted.isEmpty() || observedAt.isAfter(accepted.getLast().lastObserved())) {
            return new Newest();
        }
        return new OutOfOrder(accepted.getLast());
    }

    private static VersionSpan extended(VersionSpan version, Instant observedAt) {
        return new VersionSpan(
                version.number(),
                version.sha256(),
                observedAt.isBefore(version.firstObserved()) ? observedAt : version.firstObserved(),
                observedAt.isAfter(version.lastObserved()) ? observedAt : version.lastObserved());
    }
}
