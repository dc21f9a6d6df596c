package org.fairlead.ais.silence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.fairlead.ais.derivation.HeardFrame;
import org.fairlead.ais.derivation.ObjectStore;
import org.fairlead.ais.derivation.ObjectStoreBuilder;
import org.fairlead.ais.derivation.Room;

/// When sources were on air, and which transmitters are to be looked at as they go on. Speaks to
/// its store only.
final class SourceStore {

    private static final Room ROOM = Room.of(1_000);

    private final SilenceConfig config;
    private final Map<String, Coverage> coverage = new HashMap<>();
    private final Map<String, Watchlist> watchlists = new HashMap<>();

    private ObjectStore<String, Coverage> store;

    /// A source that was heard again after a break.
    ///
    /// @param isOutage whether it is one source that failed, and not two files of one name
    record Break(String source, long fromMillis, long toMillis, boolean isOutage) {}

    @SuppressWarnings("NullAway.Init")
    SourceStore(SilenceConfig config) {
        this.config = config;
    }

    static StoreBuilder<?> builder() {
        return new ObjectStoreBuilder<String, Coverage>(
                SilenceProcessor.SOURCES,
                Serdes.String(),
                CoverageCodec::encode,
                CoverageCodec::decode,
                ROOM);
    }

    void open(ObjectStore<String, Coverage> sources) {
        store = sources;
        // A task that is revived after a failed commit begins again with the same processor.
        coverage.clear();
        watchlists.clear();
        sources.forEach(coverage::put);
    }

    Coverage coverage(String source) {
        return coverage.getOrDefault(source, Coverage.NONE);
    }

    Optional<Break> cover(HeardFrame frame) {
        if (frame.recording().isEmpty()) {
            // Nothing came: what waited goes on, and who hands it on does not know any more of
            // which recording it was.
            return Optional.empty();
        }
        var before = coverage(frame.source());
        var after =
                before.and(
                        frame.recording(),
                        frame.fromMillis(),
                        frame.watermarkMillis(),
                        config.sourceGapWithin().toMillis());
        if (after.equals(before)) {
            return Optional.empty();
        }
        coverage.put(frame.source(), after);
        store.put(frame.source(), after);
        if (before.spans().isEmpty() || after.spans().size() <= before.spans().size()) {
            return Optional.empty();
        }
        long from = before.spans().getLast().toMillis();
        long to = after.spans().getLast().fromMillis();
        boolean isOutage =
                to - from >= config.outageAfter().toMillis()
                        && before.recordings().stream()
                                .anyMatch(one -> isContinued(one.id(), frame.recording()));
        return to > from
                ? Optional.of(new Break(frame.source(), from, to, isOutage))
                : Optional.empty();
    }

    /// One intake numbers its recordings: `<id>.<number>`.
    private static boolean isContinued(String before, String now) {
        int dot = now.lastIndexOf('.');
        return dot > 0
                && !before.equals(now)
                && before.lastIndexOf('.') == dot
                && before.regionMatches(0, now, 0, dot);
    }

    void put(int mmsi, SilenceTracker.Step step) {
        var inOrder = step.next().presences().inOrder();
        if (inOrder.isEmpty()) {
            return;
        }
        var last = inOrder.getLast().last();
        var watchlist = watchlists.computeIfAbsent(last.source(), any -> new Watchlist());
        if (step.wakeAt().isPresent()) {
            watchlist.put(mmsi, last.atMillis(), step.wakeAt().getAsLong());
        } else {
            watchlist.remove(mmsi);
        }
    }

    List<Integer> due(HeardFrame frame) {
        var watchlist = watchlists.get(frame.source());
        return watchlist == null
                ? List.of()
                : watchlist.due(coverage(frame.source()), frame.watermarkMillis());
    }
}
