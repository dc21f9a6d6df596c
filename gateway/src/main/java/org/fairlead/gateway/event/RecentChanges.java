package org.fairlead.gateway.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.fairlead.contracts.cases.CaseChange;
import org.jspecify.annotations.Nullable;

/// The newest changes, and everybody who wants the next ones.
final class RecentChanges {

    /// What a subscriber gets first.
    ///
    /// @param missed changes it has not seen, oldest first
    /// @param isComplete false when some of those are no longer kept
    /// @param position where it stands before the missed ones
    record Beginning(List<Change> missed, boolean isComplete, Position position) {}

    private final int most;
    private final Deque<Change> kept = new ArrayDeque<>();
    private final Set<Consumer<Change>> listeners = new CopyOnWriteArraySet<>();
    private Position oldest;
    private Position newest;

    /// @param start where reading begins: nothing before it is known here
    RecentChanges(int most, Position start) {
        this.most = most;
        this.oldest = start;
        this.newest = start;
    }

    synchronized void add(int partition, long offset, CaseChange content) {
        newest = newest.after(partition, offset);
        kept.add(new Change(partition, offset, newest, content));
        if (kept.size() > most) {
            Change gone = kept.remove();
            oldest = oldest.after(gone.partition(), gone.offset());
        }
        Change added = kept.getLast();
        listeners.forEach(listener -> listener.accept(added));
    }

    /// Something lay there that is no change anybody could read.
    synchronized void skip(int partition, long offset) {
        newest = newest.after(partition, offset);
    }

    /// Missed ones and listening from then on, with nothing lost or doubled in between.
    ///
    /// @param seen where the subscriber was, absent for one who begins now
    synchronized Beginning subscribe(@Nullable Position seen, Consumer<Change> listener) {
        listeners.add(listener);
        if (seen == null) {
            return new Beginning(List.of(), true, newest);
        }
        List<Change> missed =
                kept.stream()
                        .filter(change -> !seen.hasSeen(change.partition(), change.offset()))
                        .toList();
        return new Beginning(missed, !seen.isBehind(oldest), seen);
    }

    void unsubscribe(Consumer<Change> listener) {
        listeners.remove(listener);
    }

    synchronized int partitions() {
        return newest.next().length;
    }

    synchronized Position newest() {
        return newest;
    }

    int subscribers() {
        return listeners.size();
    }
}
