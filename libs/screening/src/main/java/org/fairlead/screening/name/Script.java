package org.fairlead.screening.name;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The script a name is written in.
public final class Script {

    private Script() {}

    /// The script of most of its letters, as a slug: `latin`, `cyrillic`, `han`.
    public static String of(String text) {
        var counts = new java.util.EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(most -> most.getKey().name().toLowerCase(Locale.ROOT))
                .orElse("latin");
    }

    static boolean isCyrillic(String text) {
        return has(text, UnicodeScript.CYRILLIC);
    }

    static boolean isArabic(String text) {
        return has(text, UnicodeScript.ARABIC);
    }

    static boolean hasHan(String text) {
        return has(text, UnicodeScript.HAN);
    }

    static boolean hasHangul(String text) {
        return has(text, UnicodeScript.HANGUL);
    }

    /// Scripts that write consonants only.
    static boolean isVowelless(String text) {
        return isArabic(text) || has(text, UnicodeScript.HEBREW);
    }

    /// The letters of a name written in Chinese characters or Hangul, where each says much; absent
    /// for other scripts.
    static @Nullable String ideographs(String text) {
        if (isLatinOnly(text) || !(hasHan(text) || hasHangul(text))) {
            return null;
        }
        var letters = new StringBuilder();
        text.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean isLatinOnly(String text) {
        return text.chars().allMatch(letter -> letter < 0x250);
    }

    private static boolean has(String text, UnicodeScript script) {
        return text.codePoints().anyMatch(letter -> UnicodeScript.of(letter) == script);
    }
}
