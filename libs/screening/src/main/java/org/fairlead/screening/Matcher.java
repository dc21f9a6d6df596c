package org.fairlead.screening;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.screening.name.NameForm;
import org.fairlead.screening.name.NameReader;
import org.fairlead.screening.name.Schema;
import org.fairlead.screening.name.Token;
import org.fairlead.screening.name.TokenKind;
import org.fairlead.screening.name.TokenSimilarity;
import org.fairlead.screening.score.Alignment;
import org.fairlead.screening.score.NameModel;
import org.fairlead.screening.score.NameScorer;
import org.fairlead.screening.score.Rarity;
import org.jspecify.annotations.Nullable;

/// Compares one pair. The listing's kind says how both names are read.
public final class Matcher {

    private static final Map<Schema, NameReader> READERS = new EnumMap<>(Schema.class);

    static {
        for (Schema schema : Schema.values()) {
            READERS.put(schema, new NameReader(schema));
        }
    }

    private static final double UNCAPPED = 0.9985;

    /// Letters of a ship's name in which a misprint leaves too little.
    private static final int SHORT_NAME = 4;

    private final Profile profile;
    private final EvidenceModel evidence;
    private final Judge judge;
    private final NameScorer names;

    public Matcher(Profile profile, Rarity rarity) {
        this(
                profile,
                rarity,
                profile == Profile.VESSEL ? NameModel.vessel() : NameModel.party(),
                EvidenceModel.standard());
    }

    /// With other constants than those it ships with: to measure what they are worth.
    public Matcher(Profile profile, Rarity rarity, NameModel model, EvidenceModel evidence) {
        this.profile = profile;
        this.evidence = evidence;
        this.judge = new Judge(evidence);
        this.names = new NameScorer(model, rarity);
    }

    static NameReader reader(Schema schema) {
        return java.util.Objects.requireNonNull(READERS.get(schema));
    }

    public Profile profile() {
        return profile;
    }

    NameScorer names() {
        return names;
    }

    Judge judge() {
        return judge;
    }

    /// Score and reasons.
    public Comparison compare(Subject query, Subject listed) {
        var reader = reader(listed.schema());
        return explain(Prepared.of(query, reader), Prepared.of(listed, reader));
    }

    Comparison explain(Prepared query, Prepared listed) {
        if (profile == Profile.OFAC_COMPAT) {
            return OfacComparison.of(query.subject(), listed.subject());
        }
        var weighing = judge.weigh(query.subject(), listed.subject());
        Judge.NameFinding best = null;
        NameForm ours = null;
        NameForm theirs = null;
        double highest = weighing.score(null);
        for (Prepared.Name name : query.names()) {
            for (Prepared.Name other : listed.names()) {
                var finding = finding(name, other);
                if (finding != null
                        && (best == null
                                || weighing.score(finding) > highest
                                || (weighing.score(finding) == highest
                                        && finding.odds() > best.odds()))) {
                    best = finding;
                    ours = name.form();
                    theirs = other.form();
                    highest = weighing.score(finding);
                }
            }
        }
        return weighing.comparison(
                best == null || ours == null || theirs == null ? null : told(best, ours, theirs));
    }

    /// The score that [#explain] gives: that of the name that gives the highest.
    double score(Prepared query, Prepared listed) {
        if (profile == Profile.OFAC_COMPAT) {
            return OfacComparison.score(query.subject(), listed.subject());
        }
        var weighing = judge.weigh(query.subject(), listed.subject());
        double highest = weighing.score(null);
        for (Prepared.Name name : query.names()) {
            for (Prepared.Name other : listed.names()) {
                highest = Math.max(highest, score(weighing, name, other));
            }
        }
        return highest;
    }

    /// The score by one pair of names alone.
    double score(Judge.Weighing weighing, Prepared.Name name, Prepared.Name other) {
        var finding = finding(name, other);
        return finding == null ? 0 : weighing.score(finding);
    }

    private Judge.@Nullable NameFinding finding(Prepared.Name name, Prepared.Name other) {
        double similarity = names.similarity(name.form(), other.form());
        return similarity <= 0
                ? null
                : new Judge.NameFinding(
                        similarity,
                        evidence.oddsOfName(similarity)
                                + (other.name().isWeak() ? evidence.weakAlias() : 0),
                        cap(name.form(), other, similarity),
                        name.name(),
                        other.name(),
                        "");
    }

    /// How much a name says by how many words it has.
    ///
    /// @param words without particles and initials, with numbers
    /// @param letters of all of these
    /// @param isCommon one of its words is in three names or more
    record Breadth(long words, int letters, boolean isCommon) {}

    Breadth breadth(List<Token> tokens, int numbers) {
        return new Breadth(
                tokens.stream().filter(Matcher::isWord).count() + numbers,
                tokens.stream()
                        .filter(Matcher::isWord)
                        .mapToInt(token -> token.fold().length())
                        .sum(),
                tokens.stream()
                        .filter(Matcher::isWord)
                        .anyMatch(token -> names.rarity().isCommon(token.fold())));
    }

    private Breadth breadth(NameForm form) {
        return breadth(form.tokens(), form.numbers().size());
    }

    private double cap(NameForm ours, Prepared.Name theirs, double similarity) {
        boolean isOneWord = words(ours) == 1 || words(theirs.form()) == 1;
        return !isOneWord || isWrittenTogether(ours, theirs.form())
                ? UNCAPPED
                : cap(breadth(ours), breadth(theirs.form()), theirs.name().isWeak(), similarity);
    }

    private double cap(Breadth ours, Breadth theirs, boolean isWeak, double similarity) {
        if (ours.words() != 1 && theirs.words() != 1) {
            return UNCAPPED;
        }
        if (isShortMisprint(ours, theirs, similarity)) {
            return evidence.oneMisprint();
        }
        if (isWeak) {
            return evidence.oneWeakWord();
        }
        return ours.isCommon() || theirs.isCommon() ? evidence.oneWord() : evidence.oneRareWord();
    }

    // Of four letters one makes another ship's name.
    private boolean isShortMisprint(Breadth ours, Breadth theirs, double similarity) {
        return profile == Profile.VESSEL
                && ours.words() == 1
                && theirs.words() == 1
                && Math.min(ours.letters(), theirs.letters()) <= SHORT_NAME
                && similarity < TokenSimilarity.SPELLING;
    }

    /// The score by one pair of names, of which it is known that they agree word by word, not
    /// written together: as an index finds them.
    double score(
            Judge.Weighing weighing,
            SubjectName ours,
            Breadth breadth,
            double similarity,
            SubjectName theirs,
            Breadth theirBreadth) {
        return similarity <= 0
                ? 0
                : weighing.score(
                        new Judge.NameFinding(
                                similarity,
                                evidence.oddsOfName(similarity)
                                        + (theirs.isWeak() ? evidence.weakAlias() : 0),
                                cap(breadth, theirBreadth, theirs.isWeak(), similarity),
                                ours,
                                theirs,
                                ""));
    }

    // VladimirPutin is two words, though it is written as one.
    private boolean isWrittenTogether(NameForm ours, NameForm theirs) {
        return words(ours) != words(theirs)
                && TokenSimilarity.of(
                                ours.whole(), theirs.whole(), names.model().wholeFloor(), false)
                        > 0;
    }

    /// The highest score a name may give, whose similarity to the query's is at most so much.
    ///
    /// @param most 1 for a name that a joined form reached: nothing caps it
    double mostScore(Subject query, Breadth breadth, float most) {
        boolean isCapped = most < 1 && breadth.words() == 1 && judge.most(query) == 0;
        double cap =
                isCapped ? breadth.isCommon() ? evidence.oneWord() : evidence.oneRareWord() : 1;
        return judge.mostScore(query, most, cap);
    }

    private static long words(NameForm form) {
        return form.tokens().stream().filter(Matcher::isWord).count() + form.numbers().size();
    }

    private static boolean isWord(Token token) {
        return token.kind() != TokenKind.PARTICLE && token.kind() != TokenKind.INITIAL;
    }

    private Judge.NameFinding told(Judge.NameFinding finding, NameForm query, NameForm listed) {
        return new Judge.NameFinding(
                finding.similarity(),
                finding.odds(),
                finding.cap(),
                finding.query(),
                finding.listed(),
                sentence(names.align(query, listed), finding));
    }

    private String sentence(Alignment alignment, Judge.NameFinding finding) {
        var said = new StringBuilder();
        boolean isSame =
                alignment.pairs().stream().allMatch(pair -> pair.similarity() >= 1f)
                        && alignment.queryOnly().isEmpty()
                        && alignment.listedOnly().isEmpty();
        said.append(
                switch (alignment.way()) {
                    case WORDS ->
                            isSame
                                    ? "The names have the same words."
                                    : "The names are alike: %s."
                                            .formatted(pairs(alignment.pairs()));
                    case JOINED -> "Written as one word, the names are alike.";
                    case ACRONYM -> "One name is the first letters of the other.";
                });
        if (!alignment.queryOnly().isEmpty()) {
            said.append(" Only the query has %s.".formatted(list(alignment.queryOnly())));
        }
        if (!alignment.listedOnly().isEmpty()) {
            said.append(" Only the listing has %s.".formatted(list(alignment.listedOnly())));
        }
        said.append(
                switch (alignment.numbers()) {
                    case NONE -> "";
                    case SAME -> " The numbers are the same.";
                    case ONE_SIDE -> " Only one has a number.";
                    case DIFFERENT -> " The numbers differ, and a number is identity.";
                });
        if (finding.listed().isWeak()) {
            said.append(" The publisher calls this alias weak.");
        }
        if (finding.cap() < 0.9) {
            said.append(
                    String.format(
                            Locale.ROOT, " One word alone gives %.2f at most.", finding.cap()));
        }
        return said.toString();
    }

    private static String pairs(List<Alignment.Pair> pairs) {
        var same = pairs.stream().filter(pair -> pair.similarity() >= 1f).toList();
        var told = new java.util.ArrayList<String>();
        if (!same.isEmpty()) {
            told.add(
                    "the same %s"
                            .formatted(list(same.stream().map(Alignment.Pair::query).toList())));
        }
        for (Alignment.Pair pair : pairs) {
            if (pair.similarity() < 1f) {
                told.add(
                        String.format(
                                Locale.ROOT,
                                "%s for %s (%.2f)",
                                pair.query(),
                                pair.listed(),
                                pair.similarity()));
            }
        }
        return told.isEmpty() ? "no word" : String.join(", ", told);
    }

    private static String list(List<String> words) {
        return String.join(", ", words);
    }
}
