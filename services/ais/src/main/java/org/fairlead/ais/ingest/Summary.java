package org.fairlead.ais.ingest;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a file gave so far.
///
/// @param messagesByType by message type as text, only those that occurred
/// @param doubtsByReason reports that were decoded and are not believed, by
///   [org.fairlead.ais.hygiene.Doubt]
/// @param receivers by name, those that the lines or the feed name
public record Summary(
        Counts counts,
        SortedMap<String, Long> messagesByType,
        SortedMap<String, Long> rejectsByReason,
        SortedMap<String, Long> doubtsByReason,
        SortedMap<String, Receiver> receivers) {

    public static final Summary NONE =
            new Summary(
                    new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>());

    public Summary {
        messagesByType = sorted(messagesByType);
        rejectsByReason = sorted(rejectsByReason);
        // Absent in what earlier versions stored.
        doubtsByReason = sorted(doubtsByReason == null ? Map.of() : doubtsByReason);
        receivers =
                java.util.Collections.unmodifiableSortedMap(
                        receivers == null ? new TreeMap<>() : new TreeMap<>(receivers));
    }

    /// @param reports position reports that it delivered
    /// @param first those of them that nobody had delivered before
    public record Receiver(long reports, long first) {}

    /// What was read, before anything is judged.
    record Lines(long lines, long sentences, long messages, long ignored, long rejected) {

        Lines plus(Lines other) {
            return new Lines(
                    lines + other.lines,
                    sentences + other.sentences,
                    messages + other.messages,
                    ignored + other.ignored,
                    rejected + other.rejected);
        }
    }

    private static SortedMap<String, Long> sorted(Map<String, Long> map) {
        var sorted =
                new TreeMap<String, Long>(
                        java.util.Comparator.comparing(String::length)
                                .thenComparing(java.util.Comparator.naturalOrder()));
        sorted.putAll(map);
        return java.util.Collections.unmodifiableSortedMap(sorted);
    }

    /// Both together.
    public Summary plus(Summary other) {
        var all = new TreeMap<>(receivers);
        other.receivers.forEach((name, one) ->
                all.merge(
                        name,
                        one,
                        (a, b) -> new Receiver(a.reports() + b.reports(), a.first() + b.first())));
        return new Summary(
                counts.plus(other.counts),
                sum(messagesByType, other.messagesByType),
                sum(rejectsByReason, other.rejectsByReason),
                sum(doubtsByReason, other.doubtsByReason),
                all);
    }

    private static SortedMap<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        var sum = new TreeMap<>(one);
        other.forEach((name, count) -> sum.merge(name, count, Long::sum));
        return sum;
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
            long notShips) {

        Counts plus(Counts other) {
            return new Counts(
                    lines + other.lines,
                    sentences + other.sentences,
                    messages + other.messages,
                    fixes + other.fixes,
                    duplicates + other.duplicates,
                    ignored + other.ignored,
                    rejected + other.rejected,
                    withoutPosition + other.withoutPosition,
                    notShips + other.notShips);
        }
    }
}
