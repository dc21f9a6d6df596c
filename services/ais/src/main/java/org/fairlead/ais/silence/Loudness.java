package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fairlead.ais.silence.Packed.In;
import org.fairlead.ais.silence.Packed.Out;
import org.jspecify.annotations.Nullable;

/// How many ships one source heard, hour by hour, and when it had lost a part of them: a receiver
/// of several that failed, or an antenna that turned deaf. Each ship counts once for ten minutes.
///
/// A source that hears nothing at all is out, not in part: such hours are passed over. The ships of
/// a source are in several partitions, of which one may be far behind another: an hour is judged
/// once all of them have passed it.
///
/// @param byHour the newest hours; none where nothing was heard
/// @param reached how far each partition has come
record Loudness(SortedMap<Integer, Integer> byHour, SortedMap<Integer, Integer> reached) {

    static final Loudness NONE = new Loudness(new TreeMap<>(), new TreeMap<>());

    private static final int HOURS_KEPT = 96;

    /// The last hours may still grow by what is on its way.
    private static final int OPEN_HOURS = 2;

    private static final int BASELINE_HOURS = 24;
    private static final int LEAST_BASELINE_HOURS = 6;
    private static final int LEAST_HOURS = 2;

    Loudness {
        byHour = Collections.unmodifiableSortedMap(new TreeMap<>(byHour));
        reached = Collections.unmodifiableSortedMap(new TreeMap<>(reached));
    }

    /// @param fromHour first hour in which so much was missing
    /// @param untilHour first hour after it; absent while it goes on
    /// @param share of the ships usually heard; while it goes on, in the first hours of it
    record Partial(int fromHour, @Nullable Integer untilHour, double share, int usual) {}

    Loudness heard(SilenceNote.SourceHeard heard) {
        var hours = new TreeMap<>(byHour);
        if (heard.shipSlots() > 0) {
            hours.merge(heard.hour(), heard.shipSlots(), Integer::sum);
        }
        while (hours.size() > HOURS_KEPT) {
            hours.pollFirstEntry();
        }
        var partitions = new TreeMap<>(reached);
        partitions.merge(heard.partition(), heard.reachedHour(), Math::max);
        return new Loudness(hours, partitions);
    }

    /// The first hour whose times of less can be told as well as they could when it was the newest.
    int judgedFrom() {
        return byHour.size() < HOURS_KEPT ? Integer.MIN_VALUE : byHour.firstKey() + BASELINE_HOURS;
    }

    /// The times in which a part was missing, oldest first.
    List<Partial> outages(SilenceConfig config) {
        var found = new ArrayList<Partial>();
        if (byHour.isEmpty()) {
            return found;
        }
        int settled = Collections.min(reached.values()) - OPEN_HOURS;
        var usualHours = new ArrayList<Integer>();
        @Nullable Partial open = null;
        int low = 0;
        int lowSlots = 0;
        int first = 0;
        for (var entry : byHour.headMap(settled + 1).entrySet()) {
            int usual = median(usualHours);
            boolean isKnown =
                    usualHours.size() >= LEAST_BASELINE_HOURS
                            && usual >= config.partialOutageLeastShipSlots();
            if (isKnown && entry.getValue() < config.partialOutageBelow() * usual) {
                first = low == 0 ? entry.getKey() : first;
                low++;
                lowSlots += entry.getValue();
                if (low == LEAST_HOURS) {
                    open = new Partial(first, null, share(lowSlots, low, usual), usual);
                }
                continue;
            }
            if (open != null) {
                found.add(
                        new Partial(
                                first, entry.getKey(), share(lowSlots, low, usual), open.usual()));
            }
            open = null;
            low = 0;
            lowSlots = 0;
            usualHours.add(entry.getValue());
            if (usualHours.size() > BASELINE_HOURS) {
                usualHours.removeFirst();
            }
        }
        if (open != null) {
            found.add(open);
        }
        return found;
    }

    private static double share(int slots, int hours, int usual) {
        return Math.round(slots / (double) (hours * usual) * 100) / 100.0;
    }

    private static int median(List<Integer> values) {
        return values.isEmpty()
                ? 0
                : values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0);
    }

    void write(Out out) {
        write(out, byHour);
        write(out, reached);
    }

    private static void write(Out out, SortedMap<Integer, Integer> numbers) {
        out.number(numbers.size());
        numbers.forEach((key, value) -> {
            out.number(key);
            out.number(value);
        });
    }

    static Loudness read(In in) {
        return new Loudness(numbers(in), numbers(in));
    }

    private static SortedMap<Integer, Integer> numbers(In in) {
        var numbers = new TreeMap<Integer, Integer>();
        for (int n = in.count(); n > 0; n--) {
            numbers.put(in.count(), in.count());
        }
        return numbers;
    }
}
