package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fairlead.ais.silence.Packed.In;
import org.fairlead.ais.silence.Packed.Out;
import org.jspecify.annotations.Nullable;

/// How many ships one source heard, hour by hour, and whether it has lost a part of them: a
/// receiver of several that failed, or an antenna that turned deaf. Each ship counts once for ten
/// minutes.
///
/// A source that hears nothing at all is out, not in part: such hours are passed over.
///
/// @param byHour the newest hours; none where nothing was heard
/// @param outage the newest that was told
record Loudness(SortedMap<Integer, Integer> byHour, @Nullable Partial outage) {

    static final Loudness NONE = new Loudness(new TreeMap<>(), null);

    private static final int HOURS_KEPT = 48;

    /// The last hours may still grow by what is on its way.
    private static final int OPEN_HOURS = 2;

    private static final int BASELINE_HOURS = 24;
    private static final int LEAST_BASELINE_HOURS = 6;
    private static final int LEAST_HOURS = 2;

    Loudness {
        byHour = Collections.unmodifiableSortedMap(new TreeMap<>(byHour));
    }

    /// @param fromHour first hour in which so much was missing
    /// @param untilHour first hour after it; absent while it goes on
    /// @param share of the ships usually heard
    record Partial(int fromHour, @Nullable Integer untilHour, double share, int usual) {}

    Loudness heard(int hour, int shipSlots) {
        var all = new TreeMap<>(byHour);
        all.merge(hour, shipSlots, Integer::sum);
        while (all.size() > HOURS_KEPT) {
            all.pollFirstEntry();
        }
        return new Loudness(all, outage);
    }

    /// What holds now, when it is other than what was told.
    Optional<Partial> news(SilenceConfig config) {
        var now = newest(config);
        boolean isTold =
                now != null
                        && outage != null
                        && (now.fromHour() < outage.fromHour()
                                || (now.fromHour() == outage.fromHour()
                                        && (outage.untilHour() != null
                                                || now.untilHour() == null)));
        return now == null || isTold ? Optional.empty() : Optional.of(now);
    }

    Loudness told(Partial partial) {
        return new Loudness(byHour, partial);
    }

    private @Nullable Partial newest(SilenceConfig config) {
        int settled = byHour.lastKey() - OPEN_HOURS;
        var usualHours = new ArrayList<Integer>();
        @Nullable Partial found = null;
        int low = 0;
        int lowSlots = 0;
        int first = 0;
        for (var entry : byHour.headMap(settled + 1).entrySet()) {
            int usual = median(usualHours);
            boolean isKnown =
                    usualHours.size() >= LEAST_BASELINE_HOURS
                            && usual >= config.partialOutageLeastShipSlots();
            boolean isLow = isKnown && entry.getValue() < config.partialOutageBelow() * usual;
            if (isLow) {
                first = low == 0 ? entry.getKey() : first;
                low++;
                lowSlots += entry.getValue();
                if (low >= LEAST_HOURS) {
                    found =
                            new Partial(
                                    first, null, rounded(lowSlots / (double) (low * usual)), usual);
                }
                continue;
            }
            if (found != null && found.untilHour() == null) {
                found = new Partial(found.fromHour(), entry.getKey(), found.share(), found.usual());
            }
            low = 0;
            lowSlots = 0;
            usualHours.add(entry.getValue());
            if (usualHours.size() > BASELINE_HOURS) {
                usualHours.removeFirst();
            }
        }
        return found;
    }

    private static double rounded(double share) {
        return Math.round(share * 100) / 100.0;
    }

    private static int median(List<Integer> values) {
        return values.isEmpty()
                ? 0
                : values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0);
    }

    void write(Out out) {
        out.number(byHour.size());
        byHour.forEach((hour, slots) -> {
            out.number(hour);
            out.number(slots);
        });
        out.flag(outage != null);
        if (outage != null) {
            out.number(outage.fromHour);
            out.flag(outage.untilHour != null);
            out.number(outage.untilHour == null ? 0 : outage.untilHour);
            out.fixed64(Double.doubleToLongBits(outage.share));
            out.number(outage.usual);
        }
    }

    static Loudness read(In in) {
        var byHour = new TreeMap<Integer, Integer>();
        for (int n = in.count(); n > 0; n--) {
            byHour.put(in.count(), in.count());
        }
        if (!in.flag()) {
            return new Loudness(byHour, null);
        }
        int from = in.count();
        boolean isOver = in.flag();
        int until = in.count();
        double share = Double.longBitsToDouble(in.fixed64());
        return new Loudness(byHour, new Partial(from, isOver ? until : null, share, in.count()));
    }
}
