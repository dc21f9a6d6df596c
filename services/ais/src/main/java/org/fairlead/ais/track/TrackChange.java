package org.fairlead.ais.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.jspecify.annotations.Nullable;

/// What a batch of frames does to the segments that are there, and to the totals.
final class TrackChange {

    private final SortedMap<Segment.Key, List<HeardFix>> heard = new TreeMap<>();
    private final List<Segment> changed = new ArrayList<>();
    private final SortedMap<Integer, Gain> byMmsi = new TreeMap<>();
    private final SortedMap<String, Gain> bySource = new TreeMap<>();

    TrackChange(List<Frame> frames) {
        for (Frame frame : frames) {
            for (Fix fix : frame.fixes()) {
                heard.computeIfAbsent(Segment.Key.of(fix), key -> new ArrayList<>())
                        .add(new HeardFix(fix, frame.source()));
            }
        }
    }

    List<Segment.Key> keys() {
        return List.copyOf(heard.keySet());
    }

    /// Unites what was heard with what is there.
    void unite(Map<Segment.Key, Segment> there) {
        heard.forEach((key, news) -> {
            var before = there.getOrDefault(key, Segment.empty(key));
            var after = before.and(news, this::gained);
            if (!after.equals(before)) {
                changed.add(after);
            }
        });
    }

    private void gained(HeardFix one) {
        byMmsi.computeIfAbsent(one.fix().mmsi(), any -> new Gain()).add(one);
        bySource.computeIfAbsent(one.source(), any -> new Gain()).add(one);
    }

    List<Segment> changed() {
        return changed;
    }

    SortedMap<Integer, Gain> byMmsi() {
        return byMmsi;
    }

    SortedMap<String, Gain> bySource() {
        return bySource;
    }

    /// Fixes that were not there before.
    static final class Gain {

        private final TreeSet<String> sources = new TreeSet<>();
        private long fixes;
        private @Nullable Fix first;
        private @Nullable Fix last;
        private boolean isSynthetic;

        private void add(HeardFix one) {
            var fix = one.fix();
            fixes++;
            sources.add(one.source());
            isSynthetic |= fix.isSynthetic();
            if (first == null || fix.epochMillis() < first.epochMillis()) {
                first = fix;
            }
            if (last == null || fix.epochMillis() > last.epochMillis()) {
                last = fix;
            }
        }

        long fixes() {
            return fixes;
        }

        Fix first() {
            return java.util.Objects.requireNonNull(first);
        }

        Fix last() {
            return java.util.Objects.requireNonNull(last);
        }

        boolean isSynthetic() {
            return isSynthetic;
        }

        List<String> sources() {
            return List.copyOf(sources);
        }
    }
}
