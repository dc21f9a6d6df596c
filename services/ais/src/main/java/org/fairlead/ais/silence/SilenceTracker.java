package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.fairlead.contracts.ais.Silence;
import org.jspecify.annotations.Nullable;

/// Finds silences: a pure step from what is remembered and what was heard to what is to be told.
///
/// What holds is worked out anew from the reports remembered, and then compared with what was told.
/// So the newest versions do not depend on the order in which reports came, and a report that comes
/// twice changes nothing. A silence is known by its transmitter and its start: when late data ends
/// it earlier it stays the same silence in a new version; when late data moves its start, it is
/// retracted and another one begins.
final class SilenceTracker {

    private static final int MOST_TOLD = 4096;

    private final SilenceConfig config;

    SilenceTracker(SilenceConfig config) {
        this.config = config;
    }

    /// @param found versions to publish, by start
    /// @param wakeAt when the source of the last report has come this far, look again
    record Step(TransmitterState next, List<Told> found, OptionalLong wakeAt) {}

    /// @param coverage when a source was on air, by name
    /// @param horizonMillis how far the recording being read has come: she may yet be heard in the
    ///   rest of it, however far the source has come in others
    Step on(
            TransmitterState state,
            List<Contact> contacts,
            Function<String, Coverage> coverage,
            long horizonMillis) {
        var presences = state.presences();
        for (Contact contact : contacts) {
            presences =
                    presences.and(
                            contact, config.pauseAfter().toMillis(), config.rememberedPauses());
        }
        var habit = new Habit(config.leastIntervals());
        var told = new TreeMap<>(state.told());
        var holding = holding(presences, told, coverage, horizonMillis, habit);
        var found = news(presences, holding, told);
        forget(presences, told);
        return new Step(
                new TransmitterState(presences, told), found, wakeAt(presences, told, habit));
    }

    private SortedMap<Long, Told> holding(
            Presences presences,
            SortedMap<Long, Told> told,
            Function<String, Coverage> coverage,
            long horizonMillis,
            Habit habit) {
        var holding = new TreeMap<Long, Told>();
        var inOrder = presences.inOrder();
        for (int i = 0; i < inOrder.size(); i++) {
            habit.learn(inOrder.get(i));
            var start = inOrder.get(i).last();
            long onAirUntil = coverage.apply(start.source()).onAirUntil(start.atMillis());
            if (i + 1 == inOrder.size()) {
                // What was told as open stays so while an older recording is read.
                long until =
                        isOpen(told.get(start.atMillis()))
                                ? onAirUntil
                                : Math.min(onAirUntil, horizonMillis);
                long observed = until - start.atMillis();
                if (isSilence(observed, habit)) {
                    long usual = habit.usualMillis().orElseThrow();
                    holding.put(
                            start.atMillis(),
                            new Told(start, null, Silence.State.OPEN, 0, observed, usual));
                }
                continue;
            }
            var end = inOrder.get(i + 1).first();
            long length = end.atMillis() - start.atMillis();
            long observed = Math.min(length, onAirUntil - start.atMillis());
            if (isSilence(observed, habit)) {
                long usual = habit.usualMillis().orElseThrow();
                holding.put(
                        start.atMillis(),
                        new Told(start, end, Silence.State.REAPPEARED, 0, length, usual));
            } else if (observed == length) {
                // She was listened to all the while: pausing that long is a habit of hers.
                habit.learn(length);
            }
        }
        return holding;
    }

    private static boolean isOpen(@Nullable Told told) {
        return told != null && told.state() == Silence.State.OPEN;
    }

    private boolean isSilence(long observedMillis, Habit habit) {
        var threshold = thresholdMillis(habit);
        return threshold.isPresent() && observedMillis >= threshold.getAsLong();
    }

    private OptionalLong thresholdMillis(Habit habit) {
        var usual = habit.usualMillis();
        return usual.isEmpty()
                ? usual
                : OptionalLong.of(
                        Math.max(
                                config.opensAfter().toMillis(),
                                (long) (config.timesOwnHabit() * usual.getAsLong())));
    }

    private static List<Told> news(
            Presences presences, SortedMap<Long, Told> holding, SortedMap<Long, Told> told) {
        if (presences.inOrder().isEmpty()) {
            return List.of();
        }
        // What began before the oldest pause remembered can no longer be judged: it stays as told.
        long oldest = presences.inOrder().getFirst().first().atMillis();
        var starts = new TreeSet<>(told.tailMap(oldest).keySet());
        starts.addAll(holding.keySet());
        var found = new ArrayList<Told>();
        for (long start : starts) {
            var before = told.get(start);
            var now = holding.get(start);
            Told next = null;
            if (now != null && (before == null || !now.saysTheSameAs(before))) {
                next = now.as(now.state(), before == null ? 1 : before.version() + 1);
            } else if (now == null && before != null && !before.isRetracted()) {
                next = before.as(Silence.State.RETRACTED, before.version() + 1);
            }
            if (next != null) {
                told.put(start, next);
                found.add(next);
            }
        }
        return found;
    }

    /// What began before the oldest pause remembered cannot change any more. The bound beyond that
    /// is for hostile input: a version forgotten could be told a second time.
    private static void forget(Presences presences, SortedMap<Long, Told> told) {
        if (!presences.inOrder().isEmpty()) {
            told.headMap(presences.inOrder().getFirst().first().atMillis()).clear();
        }
        while (told.size() > MOST_TOLD) {
            told.remove(told.firstKey());
        }
    }

    private OptionalLong wakeAt(Presences presences, SortedMap<Long, Told> told, Habit habit) {
        if (presences.inOrder().isEmpty()) {
            return OptionalLong.empty();
        }
        long last = presences.inOrder().getLast().last().atMillis();
        var newest = told.get(last);
        var threshold = thresholdMillis(habit);
        return threshold.isEmpty() || (newest != null && !newest.isRetracted())
                ? OptionalLong.empty()
                : OptionalLong.of(last + threshold.getAsLong());
    }
}
