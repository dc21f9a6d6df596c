package org.fairlead.screening.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a name as one of a ship, a person or an organisation: NFKD, Latin letters, lower case,
/// words with their kinds.
public final class NameReader {

    /// Named in every answer: the same name and the same version give the same form.
    public static final String VERSION = "2";

    private static final int LONGEST = 400;
    private static final int MOST_TOKENS = 24;
    private static final int LONGEST_LEGAL_FORM_WORDS = 5;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES =
            Pattern.compile("['`\u2019\u2018\u02bc\u02b9\u02bb\u02bf\u02be]");
    private static final Pattern DOTTED =
            Pattern.compile("(?<![a-z0-9])((?:[a-z]\\.){1,7}[a-z]?)(?![a-z0-9])");
    private static final Pattern AMPERSAND = Pattern.compile("(?<=[a-z])&(?=[a-z])");
    private static final Pattern NOT_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HULL_WORD = Pattern.compile("(?<![a-z])[mfsl]/[vtsy](?![a-z])");
    private static final Pattern DIGITS_IN_WORD =
            Pattern.compile("(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])");

    /// One digit among letters, N0RTH, is a letter mistyped or read wrongly; before and after a
    /// word it is a number.
    private static final Pattern DIGIT_FOR_LETTER =
            Pattern.compile("(?<=[a-z])[0158](?=[a-z]{2})|(?<=[a-z]{2})[0158](?=[a-z])");

    private static final Pattern ORDINAL =
            Pattern.compile("(?<![a-z0-9])(1st|2nd|3rd|[4-9]th|10th)(?![a-z0-9])");

    private static final Pattern SERVANT = Pattern.compile("abd(ul|el|al|ol|ur|oul|i)?");
    private static final Pattern SERVANT_OF =
            Pattern.compile("^abd(?:ul|el|al|ur|oul)(?=.{4})(.+)$");

    private final Schema schema;

    public NameReader(Schema schema) {
        this.schema = schema;
    }

    /// Empty when nothing is left that could be compared.
    public Optional<NameForm> read(String name) {
        String original = name.strip();
        String cut = original.length() > LONGEST ? original.substring(0, LONGEST) : original;
        var words = words(latin(schema.canBeCompany() ? TradeWords.translated(cut) : cut));
        var draft = new Draft();
        boolean isVowelless = Script.isVowelless(cut);
        words = withoutAffixes(words);
        words = schema.canBePerson() ? servantsJoined(words) : words;
        words = numbersOut(words, draft);
        var korean = schema.canBePerson() ? KoreanNames.keys(words) : List.<String>of();
        for (int i = 0; i < words.size(); i++) {
            draft.add(words.get(i), isVowelless, schema, korean.isEmpty() ? null : korean.get(i));
        }
        return draft.form(original, cut, schema);
    }

    private static String latin(String name) {
        String folded = Normalizer.normalize(Latin.of(name), Normalizer.Form.NFKD);
        return APOSTROPHES
                .matcher(MARKS.matcher(folded).replaceAll("").toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    private List<String> words(String latin) {
        String text = latin;
        if (schema == Schema.VESSEL) {
            text = HULL_WORD.matcher(text).replaceAll(" ");
            text =
                    DIGIT_FOR_LETTER
                            .matcher(text)
                            .replaceAll(match -> NumberWords.letterLike(match.group()));
        }
        if (schema != Schema.PERSON) {
            text = ORDINAL.matcher(text).replaceAll(match -> NumberWords.ordinal(match.group(1)));
        }
        if (schema != Schema.PERSON) {
            text = DOTTED.matcher(text).replaceAll(match -> match.group().replace(".", "") + " ");
        }
        text = AMPERSAND.matcher(text).replaceAll(" and ");
        var words = new ArrayList<String>();
        for (String word : NOT_WORDS.split(text)) {
            for (String part : DIGITS_IN_WORD.split(word)) {
                if (!part.isEmpty()) {
                    words.add(part);
                }
            }
        }
        return words;
    }

    private List<String> withoutAffixes(List<String> words) {
        return switch (schema) {
            case VESSEL -> abbreviated(withoutLeading(words, Words.SHIP_PREFIXES));
            case PERSON -> withoutTrailingForm(without(words, Words.TITLES));
            case COMPANY -> withoutLegalForms(words);
            case PARTY -> withoutLegalForms(without(words, Words.TITLES));
        };
    }

    /// CAPT, CAPTAIN and KAPITAN are one word before another, and ST is SAINT.
    private static List<String> abbreviated(List<String> words) {
        var whole = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            boolean isLast = i == words.size() - 1;
            whole.add(
                    isLast
                            ? words.get(i)
                            : Words.SHIP_WORDS.getOrDefault(words.get(i), words.get(i)));
        }
        return whole;
    }

    private static List<String> withoutLeading(List<String> words, Set<String> prefixes) {
        return words.size() > 1 && prefixes.contains(words.getFirst())
                ? words.subList(1, words.size())
                : words;
    }

    // DRISSI cut to DR stands last; a title stands first.
    private static List<String> without(List<String> words, Set<String> dropped) {
        var kept = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            boolean isLast = i == words.size() - 1;
            if (isLast || !dropped.contains(words.get(i))) {
                kept.add(words.get(i));
            }
        }
        return kept.isEmpty() ? words : kept;
    }

    private static List<String> withoutTrailingForm(List<String> words) {
        int last = words.size() - 1;
        return last >= 2 && Set.of("llc", "sa", "ltd", "inc", "gmbh").contains(words.get(last))
                ? words.subList(0, last)
                : words;
    }

    private static List<String> withoutLegalForms(List<String> words) {
        var kept = new ArrayList<String>();
        int at = 0;
        while (at < words.size()) {
            int form = legalFormAt(words, at);
            if (form == 0) {
                kept.add(words.get(at));
            }
            at += Math.max(1, form);
        }
        boolean isEmpty = kept.stream().allMatch(Words.PARTICLES::contains);
        return isEmpty ? words : kept;
    }

    /// How many words from a place on make a legal form, at most.
    private static int legalFormAt(List<String> words, int at) {
        for (int count = LONGEST_LEGAL_FORM_WORDS; count > 0; count--) {
            if (at + count <= words.size()
                    && Words.LEGAL_FORMS.contains(String.join("", words.subList(at, at + count)))) {
                return count;
            }
        }
        return 0;
    }

    private List<String> numbersOut(List<String> words, Draft draft) {
        var kept = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            var tens = NumberWords.tens(word);
            if (Character.isDigit(word.charAt(0))) {
                draft.numbers.add(NumberWords.digits(word));
            } else if (schema != Schema.PERSON && tens.isPresent()) {
                int unit = i + 1 < words.size() ? unit(words.get(i + 1)) : 0;
                draft.numbers.add("" + (tens.getAsInt() + unit));
                i += unit > 0 ? 1 : 0;
            } else if (schema != Schema.PERSON && NumberWords.word(word).isPresent()) {
                draft.numbers.add("" + NumberWords.word(word).getAsInt());
            } else if (isRoman(words, i)) {
                draft.numbers.add("" + NumberWords.roman(word).getAsInt());
            } else {
                kept.add(word);
            }
        }
        if (kept.isEmpty()) {
            // A ship may be called 777 or SEVEN: then the number is her name.
            draft.numbers.clear();
            return words;
        }
        return kept;
    }

    /// Abd al-Rahman, Abdul Rahman and Abdulrahman are three spellings of one name.
    private static List<String> servantsJoined(List<String> words) {
        var joined = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean isServant = SERVANT.matcher(word).matches();
            int next = i + 1;
            if (isServant && next < words.size() - 1 && Words.PARTICLES.contains(words.get(next))) {
                next++;
            }
            if (isServant && next < words.size() && words.get(next).length() > 2) {
                joined.add("abd" + words.get(next));
                i = next;
            } else {
                joined.add(SERVANT_OF.matcher(word).replaceFirst("abd$1"));
            }
        }
        return joined;
    }

    private static int unit(String word) {
        var unit = NumberWords.word(word);
        if (unit.isPresent() && unit.getAsInt() < 10) {
            return unit.getAsInt();
        }
        return word.length() == 1 && Character.isDigit(word.charAt(0)) ? word.charAt(0) - '0' : 0;
    }

    // Last, or last but for a number: MARINE IV, FUND I.
    private boolean isRoman(List<String> words, int at) {
        return schema != Schema.PERSON
                && at > 0
                && at == words.size() - 1
                && NumberWords.roman(words.get(at)).isPresent();
    }

    /// A form while it is made.
    private static final class Draft {

        private final List<Token> tokens = new ArrayList<>();
        private final Set<String> numbers = new LinkedHashSet<>();

        void add(String word, boolean isVowelless, Schema schema, @Nullable String korean) {
            if (tokens.size() < MOST_TOKENS) {
                if (korean != null) {
                    tokens.add(Token.of(word, TokenKind.WORD, isVowelless).withGivenName(korean));
                    return;
                }
                var token = Token.of(word, kind(word, schema), isVowelless);
                tokens.add(schema.canBePerson() ? token : token.withoutGivenName());
            }
        }

        private static TokenKind kind(String word, Schema schema) {
            if (word.length() == 1 && schema.canBePerson() && !Words.PARTICLES.contains(word)) {
                return TokenKind.INITIAL;
            }
            if (Words.PARTICLES.contains(word)) {
                return TokenKind.PARTICLE;
            }
            if (schema.canBeCompany() && Words.GENERIC.contains(word)) {
                return TokenKind.GENERIC;
            }
            return schema.canBePerson() && isPatronymic(word)
                    ? TokenKind.PATRONYMIC
                    : TokenKind.WORD;
        }

        private static boolean isPatronymic(String word) {
            return word.length() > 6
                    && (word.endsWith("ovich")
                            || word.endsWith("evich")
                            || word.endsWith("ovych")
                            || word.endsWith("ovitch")
                            || word.endsWith("ovna")
                            || word.endsWith("evna")
                            || word.endsWith("ivna"));
        }

        Optional<NameForm> form(String original, String cut, Schema schema) {
            if (tokens.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    NameForm.of(original, tokens, numbers, Script.ideographs(cut), schema));
        }
    }
}
