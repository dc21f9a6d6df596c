package org.fairlead.screening.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fairlead.screening.name.NameForm;
import org.fairlead.screening.name.Token;
import org.fairlead.screening.name.TokenKind;
import org.fairlead.screening.name.TokenSimilarity;
import org.jspecify.annotations.Nullable;

/// Holds two names against each other: the one place where a name's similarity is made. The index
/// only decides which pairs are worth it. ([WordSum]) A misprint lowers the similarity of a word;
/// another word in its place is a conflict, and a second name given or left out a surplus. Names
/// joined to one word, and acronyms, are tried as well.
public final class NameScorer {

    private final NameModel model;
    private final Rarity rarity;
    private final WordSum sum;

    public NameScorer(NameModel model, Rarity rarity) {
        this.model = model;
        this.rarity = rarity;
        this.sum = new WordSum(model);
    }

    public NameModel model() {
        return model;
    }

    public Rarity rarity() {
        return rarity;
    }

    public float weight(Token token) {
        return model.weight(token.kind())
                * (token.kind() == TokenKind.WORD ? rarity.weight(token.fold()) : 1f);
    }

    public float similarity(NameForm query, NameForm listed) {
        return Math.max(
                byWords(units(query, listed)) * factor(query, listed),
                byWhole(query, listed) * factor(query, listed));
    }

    public Alignment align(NameForm query, NameForm listed) {
        var units = units(query, listed);
        float factor = factor(query, listed);
        float words = byWords(units) * factor;
        float whole = byWhole(query, listed) * factor;
        if (whole > words) {
            boolean isAcronym = joined(query, listed) < whole / Math.max(factor, 1e-6f) - 1e-6f;
            return new Alignment(
                    whole,
                    List.of(
                            new Alignment.Pair(
                                    query.whole().text(), listed.whole().text(), whole / factor)),
                    List.of(),
                    List.of(),
                    numbers(query, listed),
                    isAcronym ? Alignment.Way.ACRONYM : Alignment.Way.JOINED);
        }
        return units.alignment(words, numbers(query, listed));
    }

    /// What the numbers, and characters where both are written in them, leave of it.
    private float factor(NameForm query, NameForm listed) {
        return factor(query, listed.numbers(), listed.ideographs());
    }

    private float factor(NameForm query, Set<String> numbers, @Nullable String theirs) {
        float factor =
                switch (numbers(query.numbers(), numbers)) {
                    case NONE, SAME -> 1f;
                    case ONE_SIDE -> model.numberOmission();
                    case DIFFERENT ->
                            isSeries(query) ? model.seriesMismatch() : model.numberMismatch();
                };
        String ours = query.ideographs();
        return ours == null || theirs == null || ours.equals(theirs)
                ? factor
                : factor * Ideographs.alike(ours, theirs);
    }

    // Fund IV of a family of funds: its sister is of interest, its number is no hull's.
    private static boolean isSeries(NameForm query) {
        return query.tokens().stream().filter(token -> token.kind() != TokenKind.PARTICLE).count()
                >= 3;
    }

    private static Alignment.Numbers numbers(NameForm query, NameForm listed) {
        return numbers(query.numbers(), listed.numbers());
    }

    private static Alignment.Numbers numbers(Set<String> ours, Set<String> theirs) {
        if (ours.isEmpty() && theirs.isEmpty()) {
            return Alignment.Numbers.NONE;
        }
        if (ours.isEmpty() || theirs.isEmpty()) {
            return Alignment.Numbers.ONE_SIDE;
        }
        return ours.equals(theirs) ? Alignment.Numbers.SAME : Alignment.Numbers.DIFFERENT;
    }

    /// @return 0 below the floor
    private float byWhole(NameForm query, NameForm listed) {
        return Math.max(joined(query, listed), acronym(query, listed));
    }

    private float joined(NameForm query, NameForm listed) {
        if (query.tokens().size() == listed.tokens().size()
                && query.tokens().size() > 1
                && query.ideographs() == null
                && listed.ideographs() == null) {
            return 0f;
        }
        return TokenSimilarity.of(query.whole(), listed.whole(), model.wholeFloor(), false);
    }

    private float acronym(NameForm query, NameForm listed) {
        if (model.acronym() == 0) {
            return 0f;
        }
        boolean isOurs =
                listed.acronym() != null
                        && query.tokens().size() == 1
                        && listed.acronym().text().equals(query.tokens().getFirst().text());
        boolean isTheirs =
                query.acronym() != null
                        && listed.tokens().size() == 1
                        && query.acronym().text().equals(listed.tokens().getFirst().text());
        return isOurs || isTheirs ? model.acronym() : 0f;
    }

    private Units units(NameForm query, NameForm listed) {
        return Units.of(query, listed, model);
    }

    private float byWords(Units units) {
        var result = sum.of(side(units.query()), side(units.listed()), units.alike);
        units.assign(result.assigned());
        return result.similarity();
    }

    private WordSum.Side side(List<Unit> units) {
        var weights = new float[units.size()];
        var isInitial = new boolean[units.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = units.get(i).weight(this);
            isInitial[i] = units.get(i).compared().kind() == TokenKind.INITIAL;
        }
        return new WordSum.Side(weights, isInitial);
    }

    /// The same similarity for names of which it is known that no joined words, acronym or whole
    /// agrees: word by word, from what an index knows of the words.
    ///
    /// @param alike query by listing, as [TokenSimilarity] has it
    public float similarity(
            NameForm query,
            float[] queryWeights,
            boolean[] queryInitials,
            ListedWords listed,
            float[][] alike) {
        return sum.of(
                                new WordSum.Side(queryWeights, queryInitials),
                                new WordSum.Side(listed.weights(), listed.isInitial()),
                                alike)
                        .similarity()
                * factor(query, listed.numbers(), listed.ideographs());
    }

    /// A listed name as an index keeps it.
    @SuppressWarnings("ArrayRecordComponent")
    public record ListedWords(
            float[] weights,
            boolean[] isInitial,
            Set<String> numbers,
            @Nullable String ideographs) {}

    /// Words as they are assigned: two neighbours may stand as one.
    record Unit(List<Token> tokens, Token compared) {

        float weight(NameScorer scorer) {
            float sum = 0;
            for (Token token : tokens) {
                sum += scorer.weight(token);
            }
            return sum;
        }

        String text() {
            return String.join(" ", tokens.stream().map(Token::text).toList());
        }
    }

    /// Both names in units, and how alike those are.
    static final class Units {

        private final List<Unit> query;
        private final List<Unit> listed;
        private final float[][] alike;
        private int[] assigned = {};

        private Units(List<Unit> query, List<Unit> listed, float[][] alike) {
            this.query = query;
            this.listed = listed;
            this.alike = alike;
        }

        static Units of(NameForm query, NameForm listed, NameModel model) {
            var ours = units(query, listed.tokens(), model);
            var theirs = units(listed, query.tokens(), model);
            var alike = new float[ours.size()][theirs.size()];
            for (int i = 0; i < ours.size(); i++) {
                for (int j = 0; j < theirs.size(); j++) {
                    alike[i][j] = alike(ours.get(i), theirs.get(j), model);
                }
            }
            return new Units(ours, theirs, alike);
        }

        private static float alike(Unit ours, Unit theirs, NameModel model) {
            boolean isJoined = ours.tokens().size() > 1 || theirs.tokens().size() > 1;
            return TokenSimilarity.of(
                    ours.compared(),
                    theirs.compared(),
                    isJoined ? model.joinFloor() : model.floor(),
                    !isJoined && model.isShortForgiven());
        }

        /// Neighbours become one where together they are a word of the other name, and neither is
        /// one alone.
        private static List<Unit> units(NameForm form, List<Token> others, NameModel model) {
            var tokens = form.tokens();
            var units = new ArrayList<Unit>(tokens.size());
            int next = 0;
            for (NameForm.Neighbours pair : form.neighbours()) {
                if (pair.at() >= next && isOneWord(pair, tokens, others, model)) {
                    next = addUpTo(units, tokens, next, pair.at());
                    units.add(
                            new Unit(
                                    List.of(tokens.get(pair.at()), tokens.get(pair.at() + 1)),
                                    pair.joined()));
                    next += 2;
                }
            }
            addUpTo(units, tokens, next, tokens.size());
            return units;
        }

        private static int addUpTo(List<Unit> units, List<Token> tokens, int from, int to) {
            for (int i = from; i < to; i++) {
                units.add(new Unit(List.of(tokens.get(i)), tokens.get(i)));
            }
            return to;
        }

        private static boolean isOneWord(
                NameForm.Neighbours pair, List<Token> tokens, List<Token> others, NameModel model) {
            float joined = best(pair.joined(), others, model.joinFloor(), false);
            return joined > 0
                    && joined
                            > Math.max(
                                    best(tokens.get(pair.at()), others, model),
                                    best(tokens.get(pair.at() + 1), others, model));
        }

        private static float best(Token token, List<Token> others, NameModel model) {
            return best(token, others, model.floor(), model.isShortForgiven());
        }

        private static float best(
                Token token, List<Token> others, float floor, boolean isShortForgiven) {
            float best = 0;
            for (Token other : others) {
                best = Math.max(best, TokenSimilarity.of(token, other, floor, isShortForgiven));
            }
            return best;
        }

        List<Unit> query() {
            return query;
        }

        List<Unit> listed() {
            return listed;
        }

        void assign(int[] columns) {
            this.assigned = columns.clone();
        }

        Alignment alignment(float similarity, Alignment.Numbers numbers) {
            var pairs = new ArrayList<Alignment.Pair>();
            var ours = new ArrayList<String>();
            var theirs = new ArrayList<>(listed.stream().map(Unit::text).toList());
            for (int i = 0; i < query.size(); i++) {
                if (assigned[i] < 0) {
                    ours.add(query.get(i).text());
                } else {
                    var other = listed.get(assigned[i]);
                    theirs.remove(other.text());
                    pairs.add(
                            new Alignment.Pair(
                                    query.get(i).text(), other.text(), alike[i][assigned[i]]));
                }
            }
            return new Alignment(similarity, pairs, ours, theirs, numbers, Alignment.Way.WORDS);
        }
    }
}
