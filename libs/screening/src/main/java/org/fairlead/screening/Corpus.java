package org.fairlead.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fairlead.screening.index.CorpusRarity;
import org.fairlead.screening.index.NameIndex;
import org.fairlead.screening.index.Scratch;
import org.fairlead.screening.name.NameForm;
import org.fairlead.screening.name.Schema;
import org.fairlead.screening.name.Token;

/// What a set of list versions says, ready to be asked: immutable, safe for any number of threads.
public final class Corpus {

    private static final Set<Property> IDENTIFIERS =
            Set.of(Property.IMO, Property.MMSI, Property.CALL_SIGN, Property.IDENTIFIER);

    private final String version;
    private final List<Prepared> listings;
    private final CorpusRarity rarity = new CorpusRarity();
    private final Map<Schema, Part> parts = new EnumMap<>(Schema.class);
    private final Map<String, List<Integer>> byIdentifier = new HashMap<>();
    private final Matcher vessel;
    private final Matcher party;
    private final Matcher ofac;
    private final ConcurrentLinkedQueue<Scratch> scratches = new ConcurrentLinkedQueue<>();

    /// Names of one kind of listing.
    ///
    /// @param owner the listing of each name
    /// @param place of each name within its listing
    private record Part(NameIndex index, int[] owner, int[] place) {

        Prepared.Name name(int found, List<Prepared> listings) {
            return listings.get(owner[found]).names().get(place[found]);
        }
    }

    /// @param version names the bytes it was made of
    public Corpus(String version, List<Subject> subjects) {
        this.version = version;
        var prepared = new ArrayList<Prepared>(subjects.size());
        var tokens = new HashMap<Token, Token>();
        for (Subject subject : subjects) {
            var each =
                    Prepared.of(subject, Matcher.reader(subject.schema()))
                            .with(token -> tokens.computeIfAbsent(token, first -> first));
            each.names().forEach(name -> rarity.count(name.form()));
            prepared.add(each);
        }
        this.listings = List.copyOf(prepared);
        this.vessel = new Matcher(Profile.VESSEL, rarity);
        this.party = new Matcher(Profile.PARTY, rarity);
        this.ofac = new Matcher(Profile.OFAC_COMPAT, rarity);
        for (Schema schema : Schema.values()) {
            parts.put(schema, part(schema));
        }
        indexIdentifiers();
    }

    private Part part(Schema schema) {
        var forms = new ArrayList<NameForm>();
        var owners = new ArrayList<Integer>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < listings.size(); i++) {
            if (listings.get(i).subject().schema() == schema) {
                var names = listings.get(i).names();
                for (int place = 0; place < names.size(); place++) {
                    forms.add(names.get(place).form());
                    owners.add(i);
                    places.add(place);
                }
            }
        }
        return new Part(
                new NameIndex(forms, standard(schema).names()),
                owners.stream().mapToInt(Integer::intValue).toArray(),
                places.stream().mapToInt(Integer::intValue).toArray());
    }

    private void indexIdentifiers() {
        for (int i = 0; i < listings.size(); i++) {
            for (Property property : IDENTIFIERS) {
                for (String value : listings.get(i).subject().values(property)) {
                    byIdentifier
                            .computeIfAbsent(property + ":" + value, key -> new ArrayList<>())
                            .add(i);
                }
            }
        }
    }

    public String version() {
        return version;
    }

    public int size() {
        return listings.size();
    }

    public Subject subject(int listing) {
        return listings.get(listing).subject();
    }

    /// Distinct words of all names.
    public int vocabulary() {
        return parts.values().stream().mapToInt(part -> part.index.vocabulary()).sum();
    }

    public int names() {
        return parts.values().stream().mapToInt(part -> part.index.names()).sum();
    }

    /// The matcher for pairs of a profile, with this corpus's rarities.
    public Matcher matcher(Profile profile) {
        return switch (profile) {
            case VESSEL -> vessel;
            case PARTY -> party;
            case OFAC_COMPAT -> ofac;
        };
    }

    private Matcher standard(Schema schema) {
        return schema == Schema.VESSEL ? vessel : party;
    }

    /// Listings from the threshold on, the highest score first; equal scores by place in the
    /// corpus.
    ///
    /// @param question what to look for, and how far
    public List<Hit> search(Question question) {
        var best = new Best(question.limit(), question.threshold());
        if (question.profile() == Profile.OFAC_COMPAT) {
            exhaustively(question, best);
        } else {
            byIndex(question, best);
        }
        return told(question, best);
    }

    /// The same by holding the query against every listing: what [#search] must equal.
    public List<Hit> searchExhaustively(Question question) {
        var best = new Best(question.limit(), question.threshold());
        exhaustively(question, best);
        return told(question, best);
    }

    private void byIndex(Question question, Best best) {
        var scratch = scratches.poll();
        var mine = scratch == null ? new Scratch() : scratch;
        try {
            for (var part : parts.entrySet()) {
                if (question.subject().schema().fits(part.getKey())) {
                    ask(part.getKey(), part.getValue(), question, mine, best);
                }
            }
        } finally {
            scratches.offer(mine);
        }
    }

    private void ask(Schema schema, Part part, Question question, Scratch scratch, Best best) {
        var query = Prepared.of(question.subject(), Matcher.reader(schema));
        var matcher = standard(schema);
        for (int listing : sharingAnIdentifier(question.subject(), schema)) {
            if (question.isAskedOf(subject(listing))) {
                best.add(listing, matcher.score(query, listings.get(listing)));
            }
        }
        float least =
                (float) matcher.judge().leastSimilarity(question.subject(), question.threshold());
        var weighings = new HashMap<Integer, Judge.Weighing>();
        var candidates = scratch.candidates();
        for (Prepared.Name name : query.names()) {
            // A name that is not found is too unlike to reach the threshold, whatever the others
            // do.
            candidates.clear();
            part.index.candidates(name.form(), least, scratch, candidates::add);
            candidates.sort();
            for (int at = 0; at < candidates.size(); at++) {
                double most =
                        matcher.mostScore(question.subject(), name.form(), candidates.most(at));
                if (!best.canUse(most)) {
                    break;
                }
                int found = candidates.name(at);
                int listing = part.owner[found];
                if (best.canUse(listing, most) && question.isAskedOf(subject(listing))) {
                    var weighing =
                            weighings.computeIfAbsent(
                                    listing,
                                    each ->
                                            matcher.judge()
                                                    .weigh(question.subject(), subject(each)));
                    best.add(listing, matcher.score(weighing, name, part.name(found, listings)));
                }
            }
        }
    }

    private List<Integer> sharingAnIdentifier(Subject query, Schema schema) {
        var found = new ArrayList<Integer>();
        for (Property property : IDENTIFIERS) {
            for (String value : query.values(property)) {
                for (int listing : byIdentifier.getOrDefault(property + ":" + value, List.of())) {
                    if (subject(listing).schema() == schema) {
                        found.add(listing);
                    }
                }
            }
        }
        return found;
    }

    private void exhaustively(Question question, Best best) {
        var queries = new EnumMap<Schema, Prepared>(Schema.class);
        for (int i = 0; i < listings.size(); i++) {
            var schema = subject(i).schema();
            if (question.subject().schema().fits(schema) && question.isAskedOf(subject(i))) {
                var query =
                        queries.computeIfAbsent(
                                schema,
                                each -> Prepared.of(question.subject(), Matcher.reader(each)));
                best.add(i, matcher(question, schema).score(query, listings.get(i)));
            }
        }
    }

    private Matcher matcher(Question question, Schema schema) {
        return question.profile() == Profile.OFAC_COMPAT ? ofac : standard(schema);
    }

    private List<Hit> told(Question question, Best best) {
        var hits = new ArrayList<Hit>();
        for (Best.Scored each : best.inOrder()) {
            var listed = listings.get(each.listing());
            var schema = listed.subject().schema();
            hits.add(
                    new Hit(
                            each.listing(),
                            listed.subject(),
                            matcher(question, schema)
                                    .explain(
                                            Prepared.of(question.subject(), Matcher.reader(schema)),
                                            listed)));
        }
        return hits;
    }
}
