package org.fairlead.screening.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Korean names in Latin letters: a surname and two syllables. Pyongyang, Seoul and each bearer
/// spell them in their own ways: Ri, Lee and Yi; To-chun and Do-chun.
final class KoreanNames {

    private static final int WORDS = 3;

    private static final String[] SURNAMES = {
        "kim gim",
        "ri lee yi rhee li",
        "pak park bak",
        "choe choi",
        "jong chong jung chung jeong",
        "kang gang",
        "jo cho",
        "yun yoon",
        "jang chang",
        "im lim rim",
        "han",
        "o oh",
        "so seo suh",
        "sin shin",
        "kwon gwon",
        "hwang",
        "an ahn",
        "song sung seong",
        "ryu yu yoo",
        "hong",
        "jon chon jeon chun",
        "ko go koh",
        "mun moon",
        "ryang yang",
        "son sohn",
        "pae bae",
        "paek baek paik",
        "ho heo huh hur",
        "nam",
        "sim shim",
        "no ro noh roh",
        "ha",
        "kwak gwak",
        "cha",
        "ju joo chu",
        "u woo",
        "ku koo gu",
        "min",
        "hyon hyun",
        "ji chi",
        "om um eom",
        "won",
        "pang bang",
        "kye",
        "thae tae",
        "pyon byun byon",
    };

    private static final Map<String, String> SURNAME_OF = new HashMap<>();

    static {
        for (String group : SURNAMES) {
            String[] spellings = group.split(" ");
            for (String spelling : spellings) {
                SURNAME_OF.put(spelling, "korean surname " + spellings[0]);
            }
        }
    }

    private static final Pattern SYLLABLE =
            Pattern.compile(
                    "(?:ch|kh|th|ph|ss|kk|tt|pp|[kgtdpbsjhmnrlyw])?[yw]?(?:ae|ai|eo|eu|oo|ou|ee|oe|ui|[aeiou])(?:ng|[kgnlmpbt])?");

    private KoreanNames() {}

    /// For each word what it goes by; empty for a name that is none of these.
    static List<String> keys(List<String> words) {
        if (words.size() != WORDS) {
            return List.of();
        }
        String first = surname(words.getFirst());
        if (first != null && areSyllables(words.get(1), words.get(2))) {
            return List.of(first, key(words.get(1)), key(words.get(2)));
        }
        String last = surname(words.getLast());
        return last != null && areSyllables(words.get(0), words.get(1))
                ? List.of(key(words.get(0)), key(words.get(1)), last)
                : List.of();
    }

    private static @Nullable String surname(String word) {
        return SURNAME_OF.get(word);
    }

    private static boolean areSyllables(String one, String other) {
        return SYLLABLE.matcher(one).matches() && SYLLABLE.matcher(other).matches();
    }

    /// Consonants that are voiced or not, and vowels of one sound, made one.
    private static String key(String syllable) {
        String key =
                syllable.replaceFirst("^ch", "j")
                        .replaceFirst("^kh?|^kk", "g")
                        .replaceFirst("^th?|^tt", "d")
                        .replaceFirst("^ph?|^pp", "b")
                        .replaceFirst("^l", "r")
                        .replaceFirst("(?<=.)g$(?<!ng)", "k")
                        .replaceFirst("b$", "p")
                        .replaceAll("eo|eu|oo|ou|oe|u", "o")
                        .replaceAll("ae|ai", "e")
                        .replace("ee", "i");
        return "korean " + key;
    }
}
