package org.fairlead.screening.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.fairlead.screening.name.LetterCounts;
import org.fairlead.screening.name.LetterPairs;
import org.fairlead.screening.name.Token;
import org.fairlead.screening.name.TokenSimilarity;
import org.jspecify.annotations.Nullable;

/// Distinct joined words, by their folds, with the names that have them: one array of bytes for all
/// of them, some numbers for each, no object.
///
/// A scan yields what comparing with every entry would: it looks at lengths that the budget of
/// edits can bridge, of those at entries whose letters allow it, and where no edit is within the
/// budget at the one place where an equal one is.
final class Folds {

    private static final int LONGEST = 97;
    private static final int NONE = -1;

    private final byte[] letters;
    private final int[] start;
    private final int[] lengthStart;
    private final long[] once;
    private final long[] twice;
    private final long[] thrice;
    private final long[] pairs;
    private final boolean[] isVowelless;
    private final int[] vowelless;
    private final int[] table;
    private final int[] postingStart;
    private final int[] postings;

    private Folds(Builder made) {
        int size = made.size();
        int[] order = made.byLength();
        this.letters = new byte[made.lettersSize];
        this.start = new int[size + 1];
        this.once = new long[size];
        this.twice = new long[size];
        this.thrice = new long[size];
        this.pairs = new long[size];
        this.isVowelless = new boolean[size];
        this.lengthStart = new int[LONGEST + 2];
        int[] idOf = new int[size];
        var withoutVowels = new Ints();
        int at = 0;
        int length = 0;
        for (int id = 0; id < size; id++) {
            int old = order[id];
            idOf[old] = id;
            int count = made.length(old);
            System.arraycopy(made.letters, made.starts.at(old), letters, at, count);
            start[id] = at;
            at += count;
            String fold = text(letters, start[id], count);
            var counts = LetterCounts.of(fold);
            pairs[id] = LetterPairs.of(fold);
            once[id] = counts.once();
            twice[id] = counts.twice();
            thrice[id] = counts.thrice();
            isVowelless[id] = made.isVowelless(old);
            if (isVowelless[id]) {
                withoutVowels.add(id);
            }
            while (length <= count) {
                lengthStart[length++] = id;
            }
        }
        start[size] = at;
        while (length < lengthStart.length) {
            lengthStart[length++] = size;
        }
        this.vowelless = withoutVowels.toArray();
        this.table = made.table;
        for (int slot = 0; slot < table.length; slot++) {
            table[slot] = table[slot] == NONE ? NONE : idOf[table[slot]];
        }
        this.postingStart = new int[size + 1];
        this.postings = made.postings(idOf, postingStart);
    }

    int size() {
        return once.length;
    }

    /// Names of every entry that is alike at least so much, a name as often as it has some.
    void scan(Token query, float floor, IntConsumer names) {
        var skeleton = query.skeletonLetters();
        if (query.isVowelless()) {
            scanSkeletons(query, skeleton, floor, names);
            for (int id : vowelless) {
                if (isNear(query, id, floor) && isAlike(query, id, floor)) {
                    give(id, names);
                }
            }
        } else {
            scanSpelled(query, floor, names);
            for (int id : vowelless) {
                if (isNearWithoutVowels(query, skeleton, id, floor) && isAlike(query, id, floor)) {
                    give(id, names);
                }
            }
        }
    }

    private void scanSpelled(Token query, float floor, IntConsumer names) {
        int length = query.fold().length();
        var counts = query.letters();
        long queryPairs = LetterPairs.of(query.fold());
        for (int other = 1; other < LONGEST; other++) {
            float budget = TokenSimilarity.budget(Math.max(length, other), floor, false);
            if (Math.abs(length - other) > budget) {
                continue;
            }
            // Unequal lengths take an edit, so this is the query's own length.
            if (budget < TokenSimilarity.LEAST_EDIT) {
                give(find(query.fold(), false), names);
                continue;
            }
            int to = lengthStart[other + 1];
            for (int id = lengthStart[other]; id < to; id++) {
                if (LetterPairs.leastCost(queryPairs, pairs[id]) <= budget
                        && leastCost(counts, id) <= budget
                        && !isVowelless[id]
                        && isAlike(query, id, floor)) {
                    give(id, names);
                }
            }
        }
    }

    private void scanSkeletons(Token query, LetterCounts skeleton, float floor, IntConsumer names) {
        for (int id = 0; id < size(); id++) {
            if (!isVowelless[id]
                    && isNearWithoutVowels(query, skeleton, id, floor)
                    && isAlike(query, id, floor)) {
                give(id, names);
            }
        }
    }

    private boolean isNear(Token query, int id, float floor) {
        int longer = Math.max(query.fold().length(), length(id));
        return leastCost(query.letters(), id) <= TokenSimilarity.budget(longer, floor, false);
    }

    /// Of the two skeletons only the query's is known: the other is no longer than its fold.
    private boolean isNearWithoutVowels(Token query, LetterCounts skeleton, int id, float floor) {
        int longer = Math.max(query.skeleton().length(), length(id));
        return skeleton.leastCostWithoutVowels(once[id], twice[id], thrice[id])
                <= TokenSimilarity.budgetWithoutVowels(longer, floor);
    }

    private float leastCost(LetterCounts counts, int id) {
        return LetterCounts.leastCost(
                counts.once(), counts.twice(), counts.thrice(), once[id], twice[id], thrice[id]);
    }

    private boolean isAlike(Token query, int id, float floor) {
        return TokenSimilarity.areAlike(
                query, text(letters, start[id], length(id)), isVowelless[id], floor);
    }

    private int length(int id) {
        return start[id + 1] - start[id];
    }

    private static String text(byte[] letters, int start, int length) {
        return new String(letters, start, length, StandardCharsets.ISO_8859_1);
    }

    /// Names of the entry with just this text.
    void equal(String text, IntConsumer names) {
        give(find(text, false), names);
    }

    private void give(int id, IntConsumer names) {
        if (id == NONE) {
            return;
        }
        for (int posting = postingStart[id]; posting < postingStart[id + 1]; posting++) {
            names.accept(postings[posting]);
        }
    }

    private int find(String fold, boolean withoutVowels) {
        byte[] bytes = fold.getBytes(StandardCharsets.ISO_8859_1);
        int slot = slot(bytes, withoutVowels, table.length);
        while (table[slot] != NONE) {
            int id = table[slot];
            if (isVowelless[id] == withoutVowels
                    && Arrays.equals(letters, start[id], start[id + 1], bytes, 0, bytes.length)) {
                return id;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return NONE;
    }

    private static int slot(byte[] bytes, boolean withoutVowels, int slots) {
        int hash = (withoutVowels ? 31 : 17) + Arrays.hashCode(bytes);
        hash *= 0x9E3779B1;
        return (hash ^ hash >>> 15) & (slots - 1);
    }

    /// Gathers entries, name by name.
    static final class Builder {

        private byte[] letters = new byte[1 << 12];
        private int lettersSize;
        private final Ints starts = new Ints();
        private final Ints flags = new Ints();
        private final Ints entries = new Ints();
        private final Ints names = new Ints();
        private int[] table = new int[1 << 10];

        Builder() {
            Arrays.fill(table, NONE);
            starts.add(0);
        }

        int size() {
            return flags.size();
        }

        private int length(int entry) {
            return starts.at(entry + 1) - starts.at(entry);
        }

        private boolean isVowelless(int entry) {
            return flags.at(entry) == 1;
        }

        void add(@Nullable Token joined, int name) {
            if (joined != null) {
                add(joined.fold(), joined.isVowelless(), name);
            }
        }

        void add(String fold, boolean withoutVowels, int name) {
            entries.add(entry(fold.getBytes(StandardCharsets.ISO_8859_1), withoutVowels));
            names.add(name);
        }

        private int entry(byte[] bytes, boolean withoutVowels) {
            int slot = slot(bytes, withoutVowels, table.length);
            while (table[slot] != NONE) {
                if (isSame(table[slot], bytes, withoutVowels)) {
                    return table[slot];
                }
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = append(bytes, withoutVowels);
            if (2 * size() > table.length) {
                enlarge();
            }
            return size() - 1;
        }

        private boolean isSame(int entry, byte[] bytes, boolean withoutVowels) {
            return isVowelless(entry) == withoutVowels
                    && Arrays.equals(
                            letters,
                            starts.at(entry),
                            starts.at(entry + 1),
                            bytes,
                            0,
                            bytes.length);
        }

        private int append(byte[] bytes, boolean withoutVowels) {
            while (lettersSize + bytes.length > letters.length) {
                letters = Arrays.copyOf(letters, letters.length + (letters.length >> 1));
            }
            System.arraycopy(bytes, 0, letters, lettersSize, bytes.length);
            lettersSize += bytes.length;
            starts.add(lettersSize);
            flags.add(withoutVowels ? 1 : 0);
            return size() - 1;
        }

        private void enlarge() {
            table = new int[2 * table.length];
            Arrays.fill(table, NONE);
            for (int entry = 0; entry < size(); entry++) {
                byte[] bytes = Arrays.copyOfRange(letters, starts.at(entry), starts.at(entry + 1));
                int slot = slot(bytes, isVowelless(entry), table.length);
                while (table[slot] != NONE) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = entry;
            }
        }

        private int[] byLength() {
            int[] next = new int[LONGEST + 2];
            for (int entry = 0; entry < size(); entry++) {
                next[length(entry) + 1]++;
            }
            for (int length = 1; length < next.length; length++) {
                next[length] += next[length - 1];
            }
            int[] order = new int[size()];
            for (int entry = 0; entry < size(); entry++) {
                order[next[length(entry)]++] = entry;
            }
            return order;
        }

        private int[] postings(int[] idOf, int[] postingStart) {
            int[] next = new int[postingStart.length + 1];
            for (int i = 0; i < entries.size(); i++) {
                next[idOf[entries.at(i)] + 1]++;
            }
            for (int id = 1; id < next.length; id++) {
                next[id] += next[id - 1];
            }
            System.arraycopy(next, 0, postingStart, 0, postingStart.length);
            int[] postings = new int[entries.size()];
            for (int i = 0; i < entries.size(); i++) {
                postings[next[idOf[entries.at(i)]]++] = names.at(i);
            }
            return postings;
        }

        Folds build() {
            return new Folds(this);
        }
    }
}
