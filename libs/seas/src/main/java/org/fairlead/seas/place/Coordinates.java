package org.fairlead.seas.place;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Coordinates as people write them: `42.2N 130.3E`, `42.2, 130.3`, `-33.8 151.2`, `42-14N
/// 130-18E`, `42°14'N 130°18'E`, `42 14.5 N, 130 18.1 E`. Latitude comes first unless letters say
/// otherwise.
final class Coordinates {

    private static final String PART =
            "([+-]?\\d+(?:\\.\\d+)?)(?:[°\\- ]+(\\d+(?:\\.\\d+)?)['′]?)?\\s*°?\\s*([NSEW])";
    private static final Pattern LETTERED = Pattern.compile(PART + "[\\s,;/]*" + PART);
    private static final Pattern DECIMAL =
            Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)°?[\\s,;/]+([+-]?\\d+(?:\\.\\d+)?)°?");

    private Coordinates() {}

    /// Empty when the text is not of this form at all.
    static Optional<PlaceAnswer> read(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT);
        Matcher lettered = LETTERED.matcher(plain);
        if (lettered.matches()) {
            return Optional.of(lettered(text, lettered));
        }
        Matcher decimal = DECIMAL.matcher(plain);
        return decimal.matches()
                ? Optional.of(
                        place(
                                text,
                                Double.parseDouble(part(decimal, 1)),
                                Double.parseDouble(part(decimal, 2))))
                : Optional.empty();
    }

    private static PlaceAnswer lettered(String text, Matcher match) {
        boolean isLatitudeFirst = "NS".contains(part(match, 3));
        if (isLatitudeFirst == "NS".contains(part(match, 6))) {
            return new PlaceAnswer.Malformed(
                    "'" + text.strip() + "' needs one of N or S and one of E or W.");
        }
        double first = degrees(part(match, 1), match.group(2), part(match, 3));
        double second = degrees(part(match, 4), match.group(5), part(match, 6));
        if (Double.isNaN(first) || Double.isNaN(second)) {
            return new PlaceAnswer.Malformed(
                    "'" + text.strip() + "': minutes are below 60, and a letter takes no sign.");
        }
        return isLatitudeFirst ? place(text, first, second) : place(text, second, first);
    }

    /// A group that takes part in every match.
    private static String part(Matcher match, int group) {
        return Objects.requireNonNull(match.group(group));
    }

    private static double degrees(String whole, @Nullable String minutes, String letter) {
        double part = minutes == null ? 0 : Double.parseDouble(minutes);
        double value = Double.parseDouble(whole) + part / 60;
        if (part >= 60 || !Character.isDigit(whole.charAt(0))) {
            return Double.NaN;
        }
        return "SW".contains(letter) ? -value : value;
    }

    private static PlaceAnswer place(String text, double latitude, double longitude) {
        if (!(Math.abs(latitude) <= 90)) {
            return new PlaceAnswer.Malformed(
                    "'" + text.strip() + "': a latitude is between -90 and 90 degrees.");
        }
        if (!(Math.abs(longitude) <= 180)) {
            return new PlaceAnswer.Malformed(
                    "'" + text.strip() + "': a longitude is between -180 and 180 degrees.");
        }
        return new PlaceAnswer.Found(text.strip(), new Place(latitude, longitude), null);
    }
}
