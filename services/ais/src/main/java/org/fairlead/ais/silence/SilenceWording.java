package org.fairlead.ais.silence;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why a version exists, in one sentence that says no more than the data does.
final class SilenceWording {

    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    private SilenceWording() {}

    /// @param before what was told until now
    static String reason(Told now, @Nullable Told before, Presences presences) {
        String hours = hours(now.observedMillis());
        return switch (now.state()) {
            case OPEN ->
                    "Nothing heard for %s hours while the source was heard; she usually reports every %d seconds."
                            .formatted(hours, now.usualMillis() / 1000);
            case REAPPEARED -> reappeared(now, before, hours);
            case RETRACTED ->
                    isFilled(now, presences)
                            ? "Late data shows that she was heard within the silence."
                            : "Late data shows that a pause as long as this is usual for her.";
            case NOT_REOBSERVED -> "Not re-observed in %s hours.".formatted(hours);
            case VOID ->
                    "Nothing was heard of her for %s hours, and then the source itself fell silent."
                            .formatted(hours);
        };
    }

    private static String reappeared(Told now, @Nullable Told before, String hours) {
        boolean isNews = before == null || before.end() == null;
        return switch (now.marks().reappearance()) {
            case NONE, UNCONFIRMED ->
                    (isNews
                                    ? "Heard again after %s hours, briefly so far."
                                    : "Late data shows her heard again after %s hours, briefly so"
                                            + " far.")
                            .formatted(hours);
            case CONFIRMED ->
                    (isNews || isSameEnd(now, before)
                                    ? "Heard again after %s hours."
                                    : "Late data shows her heard again after %s hours.")
                            .formatted(hours);
            case BLIP ->
                    "Heard again after %s hours, but only briefly: silence followed."
                            .formatted(hours);
        };
    }

    private static boolean isSameEnd(Told now, @Nullable Told before) {
        return before != null && Objects.equals(now.end(), before.end());
    }

    private static boolean isFilled(Told retracted, Presences presences) {
        var end = retracted.end();
        return presences.isHeardBetween(
                retracted.start().atMillis(),
                end == null
                        ? retracted.start().atMillis() + retracted.observedMillis()
                        : end.atMillis());
    }

    static double hoursOf(long millis) {
        return rounded(millis / MILLIS_PER_HOUR);
    }

    static double rounded(double hours) {
        return Math.round(hours * 100) / 100.0;
    }

    static String hours(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / MILLIS_PER_HOUR);
    }
}
