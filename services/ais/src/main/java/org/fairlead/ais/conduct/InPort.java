package org.fairlead.ais.conduct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails.PortVisit;

/// Ships that are in port as far as was heard, and when they are lost from sight: their visit is
/// told of as ended when the source that heard them has come that far without them.
///
/// Follows from what is stored and from how far the sources have come.
final class InPort {

    private final long endsAfterMillis;
    private final Map<Integer, Watch> watched = new HashMap<>();
    private final Map<String, Long> heardUntil = new HashMap<>();

    /// By source, the next to be looked at first. A ship stays where she is in the queue of her
    /// source while her time only grows later: most are heard again long before. Turns of those who
    /// have left are passed over when they come.
    private final Map<String, PriorityQueue<Turn>> turns = new HashMap<>();

    /// @param queuedMillis when it is her turn to be looked at in the queue
    private record Watch(String source, long atMillis, long queuedMillis) {}

    private record Turn(long atMillis, int mmsi) {

        static final Comparator<Turn> ORDER =
                Comparator.comparingLong(Turn::atMillis).thenComparingInt(Turn::mmsi);
    }

    InPort(long endsAfterMillis) {
        this.endsAfterMillis = endsAfterMillis;
    }

    void clear() {
        watched.clear();
        turns.clear();
        heardUntil.clear();
    }

    void heard(String source, long watermarkMillis) {
        heardUntil.merge(source, watermarkMillis, Math::max);
    }

    long heardUntil(String source) {
        return heardUntil.getOrDefault(source, Long.MIN_VALUE);
    }

    /// She is looked at once the source has come to this time; that may be too early, not too late.
    void watch(int mmsi, String source, long atMillis) {
        var before = watched.get(mmsi);
        if (before != null && before.source().equals(source) && before.queuedMillis() <= atMillis) {
            watched.put(mmsi, new Watch(source, atMillis, before.queuedMillis()));
        } else {
            queue(mmsi, source, atMillis);
        }
    }

    private void queue(int mmsi, String source, long atMillis) {
        watched.put(mmsi, new Watch(source, atMillis, atMillis));
        turns.computeIfAbsent(source, any -> new PriorityQueue<>(Turn.ORDER))
                .add(new Turn(atMillis, mmsi));
    }

    void leave(int mmsi) {
        watched.remove(mmsi);
    }

    /// As it was when the process ended.
    void restore(int mmsi, Activity told) {
        if (told.state() == Activity.State.OPEN
                && told.details() instanceof PortVisit
                && !told.fixes().isEmpty()) {
            var last = told.fixes().getLast();
            watch(
                    mmsi,
                    Objects.requireNonNullElse(last.source(), ""),
                    last.at().toEpochMilli() + endsAfterMillis);
        }
    }

    /// Whose time has come; they are taken off.
    List<Integer> due() {
        var due = new ArrayList<Integer>();
        turns.forEach((source, queue) -> {
            long until = heardUntil(source);
            var next = queue.peek();
            while (next != null && next.atMillis() <= until) {
                queue.remove();
                take(next, source, until, due);
                next = queue.peek();
            }
        });
        turns.values().removeIf(PriorityQueue::isEmpty);
        due.sort(null);
        return due;
    }

    private void take(Turn turn, String source, long until, List<Integer> due) {
        var watch = watched.get(turn.mmsi());
        if (watch == null
                || !watch.source().equals(source)
                || watch.queuedMillis() != turn.atMillis()) {
            // She has left, or another source heard her since.
            return;
        }
        if (watch.atMillis() <= until) {
            watched.remove(turn.mmsi());
            due.add(turn.mmsi());
        } else {
            queue(turn.mmsi(), source, watch.atMillis());
        }
    }
}
