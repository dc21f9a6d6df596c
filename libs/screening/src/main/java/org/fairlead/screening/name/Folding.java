package org.fairlead.screening.name;

/// Makes the spellings of one sound one: Mohammed and Muhammad stay apart by their vowels, but
/// Sergey, Sergei and Sergej become one word, as do Zelensky and Selenskyj, Bashar and Bachar.
///
/// Rules work from left to right on lower-case Latin letters and keep digits. The order is part of
/// the algorithm's version.
public final class Folding {

    private Folding() {}

    /// Never empty for a text that is not.
    public static String of(String text) {
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            at += step(text, at, out);
        }
        trimEnding(out);
        return out.isEmpty() ? text : out.toString();
    }

    /// Letters left when vowels go, which Arabic and Hebrew do not write.
    public static String skeleton(String fold) {
        var out = new StringBuilder(fold.length());
        for (int i = 0; i < fold.length(); i++) {
            char letter = fold.charAt(i);
            if (!isVowel(letter) && letter != 'v' && letter != 'h') {
                add(out, letter);
            }
        }
        return out.toString();
    }

    static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }

    /// Writes what stands at a place and says how many letters that took.
    private static int step(String text, int at, StringBuilder out) {
        if (text.startsWith("tsch", at)) {
            return put(out, 's', 4);
        }
        if (text.startsWith("sch", at)
                || text.startsWith("tch", at)
                || text.startsWith("dzh", at)
                || text.startsWith("tsh", at)) {
            return put(out, text.startsWith("dzh", at) ? 'j' : 's', 3);
        }
        if (at + 1 < text.length()) {
            int taken = pair(text.charAt(at), text.charAt(at + 1), at == 0, out);
            if (taken > 0) {
                return taken;
            }
        }
        return single(text, at, out);
    }

    private static int pair(char first, char second, boolean isFirst, StringBuilder out) {
        return switch ("" + first + second) {
            case "ch", "sh" -> put(out, 's', 2);
            case "hs" -> isFirst ? put(out, 's', 2) : 0;
            case "ph" -> put(out, 'f', 2);
            case "kh" -> put(out, 'h', 2);
            case "zh", "dj" -> put(out, 'j', 2);
            case "gh" -> put(out, 'g', 2);
            case "dh" -> put(out, 'd', 2);
            case "th" -> put(out, 't', 2);
            case "ck" -> put(out, 'k', 2);
            case "tz", "ts" -> put(out, 's', 2);
            case "ou", "oo", "ue", "eu" -> put(out, 'u', 2);
            case "ee", "ie", "ij", "iy", "yj", "yy", "ii", "ey", "ej", "ei" -> put(out, 'i', 2);
            case "ae", "ai", "ay" -> first == 'a' && second == 'e' ? put(out, 'e', 2) : ai(out);
            case "oe", "eo" -> put(out, 'o', 2);
            case "ya", "ia" -> isFirst ? 0 : glide(out);
            case "ks" -> put(out, 'x', 2);
            default -> 0;
        };
    }

    private static int ai(StringBuilder out) {
        add(out, 'a');
        return put(out, 'i', 2);
    }

    // Both letters are kept: only the first is made one of its spellings.
    private static int glide(StringBuilder out) {
        add(out, 'i');
        return put(out, 'a', 2);
    }

    private static int single(String text, int at, StringBuilder out) {
        char letter = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        boolean isSoft = next == 'e' || next == 'i' || next == 'y';
        return switch (letter) {
            case 'w' -> put(out, 'v', 1);
            case 'y' -> put(out, 'i', 1);
            case 'q' -> put(out, 'k', 1);
            case 'c' -> put(out, isSoft ? 's' : 'k', 1);
            case 'z' -> put(out, 's', 1);
            case 'x' -> put(out, at == 0 ? 's' : 'x', 1);
            case 'h' -> at > 0 && !isVowel(text.charAt(at - 1)) ? 1 : put(out, 'h', 1);
            default -> put(out, letter, 1);
        };
    }

    private static void trimEnding(StringBuilder out) {
        int last = out.length() - 1;
        boolean isSilent =
                last >= 3
                        && (out.charAt(last) == 'h'
                                || (out.charAt(last) == 'e' && !isVowel(out.charAt(last - 2))));
        if (isSilent) {
            out.setLength(last);
        }
    }

    private static int put(StringBuilder out, char letter, int taken) {
        add(out, letter);
        return taken;
    }

    // A letter doubled is a letter.
    private static void add(StringBuilder out, char letter) {
        if (out.isEmpty()
                || out.charAt(out.length() - 1) != letter
                || (letter >= '0' && letter <= '9')) {
            out.append(letter);
        }
    }
}
