package org.fairlead.ais.silence;

import java.util.Locale;
import org.fairlead.contracts.ais.Silence;
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
            case REAPPEARED ->
                    before == null || before.state() == Silence.State.OPEN
                            ? "Heard again after %s hours.".formatted(hours)
                            : "Late data shows her heard again after %s hours.".formatted(hours);
            case RETRACTED ->
                    isFilled(now, presences)
                            ? "Late data shows that she was heard within the silence."
                            : "Late data shows that a pause as long as this is usual for her.";
            case NOT_REOBSERVED -> "Not heard again.";
            case VOID -> "The source itself fell silent.";
        };
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
        return Math.round(millis / MILLIS_PER_HOUR * 100) / 100.0;
    }

    private static String hours(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / MILLIS_PER_HOUR);
    }
}
