package org.fairlead.ais.recent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairlead.contracts.frame.FrameCodec;

/// The newest position of each ship among the frames that waited at a moment to be merged.
///
/// Once the frame is merged that her newest position is in, a ship's row is as new as anything that
/// waits of her, so she is left out: it never holds more ships than fixes wait.
///
/// By MMSI, and latitudes and longitudes beside: a tile looks at all of them, and at two hundred
/// thousand objects it would look ten times as long.
public final class RecentPositions {

    private static final Comparator<RecentPosition> BY_MMSI =
            Comparator.comparingInt(one -> one.fix().mmsi());

    static final RecentPositions NONE = new RecentPositions(Set.of(), List.of());

    private final Set<WaitingFrame> frames;
    private final List<RecentPosition> newest;
    private final int[] mmsis;
    private final int[] latitudes;
    private final int[] longitudes;

    private RecentPositions(Set<WaitingFrame> frames, List<RecentPosition> inOrder) {
        this.frames = frames;
        newest = inOrder;
        mmsis = inOrder.stream().mapToInt(one -> one.fix().mmsi()).toArray();
        latitudes = inOrder.stream().mapToInt(one -> one.fix().latitude()).toArray();
        longitudes = inOrder.stream().mapToInt(one -> one.fix().longitude()).toArray();
    }

    /// Of how many ships something waits.
    public int size() {
        return mmsis.length;
    }

    public Optional<RecentPosition> of(int mmsi) {
        int at = Arrays.binarySearch(mmsis, mmsi);
        return at < 0 ? Optional.empty() : Optional.of(newest.get(at));
    }

    /// Those in a box in 1/10000 minute, its edges included.
    public List<RecentPosition> within(int south, int north, int west, int east) {
        var found = new ArrayList<RecentPosition>();
        for (int i = 0; i < mmsis.length; i++) {
            if (latitudes[i] >= south
                    && latitudes[i] <= north
                    && longitudes[i] >= west
                    && longitudes[i] <= east) {
                found.add(newest.get(i));
            }
        }
        return found;
    }

    /// The frames it was made of.
    Set<WaitingFrame> frames() {
        return frames;
    }

    /// The same some time later.
    ///
    /// @param waiting of the frames it was made of, those that still wait
    /// @param came the bytes of frames that came since, decoded one after another: there may be
    ///   millions of fixes in them
    RecentPositions next(Set<WaitingFrame> waiting, Map<WaitingFrame, byte[]> came) {
        if (came.isEmpty() && waiting.equals(frames)) {
            return this;
        }
        var all = new HashSet<>(waiting);
        all.addAll(came.keySet());
        return new RecentPositions(Set.copyOf(all), merged(waiting, newestOf(came)));
    }

    private static Map<Integer, RecentPosition> newestOf(Map<WaitingFrame, byte[]> came) {
        var heard = new HashMap<Integer, RecentPosition>();
        // From the end, so that of each ship the first that is met is nearly always the newest.
        new ArrayList<>(came.entrySet())
                .reversed()
                .forEach(one -> {
                    var columns = FrameCodec.columns(one.getValue());
                    for (int row = columns.size() - 1; row >= 0; row--) {
                        int mmsi = columns.mmsi(row);
                        var later = heard.get(mmsi);
                        if (later == null
                                || columns.epochMillis(row) >= later.fix().epochMillis()) {
                            heard.put(mmsi, new RecentPosition(columns.fix(row), one.getKey()));
                        }
                    }
                });
        return heard;
    }

    private List<RecentPosition> merged(
            Set<WaitingFrame> waiting, Map<Integer, RecentPosition> heard) {
        var fresh = heard.values().stream().sorted(BY_MMSI).toList();
        var merged = new ArrayList<RecentPosition>(newest.size() + fresh.size());
        int next = 0;
        for (RecentPosition old : newest) {
            while (next < fresh.size() && BY_MMSI.compare(fresh.get(next), old) < 0) {
                merged.add(fresh.get(next++));
            }
            boolean isHeardAgain =
                    next < fresh.size() && BY_MMSI.compare(fresh.get(next), old) == 0;
            var newer = isHeardAgain ? fresh.get(next++) : old;
            if (old.isOlderThan(newer.fix())) {
                merged.add(newer);
            } else if (waiting.contains(old.frame())) {
                merged.add(old);
            }
        }
        merged.addAll(fresh.subList(next, fresh.size()));
        merged.trimToSize();
        return merged;
    }
}
