package org.fairlead.screening.name;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A name in plain Latin letters, by ICU's transforms (BGN/PCGN tables where ICU has them).
///
/// The transform is chosen by the letters: a Ukrainian і is read as Ukrainian, a Serbian ћ as
/// Serbian.
public final class Latin {

    private static final Map<String, Transliterator> MADE = new ConcurrentHashMap<>();
    private static final String TO_ASCII = "Latin-ASCII";

    private Latin() {}

    /// ASCII letters as far as ICU knows the script; others are left for the reader to drop.
    public static String of(String text) {
        return isAscii(text) ? text : romanised(text);
    }

    private static String romanised(String text) {
        String latin = text;
        if (Script.isCyrillic(text)) {
            latin = by(cyrillic(text), latin);
        } else if (Script.hasHangul(text)) {
            latin = by("Hangul-Latin", KoreanSurnames.apart(latin)).replace("-", "");
        } else if (Script.hasHan(text)) {
            latin = by("Han-Latin/Names", latin);
        } else if (Script.isArabic(text)) {
            latin = arabic(latin);
        }
        latin = by("Any-Latin", latin);
        return by(TO_ASCII, latin.replace("ʹ", "").replace("’", "'"));
    }

    // Waw and ya are vowels as often as consonants: the skeleton leaves them out.
    private static String arabic(String text) {
        return by("Arabic-Latin", text.replace("ال", "al ").replace("ة", "ه").replace("ى", "ا"));
    }

    private static String cyrillic(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (hasAny(lower, "ђћџљњј")) {
            return "Serbian-Latin/BGN";
        }
        if (hasAny(lower, "ў")) {
            return "Belarusian-Latin/BGN";
        }
        if (hasAny(lower, "іїєґ") && !hasAny(lower, "ыэқғңұһә")) {
            return "Ukrainian-Latin/BGN";
        }
        if (hasAny(lower, "қғңұһә")) {
            return "Kazakh-Latin/BGN";
        }
        return hasAny(lower, "үө") ? "Mongolian-Latin/BGN" : "Russian-Latin/BGN";
    }

    private static boolean hasAny(String text, String letters) {
        return text.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
    }

    private static String by(String transform, String text) {
        return MADE.computeIfAbsent(transform, Transliterator::getInstance).transliterate(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
