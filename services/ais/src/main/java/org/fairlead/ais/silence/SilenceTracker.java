package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        long pause = config.pauseAfter().toMillis();
        var presences = state.presences();
        for (Contact contact : contacts) {
            if (!state.forgotten().holds(contact, pause)) {
                presences = presences.and(contact, pause);
            }
        }
        var habit = Habit.after(state.forgotten(), config.leastIntervals());
        var told = new TreeMap<>(state.told());
        int tooMany = Math.max(0, presences.inOrder().size() - config.rememberedPauses());
        var forgotten = state.forgotten();
        var holding = new TreeMap<Long, Told>();
        for (int i = 0; i < presences.inOrder().size(); i++) {
            if (tooMany > 0 && i == tooMany) {
                long until = presences.inOrder().get(i - 1).last().atMillis();
                forgotten = new Forgotten(until, habit.intervals());
            }
            habit.learn(presences.inOrder().get(i));
            judge(presences, i, told, coverage, horizonMillis, habit)
                    .ifPresent(one -> holding.put(one.start().atMillis(), one));
        }
        var found = news(presences, holding, told);
        var remembered = presences.without(tooMany);
        forget(remembered, told);
        return new Step(
                new TransmitterState(forgotten, remembered, told),
                found,
                wakeAt(remembered, told, habit));
    }

    /// Whether a silence follows on a presence. When none does although she was listened to all the
    /// while, then pausing that long is a habit of hers.
    private Optional<Told> judge(
            Presences presences,
            int i,
            SortedMap<Long, Told> told,
            Function<String, Coverage> coverage,
            long horizonMillis,
            Habit habit) {
        var inOrder = presences.inOrder();
        var start = inOrder.get(i).last();
        var end = i + 1 == inOrder.size() ? null : inOrder.get(i + 1).first();
        var onAir = coverage.apply(start.source());
        var before = told.get(start.atMillis());
        if (before != null
                && !before.isRetracted()
                && (habit.usualMillis().isEmpty() || onAir.isForgotten(start.atMillis()))) {
            return asTold(before, start, end);
        }
        long onAirUntil = onAir.onAirUntil(start.atMillis());
        if (end == null) {
            // What was told as open stays so while an older recording is read.
            long until = isOpen(before) ? onAirUntil : Math.min(onAirUntil, horizonMillis);
            return silence(start, null, until - start.atMillis(), habit.usualMillis());
        }
        long length = end.atMillis() - start.atMillis();
        long observed = Math.min(length, onAirUntil - start.atMillis());
        if (isSilence(observed, habit.usualMillis())) {
            return silence(start, end, length, habit.usualMillis());
        }
        if (observed == length) {
            habit.learn(length);
        }
        return Optional.empty();
    }

    /// What can no longer be judged anew stays as it was told: by the habit it was judged by then.
    private Optional<Told> asTold(Told before, Contact start, @Nullable Contact end) {
        long lasted = end == null ? before.observedMillis() : end.atMillis() - start.atMillis();
        return silence(start, end, lasted, OptionalLong.of(before.usualMillis()));
    }

    private Optional<Told> silence(
            Contact start, @Nullable Contact end, long lastedMillis, OptionalLong usualMillis) {
        if (!isSilence(lastedMillis, usualMillis)) {
            return Optional.empty();
        }
        var state = end == null ? Silence.State.OPEN : Silence.State.REAPPEARED;
        return Optional.of(new Told(start, end, state, 0, lastedMillis, usualMillis.orElseThrow()));
    }

    private static boolean isOpen(@Nullable Told told) {
        return told != null && told.state() == Silence.State.OPEN;
    }

    private boolean isSilence(long observedMillis, OptionalLong usualMillis) {
        var threshold = thresholdMillis(usualMillis);
        return threshold.isPresent() && observedMillis >= threshold.getAsLong();
    }

    private OptionalLong thresholdMillis(OptionalLong usual) {
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
        var threshold = thresholdMillis(habit.usualMillis());
        return threshold.isEmpty() || (newest != null && !newest.isRetracted())
                ? OptionalLong.empty()
                : OptionalLong.of(last + threshold.getAsLong());
    }
}
