package org.fairlead.screening.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.screening.name.NameForm;
import org.fairlead.screening.name.Schema;
import org.fairlead.screening.name.Token;
import org.fairlead.screening.name.TokenKind;
import org.fairlead.screening.score.NameModel;
import org.fairlead.screening.score.NameScorer;

/// Names by their words, as numbers in arrays. For a query it yields every name whose similarity
/// can reach a least one.
///
/// Every word of the vocabulary is held against every word of the query (a scan, not a top-K),
/// which gives for each name an upper bound of [NameScorer]'s similarity:
///
/// - A, the sum over the query's words of the greatest weight · similarity to a word of the name,
///   is at least the assigned sum, since an assignment takes at most one word for each;
/// - what is left over on either side is at least its weight less that of the words that agree with
///   any; the similarity falls with both;
/// - factors for numbers and characters are at most 1.
///
/// So `A / (A + conflictWeight·K + querySurplus·Q + listedSurplus·L) · conflictFactor^K` is never
/// exceeded. Words that all together cannot bring a name over the least (particles, initials)
/// therefore bring up no name that another word has not.
///
/// Joined words and acronyms stand outside of the bound: names that a joined form reaches are
/// *forced*, yielded without one. For all others the similarity follows from the words alone, and
/// from what the scan has found of them ([#similarity]). Initials join nothing: a joined word that
/// begins with a letter is no more like it than its own first part.
public final class NameIndex {

    /// Sums of floats in another order differ in the last digits.
    private static final float ROUNDING = 1e-4f;

    private final NameScorer scorer;
    private final NameModel model;
    private final Vocabulary words;
    private final Folds neighbours;
    private final Folds wholes;
    private final Folds acronyms;
    private final float[] wordWeight;
    private final int[] wordStart;
    private final int[] wordsOfNames;
    private final float[] nameWeight;
    private final Map<Integer, Set<String>> numbers;
    private final Map<Integer, String> ideographs;

    private NameIndex(Builder made, NameScorer scorer) {
        this.scorer = scorer;
        this.model = scorer.model();
        this.words = made.words.build();
        this.neighbours = made.neighbours.build();
        this.wholes = made.wholes.build();
        this.acronyms = made.acronyms.build();
        this.numbers = made.numbers;
        this.ideographs = made.ideographs;
        this.wordStart = made.starts.toArray();
        this.wordsOfNames = made.words.idsOf(made.tokens);
        this.wordWeight = new float[words.size()];
        for (int id = 0; id < wordWeight.length; id++) {
            wordWeight[id] = scorer.weight(words.token(id));
        }
        this.nameWeight = new float[names()];
        for (int name = 0; name < nameWeight.length; name++) {
            for (int at = wordStart[name]; at < wordStart[name + 1]; at++) {
                nameWeight[name] += wordWeight[wordsOfNames[at]];
            }
        }
    }

    /// Gathers names.
    public static final class Builder {

        private final Vocabulary.Builder words = new Vocabulary.Builder();
        private final Folds.Builder neighbours = new Folds.Builder();
        private final Folds.Builder wholes = new Folds.Builder();
        private final Folds.Builder acronyms = new Folds.Builder();
        private final Ints starts = new Ints();
        private final Ints tokens = new Ints();
        private final Map<Integer, Set<String>> numbers = new HashMap<>();
        private final Map<Set<String>, Set<String>> numberSets = new HashMap<>();
        private final Map<Integer, String> ideographs = new HashMap<>();

        public Builder() {
            starts.add(0);
        }

        /// Its number is how many were added before.
        public void add(NameForm form) {
            int name = starts.size() - 1;
            for (Token token : form.tokens()) {
                tokens.add(words.add(token, name));
            }
            starts.add(tokens.size());
            for (NameForm.Neighbours pair : form.neighbours()) {
                neighbours.add(pair.joined(), name);
            }
            wholes.add(form.whole(), name);
            Token acronym = form.acronym();
            if (acronym != null) {
                acronyms.add(acronym.text(), false, name);
            }
            if (!form.numbers().isEmpty()) {
                numbers.put(name, numberSets.computeIfAbsent(form.numbers(), each -> each));
            }
            String characters = form.ideographs();
            if (characters != null) {
                ideographs.put(name, characters);
            }
        }

        /// @param scorer with the rarities of all words that were added
        public NameIndex build(NameScorer scorer) {
            return new NameIndex(this, scorer);
        }
    }

    /// Distinct words.
    public int vocabulary() {
        return words.size();
    }

    public int names() {
        return wordStart.length - 1;
    }

    /// Takes names as they are found.
    @FunctionalInterface
    public interface Taker {

        /// @param most that its similarity can be; 1 for one that is forced
        void take(int name, float most);
    }

    /// A query's name with the weights of its words.
    @SuppressWarnings("ArrayRecordComponent")
    public record Query(NameForm form, float[] weights, boolean[] isInitial) {

        float total() {
            float total = 0;
            for (float weight : weights) {
                total += weight;
            }
            return total;
        }
    }

    public Query query(NameForm form) {
        var tokens = form.tokens();
        var weights = new float[tokens.size()];
        var isInitial = new boolean[tokens.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = scorer.weight(tokens.get(i));
            isInitial[i] = tokens.get(i).kind() == TokenKind.INITIAL;
        }
        return new Query(form, weights, isInitial);
    }

    /// @param least similarity of names that matter
    /// @param taker is given each name once
    public void candidates(Query query, float least, Scratch scratch, Taker taker) {
        scratch.begin(names(), words.size(), query.weights().length);
        force(query.form(), scratch, taker);
        gather(query, least - ROUNDING, scratch);
        float total = query.total();
        for (int at = 0; at < scratch.touchedCount; at++) {
            int name = scratch.touched[at];
            if (!scratch.isForced(name)) {
                float most = most(at, total, scratch, least - ROUNDING);
                if (most > 0) {
                    taker.take(name, most);
                }
            }
        }
    }

    /// Words of the vocabulary that are alike to one of the query's.
    ///
    /// @param at its place in the query
    /// @param most that it adds to the assigned sum of any name
    @SuppressWarnings("ArrayRecordComponent")
    private record Alike(int at, float most, int[] ids, float[] gains) {}

    private void gather(Query query, float least, Scratch scratch) {
        var all = new ArrayList<Alike>();
        for (int i = 0; i < query.weights().length; i++) {
            all.add(alike(query, i, scratch));
        }
        all.sort((a, b) -> Float.compare(b.most, a.most));
        int needed = needed(query, all, least);
        for (int i = 0; i < all.size(); i++) {
            add(all.get(i), query.weights()[all.get(i).at], i < needed, scratch);
        }
    }

    private Alike alike(Query query, int at, Scratch scratch) {
        words.scan(
                query.form().tokens().get(at),
                model.floor(),
                model.isShortForgiven(),
                scratch.found);
        int size = scratch.found.size();
        var ids = new int[size];
        var gains = new float[size];
        float most = 0;
        for (int f = 0; f < size; f++) {
            int id = scratch.found.id(f);
            float similarity = scratch.found.similarity(f);
            ids[f] = id;
            gains[f] = (query.weights()[at] + wordWeight[id]) / 2 * similarity;
            most = Math.max(most, gains[f]);
            scratch.remember(id, at, similarity);
        }
        return new Alike(at, most, ids, gains);
    }

    /// How many of the words, those that can add most first, bring up names: the others together
    /// stay below the least even where nothing else of a name is left over.
    private int needed(Query query, List<Alike> all, float least) {
        float matched = 0;
        float left = query.total();
        int needed = all.size();
        while (needed > 0) {
            var word = all.get(needed - 1);
            matched += word.most;
            left -= query.weights()[word.at];
            float parts = matched + model.querySurplus() * Math.max(0, left - ROUNDING);
            if (matched >= least * parts) {
                return needed;
            }
            needed--;
        }
        return 0;
    }

    private void add(Alike word, float weight, boolean isNeeded, Scratch scratch) {
        for (int f = 0; f < word.ids.length; f++) {
            int id = word.ids[f];
            int to = words.postingsTo(id);
            for (int posting = words.postingsFrom(id); posting < to; posting++) {
                int name = words.name(posting);
                if (isNeeded || scratch.isTouched(name)) {
                    scratch.add(name, word.at, word.gains[f], weight, wordWeight[id]);
                }
            }
        }
    }

    /// @return 0 below the least
    private float most(int at, float total, Scratch scratch, float least) {
        float matched = scratch.matched(at);
        float ours = Math.max(0, total - scratch.ours(at) - ROUNDING);
        float theirs = Math.max(0, nameWeight[scratch.touched[at]] - scratch.theirs(at) - ROUNDING);
        float conflict = Math.min(ours, theirs);
        float parts =
                matched
                        + model.conflictWeight() * conflict
                        + model.querySurplus() * (ours - conflict)
                        + model.listedSurplus() * (theirs - conflict);
        // Most fall here, before the power is taken.
        if (matched < least * parts) {
            return 0;
        }
        float most = (float) (matched / parts * Math.pow(model.conflictFactor(), conflict));
        return most < least ? 0 : Math.min(1, most + ROUNDING);
    }

    /// True for a name that a joined form or acronym reaches: its similarity takes more than its
    /// words.
    public boolean isForced(int name, Scratch scratch) {
        return scratch.isForced(name);
    }

    /// The similarity of a name that is not forced, as [NameScorer#similarity(NameForm, NameForm)]
    /// has it; of the query that [#candidates] was asked last.
    public float similarity(Query query, int name, Scratch scratch) {
        int from = wordStart[name];
        int size = wordStart[name + 1] - from;
        var weights = new float[size];
        var isInitial = new boolean[size];
        var alike = new float[query.weights().length][size];
        for (int j = 0; j < size; j++) {
            int id = wordsOfNames[from + j];
            weights[j] = wordWeight[id];
            isInitial[j] = words.token(id).kind() == TokenKind.INITIAL;
            for (int i = 0; i < alike.length; i++) {
                alike[i][j] = scratch.alike(i, id);
            }
        }
        return scorer.similarity(
                query.form(),
                query.weights(),
                query.isInitial(),
                new NameScorer.ListedWords(
                        weights,
                        isInitial,
                        numbers.getOrDefault(name, Set.of()),
                        ideographs.get(name)),
                alike);
    }

    /// Its words, in order.
    public List<Token> tokens(int name) {
        var tokens = new ArrayList<Token>();
        for (int at = wordStart[name]; at < wordStart[name + 1]; at++) {
            tokens.add(words.token(wordsOfNames[at]));
        }
        return tokens;
    }

    public Set<String> numbers(int name) {
        return numbers.getOrDefault(name, Set.of());
    }

    /// The name as it was read.
    public NameForm form(int name, String original, Schema schema) {
        return NameForm.of(original, tokens(name), numbers(name), ideographs.get(name), schema);
    }

    private void force(NameForm query, Scratch scratch, Taker taker) {
        var tokens = query.tokens();
        for (Token token : tokens) {
            if (token.kind() != TokenKind.INITIAL) {
                neighbours.scan(token, model.joinFloor(), name -> force(name, scratch, taker));
            }
        }
        for (NameForm.Neighbours pair : query.neighbours()) {
            forceBy(pair.joined(), scratch, taker);
        }
        wholes.scan(query.whole(), model.wholeFloor(), name -> force(name, scratch, taker));
        if (model.acronym() > 0) {
            forceAcronyms(query, scratch, taker);
        }
    }

    private void forceBy(Token joined, Scratch scratch, Taker taker) {
        words.scan(joined, model.joinFloor(), false, scratch.found);
        for (int f = 0; f < scratch.found.size(); f++) {
            int id = scratch.found.id(f);
            if (words.token(id).kind() != TokenKind.INITIAL) {
                forceAll(id, false, scratch, taker);
            }
        }
    }

    private void forceAcronyms(NameForm query, Scratch scratch, Taker taker) {
        if (query.tokens().size() == 1) {
            acronyms.equal(query.tokens().getFirst().text(), name -> force(name, scratch, taker));
        }
        Token acronym = query.acronym();
        if (acronym != null) {
            for (int id : words.withText(acronym)) {
                forceAll(id, true, scratch, taker);
            }
        }
    }

    private void forceAll(int word, boolean isAlone, Scratch scratch, Taker taker) {
        int to = words.postingsTo(word);
        for (int posting = words.postingsFrom(word); posting < to; posting++) {
            int name = words.name(posting);
            if (!isAlone || wordStart[name + 1] - wordStart[name] == 1) {
                force(name, scratch, taker);
            }
        }
    }

    private static void force(int name, Scratch scratch, Taker taker) {
        if (scratch.force(name)) {
            taker.take(name, 1);
        }
    }
}
