package org.fairlead.bench.screening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.fairlead.screening.Matcher;
import org.fairlead.screening.Profile;
import org.fairlead.screening.Subject;
import org.fairlead.screening.name.Schema;
import org.fairlead.screening.name.Script;
import org.fairlead.screening.score.Rarity;

/// How well labelled pairs of names are told apart at the profile's own threshold.
final class NameAccuracy {

    /// @param score of the pair, compared as the API does without a corpus
    /// @param baseline Jaro–Winkler of both strings, by Apache Commons Text
    record Scored(
            String schema,
            String query,
            String listed,
            boolean isMatch,
            double score,
            double baseline) {

        String type() {
            return schema.toLowerCase(Locale.ROOT);
        }

        String script() {
            String left = Script.of(query);
            String right = Script.of(listed);
            return left.equals(right) ? left : left + " to " + right;
        }

        boolean isFound() {
            return score >= Profile.PARTY.threshold();
        }
    }

    /// @param truePositives matches found; the others likewise
    record Counts(int truePositives, int falsePositives, int falseNegatives) {

        double precision() {
            return truePositives / Math.max(1.0, truePositives + falsePositives);
        }

        double recall() {
            return truePositives / Math.max(1.0, truePositives + falseNegatives);
        }

        double f1() {
            return 2.0
                    * truePositives
                    / Math.max(1, 2 * truePositives + falsePositives + falseNegatives);
        }

        static Counts of(List<Scored> pairs, java.util.function.Predicate<Scored> isFound) {
            int hits = 0;
            int wrong = 0;
            int missed = 0;
            for (Scored pair : pairs) {
                boolean found = isFound.test(pair);
                hits += found && pair.isMatch ? 1 : 0;
                wrong += found && !pair.isMatch ? 1 : 0;
                missed += !found && pair.isMatch ? 1 : 0;
            }
            return new Counts(hits, wrong, missed);
        }
    }

    private final List<Scored> pairs = new ArrayList<>();

    NameAccuracy(Path file) {
        var baseline = new JaroWinklerSimilarity();
        for (Map<String, String> row : LabelledPairs.read(file)) {
            String left = row.getOrDefault("name1", "");
            String right = row.getOrDefault("name2", "");
            var schema = Schema.find(row.getOrDefault("schema", "")).orElse(Schema.PARTY);
            pairs.add(
                    new Scored(
                            row.getOrDefault("schema", ""),
                            left,
                            right,
                            row.getOrDefault("is_match", "").equals("true"),
                            score(schema, left, right),
                            baseline.apply(
                                    left.toLowerCase(Locale.ROOT),
                                    right.toLowerCase(Locale.ROOT))));
        }
    }

    NameAccuracy(List<Scored> scored) {
        pairs.addAll(scored);
    }

    /// The same pairs, each scored by constants chosen without it.
    NameAccuracy heldOut() {
        return new NameAccuracy(new HeldOut(pairs).scored());
    }

    static double score(Schema schema, String query, String listed) {
        return new Matcher(Profile.of(schema), Rarity.NONE)
                .compare(
                        Subject.of("query", schema).name(query).build(),
                        Subject.of("listed", schema).name(listed).build())
                .score();
    }

    List<Scored> pairs() {
        return pairs;
    }

    Counts counts() {
        return Counts.of(pairs, Scored::isFound);
    }

    /// Jaro–Winkler at the threshold that serves it best.
    double baselineF1() {
        double best = 0;
        for (double threshold = 0.5; threshold < 1; threshold += 0.01) {
            double at = threshold;
            best = Math.max(best, Counts.of(pairs, pair -> pair.baseline >= at).f1());
        }
        return best;
    }

    /// Intuit's fuzzy-matcher, at the threshold that serves it best.
    double fuzzyMatcherF1() {
        var matcher = new FuzzyMatcher();
        var scores = new IdentityHashMap<Scored, Double>();
        pairs.forEach(pair -> scores.put(pair, matcher.score(pair.query(), pair.listed())));
        double best = 0;
        for (double threshold = 0.05; threshold < 1; threshold += 0.01) {
            double at = threshold;
            best =
                    Math.max(
                            best,
                            Counts.of(pairs, pair -> scores.getOrDefault(pair, 0.0) >= at).f1());
        }
        return best;
    }

    /// Of five fifths of the pairs, by place: how much the figure depends on which pairs one has.
    List<Double> fifths() {
        var f1 = new ArrayList<Double>();
        for (int fifth = 0; fifth < 5; fifth++) {
            var part = new ArrayList<Scored>();
            for (int i = fifth; i < pairs.size(); i += 5) {
                part.add(pairs.get(i));
            }
            f1.add(Counts.of(part, Scored::isFound).f1());
        }
        return f1;
    }

    Map<String, Counts> by(Function<Scored, String> key) {
        var groups = new TreeMap<String, List<Scored>>();
        pairs.forEach(pair ->
                groups.computeIfAbsent(key.apply(pair), each -> new ArrayList<>()).add(pair));
        var counts = new TreeMap<String, Counts>();
        groups.forEach((group, members) -> counts.put(group, Counts.of(members, Scored::isFound)));
        return counts;
    }

    List<Scored> misses() {
        return pairs.stream().filter(pair -> pair.isFound() != pair.isMatch).toList();
    }

    long negativesAtOne() {
        return pairs.stream().filter(pair -> !pair.isMatch && pair.score >= 1).count();
    }

    /// Share of matches among pairs by score, in tenths: what a score means.
    List<String> calibration() {
        var lines = new ArrayList<String>();
        for (int tenth = 0; tenth < 10; tenth++) {
            double from = tenth / 10.0;
            var bin =
                    pairs.stream()
                            .filter(pair -> pair.score >= from && pair.score < from + 0.1)
                            .toList();
            long matches = bin.stream().filter(Scored::isMatch).count();
            if (!bin.isEmpty()) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%.1f-%.1f %d of %d",
                                from,
                                from + 0.1,
                                matches,
                                bin.size()));
            }
        }
        return lines;
    }
}
