package org.fairlead.screening.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.fairlead.screening.name.LetterCounts;
import org.fairlead.screening.name.LetterPairs;
import org.fairlead.screening.name.Token;
import org.fairlead.screening.name.TokenKind;
import org.fairlead.screening.name.TokenSimilarity;
import org.jspecify.annotations.Nullable;

/// Distinct words with the names that have them, sorted by length, so that a scan looks only at
/// lengths that a query's budget of edits can bridge, and of those only at words whose letters
/// allow it ([LetterCounts#leastCost]).
final class Vocabulary {

    private static final int LONGEST = 97;
    private static final int[] NONE = {};
    private static final Comparator<Token> ORDER =
            Comparator.<Token>comparingInt(token -> token.fold().length())
                    .thenComparing(Token::fold)
                    .thenComparing(Token::text)
                    .thenComparing(Token::kind)
                    .thenComparing(Token::isVowelless);

    private final Token[] tokens;
    private final long[] once;
    private final long[] twice;
    private final long[] thrice;
    private final long[] pairs;
    private final int[] lengthStart = new int[LONGEST + 2];
    private final int[] postingStart;
    private final int[] postings;
    private final Map<String, int[]> byGivenName;
    private final Map<Character, int[]> byInitial;
    private final Skeletons vowelless;
    private final int[] vowellessIds;
    private volatile @Nullable Skeletons all;
    private final int[] initials;

    private Vocabulary(Token[] tokens, int[] postingStart, int[] postings) {
        this.tokens = tokens;
        this.postingStart = postingStart;
        this.postings = postings;
        this.once = new long[tokens.length];
        this.twice = new long[tokens.length];
        this.thrice = new long[tokens.length];
        this.pairs = new long[tokens.length];
        int at = 0;
        for (int id = 0; id < tokens.length; id++) {
            once[id] = tokens[id].letters().once();
            twice[id] = tokens[id].letters().twice();
            thrice[id] = tokens[id].letters().thrice();
            pairs[id] = LetterPairs.of(tokens[id].fold());
            while (at <= length(id)) {
                lengthStart[at++] = id;
            }
        }
        while (at < lengthStart.length) {
            lengthStart[at++] = tokens.length;
        }
        this.byGivenName = grouped(tokens, Token::givenName);
        this.byInitial = grouped(tokens, token -> token.text().charAt(0));
        this.initials = where(tokens, token -> token.kind() == TokenKind.INITIAL);
        this.vowellessIds =
                where(tokens, token -> token.isVowelless() && token.kind() != TokenKind.INITIAL);
        this.vowelless = new Skeletons(tokens, vowellessIds);
    }

    private static <K> Map<K, int[]> grouped(Token[] tokens, Function<Token, @Nullable K> key) {
        var lists = new HashMap<K, List<Integer>>();
        for (int id = 0; id < tokens.length; id++) {
            var group = key.apply(tokens[id]);
            if (group != null) {
                lists.computeIfAbsent(group, each -> new ArrayList<>()).add(id);
            }
        }
        var groups = new HashMap<K, int[]>();
        lists.forEach((group, ids) ->
                groups.put(group, ids.stream().mapToInt(Integer::intValue).toArray()));
        return groups;
    }

    private static int[] where(Token[] tokens, Predicate<Token> test) {
        return IntStream.range(0, tokens.length).filter(id -> test.test(tokens[id])).toArray();
    }

    private int length(int id) {
        return tokens[id].fold().length();
    }

    int size() {
        return tokens.length;
    }

    Token token(int id) {
        return tokens[id];
    }

    int postingsFrom(int id) {
        return postingStart[id];
    }

    int postingsTo(int id) {
        return postingStart[id + 1];
    }

    /// The name at a place of the postings.
    int name(int posting) {
        return postings[posting];
    }

    /// Every word whose similarity to the query's reaches the floor, each once: the same words,
    /// with the same similarity, as comparing all would give.
    void scan(Token query, float floor, boolean isShortForgiven, Found found) {
        found.clear();
        if (query.kind() == TokenKind.INITIAL) {
            compare(
                    query,
                    byInitial.getOrDefault(query.text().charAt(0), NONE),
                    floor,
                    isShortForgiven,
                    found);
        } else if (query.isVowelless()) {
            compare(query, initials, floor, isShortForgiven, found);
            for (int id : vowellessIds) {
                if (isNear(query, id, floor, isShortForgiven)) {
                    compare(query, id, floor, isShortForgiven, found);
                }
            }
            for (int id : translations(query)) {
                if (tokens[id].isVowelless() && !isNear(query, id, floor, isShortForgiven)) {
                    compare(query, id, floor, isShortForgiven, found);
                }
            }
            compare(query, spelledNear(query, floor), floor, isShortForgiven, found);
        } else {
            scanLetters(query, floor, isShortForgiven, found);
            compare(query, initials, floor, isShortForgiven, found);
            compare(query, vowelless.near(query, floor), floor, isShortForgiven, found);
            for (int id : translations(query)) {
                if (!isInReach(query, id, floor, isShortForgiven)) {
                    compare(query, id, floor, isShortForgiven, found);
                }
            }
        }
    }

    // Few queries come in Arabic or Hebrew: made with the first.
    private int[] spelledNear(Token query, float floor) {
        var skeletons = all;
        if (skeletons == null) {
            skeletons = new Skeletons(tokens, where(tokens, Vocabulary::isSpelled));
            all = skeletons;
        }
        return skeletons.near(query, floor);
    }

    private int[] translations(Token query) {
        String name = query.givenName();
        return name == null ? NONE : byGivenName.getOrDefault(name, NONE);
    }

    private void scanLetters(Token query, float floor, boolean isShortForgiven, Found found) {
        int length = query.fold().length();
        var letters = query.letters();
        long queryPairs = LetterPairs.of(query.fold());
        for (int other = 1; other < LONGEST; other++) {
            float budget = TokenSimilarity.budget(Math.max(length, other), floor, isShortForgiven);
            if (Math.abs(length - other) > budget) {
                continue;
            }
            // Unequal lengths take an edit, so this is the query's own length.
            if (budget < TokenSimilarity.LEAST_EDIT) {
                scanEqual(query, floor, isShortForgiven, found);
                continue;
            }
            int to = lengthStart[other + 1];
            for (int id = lengthStart[other]; id < to; id++) {
                if (leastCost(letters, id) <= budget
                        && LetterPairs.leastCost(queryPairs, pairs[id]) <= budget
                        && isSpelled(id)) {
                    compare(query, id, floor, isShortForgiven, found);
                }
            }
        }
    }

    private boolean isSpelled(int id) {
        return isSpelled(tokens[id]);
    }

    /// Where no edit is within the budget, only the same fold is: one place in the sorted words.
    private void scanEqual(Token query, float floor, boolean isShortForgiven, Found found) {
        String fold = query.fold();
        int end = lengthStart[fold.length() + 1];
        for (int id = firstOf(fold); id < end && tokens[id].fold().equals(fold); id++) {
            if (isSpelled(id)) {
                compare(query, id, floor, isShortForgiven, found);
            }
        }
    }

    private int firstOf(String fold) {
        int low = lengthStart[fold.length()];
        int high = lengthStart[fold.length() + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens[middle].fold().compareTo(fold) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isSpelled(Token token) {
        return token.kind() != TokenKind.INITIAL && !token.isVowelless();
    }

    /// True when another part of the scan has looked at it.
    private boolean isInReach(Token query, int id, float floor, boolean isShortForgiven) {
        return !isSpelled(id) || isNear(query, id, floor, isShortForgiven);
    }

    private boolean isNear(Token query, int id, float floor, boolean isShortForgiven) {
        int length = query.fold().length();
        float budget = TokenSimilarity.budget(Math.max(length, length(id)), floor, isShortForgiven);
        return Math.abs(length - length(id)) <= budget
                && leastCost(query.letters(), id) <= budget
                && LetterPairs.leastCost(LetterPairs.of(query.fold()), pairs[id]) <= budget;
    }

    private float leastCost(LetterCounts letters, int id) {
        return LetterCounts.leastCost(
                letters.once(), letters.twice(), letters.thrice(), once[id], twice[id], thrice[id]);
    }

    private void compare(
            Token query, int[] ids, float floor, boolean isShortForgiven, Found found) {
        for (int id : ids) {
            compare(query, id, floor, isShortForgiven, found);
        }
    }

    private void compare(Token query, int id, float floor, boolean isShortForgiven, Found found) {
        float similarity = TokenSimilarity.of(query, tokens[id], floor, isShortForgiven);
        if (similarity > 0) {
            found.add(id, similarity);
        }
    }

    /// Words of a text, of whatever kind.
    int[] withText(Token like) {
        String fold = like.fold();
        int at = firstOf(fold);
        int end = lengthStart[fold.length() + 1];
        var found = new Ints();
        for (; at < end && tokens[at].fold().equals(fold); at++) {
            if (tokens[at].text().equals(like.text())) {
                found.add(at);
            }
        }
        return found.toArray();
    }

    /// Gathers words.
    static final class Builder {

        private final Map<Token, Integer> numbers = new HashMap<>();
        private final List<Token> tokens = new ArrayList<>();
        private final List<IntList> names = new ArrayList<>();
        private int[] idOf = {};

        /// @return its number until the vocabulary is built
        int add(Token token, int name) {
            Integer known = numbers.get(token);
            int number = known == null ? tokens.size() : known;
            if (known == null) {
                numbers.put(token, number);
                tokens.add(token);
                names.add(new IntList());
            }
            names.get(number).add(name);
            return number;
        }

        /// Numbers turned into the ids of the built vocabulary.
        int[] idsOf(Ints added) {
            int[] ids = added.toArray();
            for (int i = 0; i < ids.length; i++) {
                ids[i] = idOf[ids[i]];
            }
            return ids;
        }

        Vocabulary build() {
            int[] order =
                    IntStream.range(0, tokens.size())
                            .boxed()
                            .sorted(Comparator.comparing(tokens::get, ORDER))
                            .mapToInt(Integer::intValue)
                            .toArray();
            idOf = new int[order.length];
            var sorted = new Token[order.length];
            var starts = new int[order.length + 1];
            var all = new int[names.stream().mapToInt(IntList::size).sum()];
            int at = 0;
            for (int id = 0; id < order.length; id++) {
                idOf[order[id]] = id;
                sorted[id] = tokens.get(order[id]);
                starts[id] = at;
                at = names.get(order[id]).copyTo(all, at);
            }
            starts[order.length] = at;
            return new Vocabulary(sorted, starts, all);
        }
    }
}
