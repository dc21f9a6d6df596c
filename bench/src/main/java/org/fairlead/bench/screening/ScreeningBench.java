package org.fairlead.bench.screening;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fairlead.screening.Algorithm;
import org.fairlead.screening.Subject;
import org.fairlead.screening.name.Schema;

/// `./fairlead bench screening`: exactness, accuracy, speed.
public final class ScreeningBench {

    private static final int EQUALITY_QUERIES = 10_000;
    private static final int EQUALITY_NAMES = 500;

    /// It takes seconds for each.
    private static final int FUZZY_MATCHER_QUERIES = 5;

    private static final int FUZZY_MATCHER_NAMES = 100_000;

    private final Path data;
    private final PrintStream out;

    /// @param data folder of lists and labelled pairs, laid out as `docs/screening-accuracy.md`
    ///   says; what is not there is left out, and named
    public ScreeningBench(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    /// @param arguments folder, names of the large corpus, and where a report is to go, if anywhere
    public static void main(String... arguments) {
        var bench = new ScreeningBench(Path.of(arguments[0]), System.out);
        bench.run(Integer.parseInt(arguments[1]));
        if (arguments.length > 2) {
            bench.writeReport(Path.of(arguments[2]));
        }
    }

    /// @param large names of the large corpus; 0 leaves it out
    public void run(int large) {
        print("algorithm %s, configuration %s%n", Algorithm.VERSION, Algorithm.configHash());
        var real = RealLists.in(data);
        if (real.isEmpty()) {
            print("no lists in %s: names are invented%n", data);
        }
        equality(real);
        accuracy();
        vessels();
        speed(real, 31_000, 300);
        if (large > 0) {
            speed(real, large, 100);
        }
    }

    private static MadeSubjects maker(List<Subject> real) {
        return real.isEmpty() ? MadeSubjects.own(1) : new MadeSubjects(1, real);
    }

    private void equality(List<Subject> real) {
        var result = new IndexEquality(maker(real).make(EQUALITY_NAMES), 2).of(EQUALITY_QUERIES);
        print(
                "index against brute force: difference %d of %d%n",
                result.differences(), result.queries());
        print("  (%d hits in both, over %d names)%n", result.hits(), EQUALITY_NAMES);
    }

    private void accuracy() {
        var pairs = data.resolve("labelled/name_pairs_dev.csv");
        if (isThere(pairs)) {
            var accuracy = new NameAccuracy(pairs);
            new AccuracyReport(accuracy).print(out);
            print(
                    "  the same pairs by Intuit's fuzzy-matcher at its best threshold: F1 %.3f%n",
                    accuracy.fuzzyMatcherF1());
        }
        var ofac = data.resolve("labelled/ofac_search_scores_dev.csv");
        if (isThere(ofac)) {
            var result = OfacAccuracy.of(ofac);
            print(
                    "ofac-compat: mean error %.2f points over %d scores seen; held out %.2f; plain Jaro-Winkler %.2f%n",
                    result.meanError(),
                    result.pairs(),
                    result.heldOutError(),
                    result.baselineError());
        }
        var scripts = data.resolve("labelled/watchman_cross_script_pairs.csv");
        if (isThere(scripts)) {
            new CrossScript(scripts).print(out);
        }
    }

    private void vessels() {
        var lists = RealLists.vesselsByList(data);
        for (var one : lists.entrySet()) {
            for (var other : lists.entrySet()) {
                if (!one.getKey().equals(other.getKey())) {
                    var result = VesselAccuracy.of(one.getValue(), other.getValue());
                    if (result.pairs() > 0) {
                        print(
                                "vessels of %s in %s: %d on both; by name alone %.1f %% (exactly equal names %.1f %%); with IMO %.1f %%; innocent ships of a listed name and another IMO: %d alerts of %d%n",
                                one.getKey(),
                                other.getKey(),
                                result.pairs(),
                                100.0 * result.byName() / result.pairs(),
                                100.0 * result.exact() / result.pairs(),
                                100.0 * result.byImo() / result.pairs(),
                                result.innocentAlerts(),
                                result.innocent());
                    }
                }
            }
        }
    }

    private void speed(List<Subject> real, int names, int queries) {
        var speed = new Speed(maker(real).make(names));
        var corpus = speed.corpus();
        print(
                "%,d names, %,d words: index %.0f MB, built in %.1f s%n",
                corpus.names(), corpus.words(), corpus.megabytes(), corpus.buildSeconds());
        for (Schema schema : List.of(Schema.PARTY, Schema.VESSEL)) {
            var warm = speed.index(schema, queries, 1);
            var ours = speed.index(schema, queries, 2);
            var theirs = speed.baseline(schema, Math.max(10, queries / 10), 2);
            print(
                    "  %-6s p50 %.2f ms, p99 %.2f ms of CPU; Commons Text Jaro-Winkler against every name p50 %.1f ms: %.0f times (%d queries, %d hits)%n",
                    schema.slug(),
                    ours.p50(),
                    ours.p99(),
                    theirs.p50(),
                    theirs.p50() / ours.p50(),
                    ours.queries(),
                    ours.hits() + 0 * warm.hits());
            // Among ships it takes less than the clock of a process tells apart.
            if (names <= FUZZY_MATCHER_NAMES && schema == Schema.PARTY) {
                fuzzyMatcher(speed, schema, ours);
            }
        }
    }

    private void fuzzyMatcher(Speed speed, Schema schema, Speed.Times ours) {
        var theirs = speed.fuzzyMatcher(schema, FUZZY_MATCHER_QUERIES, 2);
        print(
                "         Intuit's fuzzy-matcher, which keeps no index, p50 %,.0f ms of all processors: %,.0f times (%d queries, %d hits)%n",
                theirs.p50(), theirs.p50() / ours.p50(), theirs.queries(), theirs.hits());
    }

    /// Writes the report on labelled pairs, with every miss.
    public void writeReport(Path file) {
        var pairs = data.resolve("labelled/name_pairs_dev.csv");
        if (isThere(pairs)) {
            try {
                Files.writeString(file, new AccuracyReport(new NameAccuracy(pairs)).markdown());
                print("wrote %s%n", file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean isThere(Path file) {
        if (!Files.isReadable(file)) {
            print("not measured: %s is not there%n", file);
        }
        return Files.isReadable(file);
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }
}
