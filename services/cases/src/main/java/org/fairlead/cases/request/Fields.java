package org.fairlead.cases.request;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fairlead.cases.lifecycle.Slug;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Checks of single values in requests; each names the field it refuses.
public final class Fields {

    private static final Pattern MMSI = Pattern.compile("[0-9]{9}");
    private static final Pattern IMO = Pattern.compile("[0-9]{7}");

    private Fields() {}

    /// Text that must be there, trimmed.
    public static String text(String pointer, @Nullable String value, int maximum) {
        String optional = optionalText(pointer, value, maximum);
        if (optional == null) {
            throw ProblemException.invalid(pointer, "expected some text");
        }
        return optional;
    }

    /// Trimmed; blank counts as absent.
    public static @Nullable String optionalText(
            String pointer, @Nullable String value, int maximum) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String trimmed = value.strip();
        if (trimmed.length() > maximum) {
            throw ProblemException.invalid(
                    pointer,
                    "expected at most %d characters, was %d".formatted(maximum, trimmed.length()));
        }
        if (trimmed.indexOf('\0') >= 0) {
            throw ProblemException.invalid(pointer, "the NUL character cannot be kept");
        }
        trimmed.codePoints()
                .filter(Fields::isControl)
                .findFirst()
                .ifPresent(found -> {
                    throw ProblemException.invalid(
                            pointer,
                            "expected no control characters, found U+%04X".formatted(found));
                });
        return trimmed;
    }

    /// Line ends and tabs are text. What turns the direction of writing is kept too: names are
    /// written so; who shows it sets it apart.
    private static boolean isControl(int point) {
        return Character.getType(point) == Character.CONTROL
                && point != '\n'
                && point != '\r'
                && point != '\t';
    }

    public static <T> T required(String pointer, @Nullable T value) {
        if (value == null) {
            throw ProblemException.invalid(pointer, "expected a value");
        }
        return value;
    }

    public static @Nullable String mmsi(String pointer, @Nullable String value) {
        return matching(pointer, value, MMSI, "nine digits");
    }

    public static @Nullable String imo(String pointer, @Nullable String value) {
        return matching(pointer, value, IMO, "seven digits without prefix");
    }

    private static @Nullable String matching(
            String pointer, @Nullable String value, Pattern pattern, String expected) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw ProblemException.invalid(pointer, "expected " + expected);
        }
        return value;
    }

    /// Both or neither, on the globe.
    public static void position(@Nullable Double latitude, @Nullable Double longitude) {
        if ((latitude == null) != (longitude == null)) {
            throw ProblemException.invalid(
                    latitude == null ? "/latitudeDegrees" : "/longitudeDegrees",
                    "expected both coordinates or none");
        }
        if (latitude != null && !(latitude >= -90 && latitude <= 90)) {
            throw ProblemException.invalid(
                    "/latitudeDegrees", "expected -90 to 90, was " + latitude);
        }
        if (longitude != null && !(longitude >= -180 && longitude <= 180)) {
            throw ProblemException.invalid(
                    "/longitudeDegrees", "expected -180 to 180, was " + longitude);
        }
    }

    public static void order(@Nullable Instant from, @Nullable Instant to, String pointer) {
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.invalid(pointer, "ends before it starts (%s)".formatted(from));
        }
    }

    /// A word of a query, `?state=in-review`.
    public static <E extends Enum<E> & Slug> @Nullable E word(
            String parameter, @Nullable String value, Class<E> words) {
        if (value == null || value.isBlank()) {
            return null;
        }
        for (E word : words.getEnumConstants()) {
            if (word.slug().equals(value)) {
                return word;
            }
        }
        throw ProblemException.invalid(
                parameter,
                "expected one of "
                        + Arrays.stream(words.getEnumConstants())
                                .map(Slug::slug)
                                .collect(Collectors.joining(", ")));
    }

    /// The query parameter `updatedSince`: only what changed at or after it.
    public static @Nullable Instant since(@Nullable String value) {
        return time("updatedSince", value);
    }

    /// A time of a query, RFC 3339.
    public static @Nullable Instant time(String parameter, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(value.strip());
        } catch (DateTimeParseException unreadable) {
            throw ProblemException.invalid(
                    parameter, "expected a time such as 2024-02-09T00:00:00Z, was " + value);
        }
    }

    public static Instant time(Cursor cursor) {
        try {
            return Instant.parse(cursor.sortKey());
        } catch (DateTimeParseException foreign) {
            throw foreignCursor();
        }
    }

    public static int number(Cursor cursor) {
        try {
            return Integer.parseInt(cursor.sortKey());
        } catch (NumberFormatException foreign) {
            throw foreignCursor();
        }
    }

    public static UUID id(Cursor cursor) {
        try {
            return UUID.fromString(cursor.id());
        } catch (IllegalArgumentException foreign) {
            throw foreignCursor();
        }
    }

    private static ProblemException foreignCursor() {
        return ProblemException.invalid("cursor", "this cursor belongs to another list");
    }
}
