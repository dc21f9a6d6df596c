package org.fairlead.ais.ingest;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a file gave so far.
///
/// @param messagesByType by message type as text, only those that occurred
public record Summary(
        Counts counts,
        SortedMap<String, Long> messagesByType,
        SortedMap<String, Long> rejectsByReason) {

    public static final Summary NONE =
            new Summary(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0), new TreeMap<>(), new TreeMap<>());

    public Summary {
        messagesByType = sorted(messagesByType);
        rejectsByReason = sorted(rejectsByReason);
    }

    private static SortedMap<String, Long> sorted(Map<String, Long> map) {
        var sorted =
                new TreeMap<String, Long>(
                        java.util.Comparator.comparing(String::length)
                                .thenComparing(java.util.Comparator.naturalOrder()));
        sorted.putAll(map);
        return java.util.Collections.unmodifiableSortedMap(sorted);
    }

    /// @param sentences lines that are AIS sentences, whole or part of one
    /// @param fixes positions of ships that were passed on
    /// @param duplicates position reports heard again within ten seconds
    /// @param ignored lines that are no AIS sentences: times, tag blocks, comments, other NMEA
    /// @param withoutPosition ships' reports that say "position not available", or 0°/0°
    /// @param notShips position reports of base stations, aids to navigation, aircraft
    public record Counts(
            long lines,
            long sentences,
            long messages,
            long fixes,
            long duplicates,
            long ignored,
            long rejected,
            long withoutPosition,
            long notShips) {}
}
