package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds short transmissions between two silences that are long enough to be reported.
final class BlipFinder {

    private final SilenceConfig config;

    BlipFinder(SilenceConfig config) {
        this.config = config;
    }

    /// @param told what holds of her silences
    /// @param blips what was told; the news go in
    List<Blip> news(Presences presences, SortedMap<Long, Told> told, SortedMap<Long, Blip> blips) {
        var holding = new TreeMap<Long, Blip>();
        var inOrder = presences.inOrder();
        for (int i = 1; i < inOrder.size(); i++) {
            var presence = inOrder.get(i);
            long before = inOrder.get(i - 1).last().atMillis();
            if (presence.lengthMillis() < config.blipShorterThan().toMillis()
                    && isReportable(told.get(before))
                    && isReportable(told.get(presence.last().atMillis()))) {
                holding.put(
                        presence.first().atMillis(),
                        new Blip(
                                presence.first(),
                                presence.last(),
                                before,
                                presence.recentMillis().length,
                                0,
                                false));
            }
        }
        return news(oldest(presences), holding, blips);
    }

    private static long oldest(Presences presences) {
        return presences.inOrder().isEmpty()
                ? Long.MAX_VALUE
                : presences.inOrder().getFirst().last().atMillis() + 1;
    }

    private static boolean isReportable(@Nullable Told told) {
        return told != null && !told.isRetracted() && told.marks().isLong();
    }

    private static List<Blip> news(
            long oldest, SortedMap<Long, Blip> holding, SortedMap<Long, Blip> blips) {
        var starts = new TreeSet<>(blips.tailMap(oldest).keySet());
        starts.addAll(holding.keySet());
        var found = new ArrayList<Blip>();
        for (long start : starts) {
            var before = blips.get(start);
            var now = holding.get(start);
            int version = before == null ? 1 : before.version() + 1;
            Blip next = null;
            if (now != null && (before == null || !now.saysTheSameAs(before))) {
                next = now.as(false, version);
            } else if (now == null && before != null && !before.isRetracted()) {
                next = before.as(true, version);
            }
            if (next != null) {
                blips.put(start, next);
                found.add(next);
            }
        }
        return found;
    }
}
