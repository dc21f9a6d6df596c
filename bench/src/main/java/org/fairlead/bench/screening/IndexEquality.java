package org.fairlead.bench.screening;

import java.util.List;
import java.util.SplittableRandom;
import org.fairlead.screening.Corpus;
import org.fairlead.screening.Hit;
import org.fairlead.screening.Profile;
import org.fairlead.screening.Property;
import org.fairlead.screening.Question;
import org.fairlead.screening.Subject;
import org.fairlead.screening.name.Schema;

/// Holds the index against comparing with every listing: the same listings, scores and order.
public final class IndexEquality {

    private static final double[] THRESHOLDS = {0.35, 0.5, 0.6, 0.7, 0.8, 0.9};

    private final List<Subject> listings;
    private final Corpus corpus;
    private final SplittableRandom random;
    private final Mutations mutations;

    public IndexEquality(List<Subject> listings, long seed) {
        this.listings = listings;
        this.corpus = new Corpus("equality", listings);
        this.random = new SplittableRandom(seed);
        this.mutations = new Mutations(seed + 1);
    }

    /// @param hits that both gave, to show that the queries found something
    public record Result(int queries, int differences, long hits) {}

    public Result of(int queries) {
        int differences = 0;
        long hits = 0;
        for (int i = 0; i < queries; i++) {
            var question = question();
            var found = corpus.search(question);
            var expected = corpus.searchExhaustively(question);
            hits += expected.size();
            differences += brief(found).equals(brief(expected)) ? 0 : 1;
        }
        return new Result(queries, differences, hits);
    }

    private static List<String> brief(List<Hit> hits) {
        return hits.stream().map(hit -> hit.listing() + " " + hit.comparison().score()).toList();
    }

    private Question question() {
        var model = listings.get(random.nextInt(listings.size()));
        var schema =
                model.schema() == Schema.VESSEL || random.nextBoolean()
                        ? model.schema()
                        : Schema.PARTY;
        var name = model.names().get(random.nextInt(model.names().size()));
        var query = Subject.of("query", schema).name(mutations.of(name.text()));
        if (random.nextInt(3) == 0) {
            for (Property property : Property.values()) {
                if (random.nextBoolean()) {
                    query.addAll(property, model.values(property));
                }
            }
            if (random.nextBoolean()) {
                query.add(Property.FLAG, "PA").add(Property.COUNTRY, "IR");
            }
        }
        return Question.of(query.build(), Profile.of(schema))
                .withThreshold(THRESHOLDS[random.nextInt(THRESHOLDS.length)])
                .withLimit(1 + random.nextInt(50));
    }
}
