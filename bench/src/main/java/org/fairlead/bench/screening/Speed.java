package org.fairlead.bench.screening;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.fairlead.screening.Corpus;
import org.fairlead.screening.Profile;
import org.fairlead.screening.Question;
import org.fairlead.screening.Subject;
import org.fairlead.screening.SubjectName;
import org.fairlead.screening.name.Schema;

/// CPU time of one thread per query, in milliseconds.
final class Speed {

    private final List<Subject> listings;
    private final Corpus corpus;
    private final double megabytes;
    private final double buildSeconds;

    Speed(List<Subject> listings) {
        this.listings = listings;
        long before = used();
        long start = System.nanoTime();
        this.corpus = new Corpus("speed", listings);
        this.buildSeconds = (System.nanoTime() - start) / 1e9;
        this.megabytes = (used() - before) / 1e6;
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// @param megabytes that the corpus takes beside the listings it was made of
    record Corpora(int names, int words, double megabytes, double buildSeconds) {}

    Corpora corpus() {
        return new Corpora(corpus.names(), corpus.vocabulary(), megabytes, buildSeconds);
    }

    record Times(int queries, double p50, double p99, long hits) {

        static Times of(double[] milliseconds, long hits) {
            Arrays.sort(milliseconds);
            int n = milliseconds.length;
            return new Times(
                    n, milliseconds[n / 2], milliseconds[Math.min(n - 1, n * 99 / 100)], hits);
        }
    }

    Times index(Schema schema, int queries, long seed) {
        var asked = queries(schema, queries, seed);
        var times = new double[asked.size()];
        long hits = 0;
        for (int i = 0; i < times.length; i++) {
            long start = cpu();
            hits += corpus.search(Question.of(asked.get(i), Profile.of(schema))).size();
            times[i] = (cpu() - start) / 1e6;
        }
        return Times.of(times, hits);
    }

    /// Apache Commons Text: Jaro–Winkler of the query and every name, 0.85 and above.
    Times baseline(Schema schema, int queries, long seed) {
        var similarity = new JaroWinklerSimilarity();
        var names = new ArrayList<String>();
        for (Subject listing : listings) {
            if (schema.fits(listing.schema())) {
                for (SubjectName name : listing.names()) {
                    names.add(name.text().toLowerCase(Locale.ROOT));
                }
            }
        }
        var asked = queries(schema, queries, seed);
        var times = new double[asked.size()];
        long hits = 0;
        for (int i = 0; i < times.length; i++) {
            String query = asked.get(i).names().getFirst().text().toLowerCase(Locale.ROOT);
            long start = cpu();
            for (String name : names) {
                hits += similarity.apply(query, name) >= 0.85 ? 1 : 0;
            }
            times[i] = (cpu() - start) / 1e6;
        }
        return Times.of(times, hits);
    }

    /// Intuit's fuzzy-matcher over the same names.
    Times fuzzyMatcher(Schema schema, int queries, long seed) {
        return new FuzzyMatcher().times(listings, queries(schema, queries, seed), schema);
    }

    private List<Subject> queries(Schema schema, int count, long seed) {
        var random = new SplittableRandom(seed);
        var mutations = new Mutations(seed + 1);
        var pool = listings.stream().filter(listing -> schema.fits(listing.schema())).toList();
        var queries = new ArrayList<Subject>();
        for (int i = 0; i < count && !pool.isEmpty(); i++) {
            var model = pool.get(random.nextInt(pool.size()));
            queries.add(
                    Subject.of("query", schema)
                            .name(mutations.of(model.names().getFirst().text()))
                            .build());
        }
        return queries;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
