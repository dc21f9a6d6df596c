package org.fairlead.lists;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/// The script a text is written in, by its ISO 15924 code.
public final class Script {

    public static final String LATIN = "Latn";

    private static final Map<UnicodeScript, String> CODES =
            Map.ofEntries(
                    Map.entry(UnicodeScript.LATIN, LATIN),
                    Map.entry(UnicodeScript.CYRILLIC, "Cyrl"),
                    Map.entry(UnicodeScript.ARABIC, "Arab"),
                    Map.entry(UnicodeScript.HAN, "Hani"),
                    Map.entry(UnicodeScript.HANGUL, "Hang"),
                    Map.entry(UnicodeScript.HIRAGANA, "Hira"),
                    Map.entry(UnicodeScript.KATAKANA, "Kana"),
                    Map.entry(UnicodeScript.GREEK, "Grek"),
                    Map.entry(UnicodeScript.HEBREW, "Hebr"),
                    Map.entry(UnicodeScript.THAI, "Thai"),
                    Map.entry(UnicodeScript.GEORGIAN, "Geor"),
                    Map.entry(UnicodeScript.ARMENIAN, "Armn"),
                    Map.entry(UnicodeScript.MYANMAR, "Mymr"),
                    Map.entry(UnicodeScript.KHMER, "Khmr"),
                    Map.entry(UnicodeScript.LAO, "Laoo"),
                    Map.entry(UnicodeScript.ETHIOPIC, "Ethi"),
                    Map.entry(UnicodeScript.DEVANAGARI, "Deva"),
                    Map.entry(UnicodeScript.BENGALI, "Beng"),
                    Map.entry(UnicodeScript.TAMIL, "Taml"));

    private Script() {}

    /// The script most letters are of; `Zyyy` for one that is not told apart here.
    public static String of(String text) {
        if (isPlain(text)) {
            return LATIN;
        }
        var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> CODES.getOrDefault(most.getKey(), "Zyyy"))
                .orElse(LATIN);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x250) {
                return false;
            }
        }
        return true;
    }
}
