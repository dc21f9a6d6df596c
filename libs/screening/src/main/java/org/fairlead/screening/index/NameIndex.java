package org.fairlead.screening.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.screening.name.NameForm;
import org.fairlead.screening.name.Token;
import org.fairlead.screening.score.NameModel;
import org.fairlead.screening.score.NameScorer;
import org.jspecify.annotations.Nullable;

/// Names by their words. For a query it yields every name whose similarity can reach a least one.
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
/// exceeded. Joined words and acronyms stand outside of the bound: names that a joined form reaches
/// are yielded without one.
public final class NameIndex {

    /// Sums of floats in another order differ in the last digits.
    private static final float ROUNDING = 1e-4f;

    private final NameScorer scorer;
    private final NameModel model;
    private final int names;
    private final Vocabulary words;
    private final Vocabulary neighbours;
    private final Vocabulary wholes;
    private final Map<String, IntList> acronyms = new HashMap<>();
    private final Map<String, IntList> single = new HashMap<>();
    private final float[] wordWeight;
    private final float[] nameWeight;

    public NameIndex(List<NameForm> forms, NameScorer scorer) {
        this.scorer = scorer;
        this.model = scorer.model();
        this.names = forms.size();
        this.nameWeight = new float[names];
        var wordBuilder = new Vocabulary.Builder();
        var neighbourBuilder = new Vocabulary.Builder();
        var wholeBuilder = new Vocabulary.Builder();
        for (int name = 0; name < names; name++) {
            var form = forms.get(name);
            var tokens = form.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                wordBuilder.add(tokens.get(i), name);
                nameWeight[name] += scorer.weight(tokens.get(i));
            }
            for (NameForm.Neighbours pair : form.neighbours()) {
                neighbourBuilder.add(pair.joined(), name);
            }
            wholeBuilder.add(form.whole(), name);
            Token acronym = form.acronym();
            if (acronym != null) {
                acronyms.computeIfAbsent(acronym.text(), key -> new IntList()).add(name);
            }
            if (tokens.size() == 1) {
                single.computeIfAbsent(tokens.getFirst().text(), key -> new IntList()).add(name);
            }
        }
        this.words = wordBuilder.build();
        this.neighbours = neighbourBuilder.build();
        this.wholes = wholeBuilder.build();
        this.wordWeight = new float[words.size()];
        for (int id = 0; id < wordWeight.length; id++) {
            wordWeight[id] = scorer.weight(words.token(id));
        }
    }

    /// Distinct words.
    public int vocabulary() {
        return words.size();
    }

    public int names() {
        return names;
    }

    /// Takes names as they are found.
    @FunctionalInterface
    public interface Taker {

        /// @param most that its similarity can be
        void take(int name, float most);
    }

    /// @param least similarity of names that matter
    /// @param taker is given each name once
    public void candidates(NameForm query, float least, Scratch scratch, Taker taker) {
        int round = scratch.begin(names);
        float total = 0;
        var tokens = query.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            total += scorer.weight(tokens.get(i));
            gather(tokens.get(i), i, round, scratch);
        }
        force(query, round, scratch, taker);
        for (int at = 0; at < scratch.touchedCount; at++) {
            int name = scratch.touched[at];
            if (scratch.forced[name] != round) {
                float most = most(name, total, scratch, least - ROUNDING);
                if (most > 0) {
                    taker.take(name, most);
                }
            }
        }
    }

    private void gather(Token token, int at, int round, Scratch scratch) {
        float weight = scorer.weight(token);
        words.scan(token, model.floor(), model.isShortForgiven(), scratch.found);
        for (int f = 0; f < scratch.found.size(); f++) {
            int id = scratch.found.id(f);
            float gain = (weight + wordWeight[id]) / 2 * scratch.found.similarity(f);
            int to = words.postingsTo(id);
            for (int posting = words.postingsFrom(id); posting < to; posting++) {
                add(words.name(posting), at, gain, weight, wordWeight[id], round, scratch);
            }
        }
    }

    private static void add(
            int name, int at, float gain, float weight, float listed, int round, Scratch scratch) {
        if (scratch.round[name] != round) {
            scratch.round[name] = round;
            scratch.matched[name] = 0;
            scratch.ours[name] = 0;
            scratch.theirs[name] = 0;
            scratch.token[name] = -1;
            scratch.touch(name);
        }
        if (scratch.token[name] != at) {
            scratch.token[name] = at;
            scratch.tokenMatched[name] = 0;
            scratch.tokenTheirs[name] = 0;
            scratch.ours[name] += weight;
        }
        if (gain > scratch.tokenMatched[name]) {
            scratch.matched[name] += gain - scratch.tokenMatched[name];
            scratch.tokenMatched[name] = gain;
        }
        if (listed > scratch.tokenTheirs[name]) {
            scratch.theirs[name] += listed - scratch.tokenTheirs[name];
            scratch.tokenTheirs[name] = listed;
        }
    }

    /// @return 0 below the least
    private float most(int name, float total, Scratch scratch, float least) {
        float matched = scratch.matched[name];
        float ours = Math.max(0, total - scratch.ours[name] - ROUNDING);
        float theirs = Math.max(0, nameWeight[name] - scratch.theirs[name] - ROUNDING);
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

    private void force(NameForm query, int round, Scratch scratch, Taker taker) {
        var tokens = query.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            force(neighbours, tokens.get(i), model.joinFloor(), round, scratch, taker);
        }
        for (NameForm.Neighbours pair : query.neighbours()) {
            force(words, pair.joined(), model.joinFloor(), round, scratch, taker);
        }
        force(wholes, query.whole(), model.wholeFloor(), round, scratch, taker);
        if (tokens.size() == 1) {
            force(acronyms.get(tokens.getFirst().text()), round, scratch, taker);
        }
        Token acronym = query.acronym();
        if (acronym != null) {
            force(single.get(acronym.text()), round, scratch, taker);
        }
    }

    private static void force(
            Vocabulary vocabulary,
            Token token,
            float floor,
            int round,
            Scratch scratch,
            Taker taker) {
        vocabulary.scan(token, floor, false, scratch.found);
        for (int f = 0; f < scratch.found.size(); f++) {
            int id = scratch.found.id(f);
            int to = vocabulary.postingsTo(id);
            for (int posting = vocabulary.postingsFrom(id); posting < to; posting++) {
                force(vocabulary.name(posting), round, scratch, taker);
            }
        }
    }

    private static void force(@Nullable IntList names, int round, Scratch scratch, Taker taker) {
        for (int i = 0; names != null && i < names.size(); i++) {
            force(names.at(i), round, scratch, taker);
        }
    }

    private static void force(int name, int round, Scratch scratch, Taker taker) {
        if (scratch.forced[name] != round) {
            scratch.forced[name] = round;
            taker.take(name, 1);
        }
    }
}
