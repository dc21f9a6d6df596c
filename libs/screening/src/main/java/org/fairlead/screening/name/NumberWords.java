package org.fairlead.screening.name;

import java.util.Map;
import java.util.OptionalInt;

/// Numbers however they are written: digits, words, Roman numerals to XX.
final class NumberWords {

    private static final Map<String, Integer> UNITS =
            Map.ofEntries(
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("eleven", 11),
                    Map.entry("twelve", 12),
                    Map.entry("thirteen", 13),
                    Map.entry("fourteen", 14),
                    Map.entry("fifteen", 15),
                    Map.entry("sixteen", 16),
                    Map.entry("seventeen", 17),
                    Map.entry("eighteen", 18),
                    Map.entry("nineteen", 19));

    private static final Map<String, Integer> TENS =
            Map.of(
                    "twenty", 20, "thirty", 30, "forty", 40, "fourty", 40, "fifty", 50, "sixty", 60,
                    "seventy", 70, "eighty", 80, "ninety", 90);

    private static final String[] ROMAN = {
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
        "xv", "xvi", "xvii", "xviii", "xix", "xx"
    };

    private NumberWords() {}

    private static final Map<String, String> ORDINALS =
            Map.ofEntries(
                    Map.entry("1st", "first"),
                    Map.entry("2nd", "second"),
                    Map.entry("3rd", "third"),
                    Map.entry("4th", "fourth"),
                    Map.entry("5th", "fifth"),
                    Map.entry("6th", "sixth"),
                    Map.entry("7th", "seventh"),
                    Map.entry("8th", "eighth"),
                    Map.entry("9th", "ninth"),
                    Map.entry("10th", "tenth"));

    /// In words; a rank is no number of a hull.
    static String ordinal(String text) {
        return ORDINALS.getOrDefault(text, text);
    }

    /// The letter that a digit looks like.
    static String letterLike(String digit) {
        return switch (digit) {
            case "0" -> "o";
            case "1" -> "i";
            case "5" -> "s";
            case "8" -> "b";
            default -> digit;
        };
    }

    static OptionalInt word(String text) {
        var unit = UNITS.get(text);
        return unit == null ? OptionalInt.empty() : OptionalInt.of(unit);
    }

    static OptionalInt tens(String text) {
        var tens = TENS.get(text);
        return tens == null ? OptionalInt.empty() : OptionalInt.of(tens);
    }

    static OptionalInt roman(String text) {
        for (int i = 0; i < ROMAN.length; i++) {
            if (ROMAN[i].equals(text)) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    /// Digits without leading zeros; kept as text, since serial numbers are of any length.
    static String digits(String text) {
        String plain = text.replaceFirst("^0+(?=.)", "");
        return plain.isEmpty() ? "0" : plain;
    }
}
