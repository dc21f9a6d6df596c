package org.fairlead.imagery.fault;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fairlead.contracts.problem.FieldError;
import org.jspecify.annotations.Nullable;

/// Collects the faults of one input while its fields are read; every fault is told at once.
public final class Faults {

    private final List<FieldError> found = new ArrayList<>();

    public List<FieldError> found() {
        return found;
    }

    public void add(String field, String detail) {
        found.add(new FieldError("/" + field, detail));
    }

    public double needed(String field, @Nullable Double value, double least, double most) {
        if (value == null) {
            add(field, "missing");
            return 0;
        }
        return within(field, value, least, most);
    }

    public @Nullable Double optional(
            String field, @Nullable Double value, double least, double most) {
        return value == null ? null : Double.valueOf(within(field, value, least, most));
    }

    private double within(String field, double value, double least, double most) {
        // Written so that NaN fails too.
        if (!(value >= least && value <= most)) {
            add(field, "expected %s to %s, was %s".formatted(plain(least), plain(most), value));
            return 0;
        }
        return value;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    public String neededText(String field, @Nullable String value, int longest) {
        String text = optionalText(field, value, longest);
        if (text == null) {
            add(field, "missing");
            return "";
        }
        return text;
    }

    public @Nullable String optionalText(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > longest) {
            add(field, "longer than %d characters".formatted(longest));
            return null;
        }
        if (text.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n')) {
            add(field, "has control characters");
            return null;
        }
        return text;
    }

    /// RFC 3339; a space for the `T` and the word `UTC` for the `Z` are taken too, as providers
    /// write them.
    public @Nullable Instant time(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip().toUpperCase(Locale.ROOT).replace(" UTC", "Z");
        if (text.length() > 10 && text.charAt(10) == ' ') {
            text = text.substring(0, 10) + 'T' + text.substring(11);
        }
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            add(field, "expected a time with its zone such as 2024-02-09T04:30:00Z");
            return null;
        }
    }
}
