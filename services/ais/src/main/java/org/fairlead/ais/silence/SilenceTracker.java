package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.fairlead.ais.segment.SegmentConfig;
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
    private final SilenceMarks marks;
    private final BlipFinder blips;

    SilenceTracker(SilenceConfig config, SegmentConfig segments) {
        this.config = config;
        this.marks = new SilenceMarks(config, segments);
        this.blips = new BlipFinder(config);
    }

    /// @param found versions to tell, by start
    /// @param blips versions to tell, by start
    /// @param passages from slot to slot, for those who reckon with reception
    /// @param forgotten starts of silences of which no more will be told
    /// @param wakeAt when the source of the last report has come this far, look again
    record Step(
            TransmitterState next,
            List<Told> found,
            List<Blip> blips,
            List<Trail.Passage> passages,
            List<Told> forgotten,
            OptionalLong wakeAt) {}

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
        var trail = state.trail().on(contacts);
        if (isMoreOfTheSame(state, presences, horizonMillis) && !isToldToBeSilentAfter(state)) {
            // Nothing can follow from that but a silence later on: most steps end here.
            var next =
                    new TransmitterState(
                            state.forgotten(),
                            presences,
                            state.told(),
                            state.blips(),
                            trail.next());
            long lookAgain =
                    presences.inOrder().getLast().last().atMillis()
                            + Math.min(pause, config.rawAfter().toMillis());
            return new Step(
                    next,
                    List.of(),
                    List.of(),
                    trail.passages(),
                    List.of(),
                    OptionalLong.of(lookAgain));
        }
        return judged(state, presences, trail, coverage, horizonMillis);
    }

    /// Whether a silence was told after the last report: others of its time take it back.
    private static boolean isToldToBeSilentAfter(TransmitterState state) {
        return state.told().containsKey(state.presences().inOrder().getLast().last().atMillis());
    }

    /// Whether all that is new is later reports of a presence of which the length decides nothing.
    ///
    /// @param horizonMillis before this no silence after the last report can be judged
    private boolean isMoreOfTheSame(TransmitterState state, Presences after, long horizonMillis) {
        var before = state.presences();
        int n = before.inOrder().size();
        if (n == 0 || after.inOrder().size() != n || before.equals(after)) {
            return false;
        }
        var was = before.inOrder().getLast();
        var is = after.inOrder().getLast();
        return was.first().equals(is.first())
                && horizonMillis - is.last().atMillis() < config.rawAfter().toMillis()
                && was.last().atMillis() < is.last().atMillis()
                && (isFirstEver(state) || was.lengthMillis() >= config.blipShorterThan().toMillis())
                && (n == 1
                        || before.inOrder()
                                .subList(0, n - 1)
                                .equals(after.inOrder().subList(0, n - 1)))
                && isOnlyLonger(was, is);
    }

    /// A short transmission is a blip, or leaves open whether a ship is back, by the silence before
    /// it: there is none.
    private static boolean isFirstEver(TransmitterState state) {
        return state.presences().inOrder().size() == 1
                && state.told().isEmpty()
                && state.blips().isEmpty();
    }

    /// Nothing but newer times: an older one that came late may change what is usual for her.
    private static boolean isOnlyLonger(Presence was, Presence is) {
        long last = was.last().atMillis();
        int older = 0;
        for (long at : is.recentMillis()) {
            older += at <= last ? 1 : 0;
        }
        long[] kept = was.recentMillis();
        for (int i = 0; i < older; i++) {
            if (is.recentMillis()[older - 1 - i] != kept[kept.length - 1 - i]) {
                return false;
            }
        }
        return true;
    }

    private Step judged(
            TransmitterState state,
            Presences presences,
            Trail.Step trail,
            Function<String, Coverage> coverage,
            long horizonMillis) {
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
        marks.put(presences, holding);
        var found = news(presences, holding, told);
        var remembered = presences.without(tooMany);
        var blipsTold = new TreeMap<>(state.blips());
        var blipsFound = blips.news(presences, told, blipsTold);
        var gone = forget(remembered, told, blipsTold);
        return new Step(
                new TransmitterState(forgotten, remembered, told, blipsTold, trail.next()),
                found,
                blipsFound,
                trail.passages(),
                gone,
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
            boolean isOut = onAir.isHeardAfter(onAirUntil);
            return open(start, until - start.atMillis(), habit.usualMillis(), isOut);
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
        if (end == null) {
            return Optional.of(before);
        }
        long lasted = end.atMillis() - start.atMillis();
        return silence(start, end, lasted, OptionalLong.of(before.usualMillis()));
    }

    private Optional<Told> silence(
            Contact start, Contact end, long lastedMillis, OptionalLong usualMillis) {
        if (!isSilence(lastedMillis, usualMillis)) {
            return Optional.empty();
        }
        return Optional.of(
                told(
                        start,
                        end,
                        Silence.State.REAPPEARED,
                        lastedMillis,
                        usualMillis.orElseThrow()));
    }

    /// @param isOut whether the source itself fell silent and was heard again
    private Optional<Told> open(
            Contact start, long lastedMillis, OptionalLong usualMillis, boolean isOut) {
        if (!isSilence(lastedMillis, usualMillis)) {
            return Optional.empty();
        }
        var state = Silence.State.OPEN;
        if (lastedMillis >= config.notReobservedAfter().toMillis()) {
            state = Silence.State.NOT_REOBSERVED;
        } else if (isOut && lastedMillis < config.opensAfter().toMillis()) {
            // A long silence that was listened to stays one, whatever the source did afterwards.
            state = Silence.State.VOID;
        }
        return Optional.of(told(start, null, state, lastedMillis, usualMillis.orElseThrow()));
    }

    private Told told(
            Contact start,
            @Nullable Contact end,
            Silence.State state,
            long lastedMillis,
            long usualMillis) {
        boolean isLong = lastedMillis >= config.opensAfter().toMillis();
        return new Told(
                start,
                end,
                state,
                0,
                lastedMillis,
                usualMillis,
                new Told.Marks(isLong, Told.Reappearance.NONE, false, false, 0),
                start);
    }

    private static boolean isOpen(@Nullable Told told) {
        return told != null && told.end() == null && !told.isRetracted();
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
                                config.rawAfter().toMillis(),
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
                next = now.following(now.state(), before);
            } else if (now == null && before != null && !before.isRetracted()) {
                next = before.following(Silence.State.RETRACTED, before);
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
    private static List<Told> forget(
            Presences presences, SortedMap<Long, Told> told, SortedMap<Long, Blip> blips) {
        var gone = new ArrayList<Told>();
        if (!presences.inOrder().isEmpty()) {
            long oldest = presences.inOrder().getFirst().first().atMillis();
            gone.addAll(told.headMap(oldest).values());
            told.headMap(oldest).clear();
            blips.headMap(oldest).clear();
        }
        while (told.size() > MOST_TOLD) {
            gone.add(told.remove(told.firstKey()));
        }
        while (blips.size() > MOST_TOLD) {
            blips.remove(blips.firstKey());
        }
        return gone;
    }

    /// When something may change although nothing more is heard of her: she is silent, then for
    /// long, then for good.
    private OptionalLong wakeAt(Presences presences, SortedMap<Long, Told> told, Habit habit) {
        if (presences.inOrder().isEmpty()) {
            return OptionalLong.empty();
        }
        long last = presences.inOrder().getLast().last().atMillis();
        var threshold = thresholdMillis(habit.usualMillis());
        if (threshold.isEmpty()) {
            return threshold;
        }
        var newest = told.get(last);
        if (newest == null || newest.isRetracted()) {
            return OptionalLong.of(last + threshold.getAsLong());
        }
        if (newest.state() == Silence.State.NOT_REOBSERVED) {
            return OptionalLong.empty();
        }
        long opens = config.opensAfter().toMillis();
        return OptionalLong.of(
                last + (newest.marks().isLong() ? config.notReobservedAfter().toMillis() : opens));
    }
}
