package org.fairlead.ais.finding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contracts.ais.ActivityDetails;
import org.fairlead.contracts.ais.ReportedFix;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/// What holds according to a rule, before anything is known of what was told.
///
/// @param id the same when the same is found again: [#idOf]
/// @param vessel null where it is about an area
/// @param to null while open
/// @param start null where it rests on what carries no position
/// @param substance what is news when it changes, beside times, details and fixes
/// @param reason one sentence on why it holds
public record Finding(
        UUID id,
        @Nullable Integer vessel,
        List<Integer> others,
        Instant from,
        @Nullable Instant to,
        @Nullable ReportedPosition start,
        @Nullable ReportedPosition end,
        boolean isOpen,
        ActivityDetails details,
        String substance,
        String reason,
        boolean synthetic,
        List<String> sources,
        Map<String, String> parameters,
        List<ReportedFix> fixes) {

    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    public Finding {
        others = List.copyOf(others);
        sources = List.copyOf(sources);
        parameters = Map.copyOf(parameters);
        fixes = List.copyOf(fixes);
    }

    /// One whose times are those of its positions.
    public Finding(
            UUID id,
            @Nullable Integer vessel,
            List<Integer> others,
            ReportedPosition start,
            @Nullable ReportedPosition end,
            boolean isOpen,
            ActivityDetails details,
            String substance,
            String reason,
            boolean synthetic,
            List<String> sources,
            Map<String, String> parameters,
            List<ReportedFix> fixes) {
        this(
                id,
                vessel,
                others,
                start.at(),
                end == null ? null : end.at(),
                start,
                end,
                isOpen,
                details,
                substance,
                reason,
                synthetic,
                sources,
                parameters,
                fixes);
    }

    /// The id of a kind that these parts tell from all others of it.
    public static UUID idOf(String kind, Object... parts) {
        return OutboxEvent.idOf(kind, java.util.Arrays.asList(parts));
    }

    /// Hours from start to end, 0 while nothing is known of the end; two decimals.
    public double durationHours() {
        var last = to;
        long millis = last == null ? 0 : last.toEpochMilli() - from.toEpochMilli();
        return Math.round(Math.max(0, millis) / MILLIS_PER_HOUR * 100) / 100.0;
    }
}
