package org.fairlead.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fairlead.screening.index.CorpusRarity;
import org.fairlead.screening.index.NameIndex;
import org.fairlead.screening.index.Scratch;
import org.fairlead.screening.name.NameForm;
import org.fairlead.screening.name.Schema;
import org.jspecify.annotations.Nullable;

/// What a set of list versions says, ready to be asked: immutable, safe for any number of threads.
public final class Corpus {

    private final String version;
    private final List<Subject> listings;
    private final CorpusRarity rarity = new CorpusRarity();
    private final Map<Schema, Part> parts = new EnumMap<>(Schema.class);
    private final Identifiers identifiers;
    private final Matcher vessel;
    private final Matcher party;
    private final Matcher ofac;
    private final ConcurrentLinkedQueue<Scratch> scratches = new ConcurrentLinkedQueue<>();
    private volatile @Nullable List<Prepared> prepared;
    private volatile @Nullable Map<String, Subject> byId;

    /// Names of one kind of listing.
    ///
    /// @param owner the listing of each name
    /// @param place of each name among those of its listing
    private record Part(NameIndex index, int[] owner, short[] place) {

        SubjectName name(int found, List<Subject> listings) {
            return listings.get(owner[found]).names().get(place[found]);
        }
    }

    /// A part while it is made.
    private static final class Draft {

        private final NameIndex.Builder index = new NameIndex.Builder();
        private int[] owner = new int[64];
        private short[] place = new short[64];
        private int size;

        void add(NameForm form, int listing, int at) {
            if (size == owner.length) {
                owner = Arrays.copyOf(owner, 2 * size);
                place = Arrays.copyOf(place, 2 * size);
            }
            owner[size] = listing;
            place[size++] = (short) at;
            index.add(form);
        }

        Part part(Matcher matcher) {
            return new Part(
                    index.build(matcher.names()),
                    Arrays.copyOf(owner, size),
                    Arrays.copyOf(place, size));
        }
    }

    /// @param version names the bytes it was made of
    public Corpus(String version, List<Subject> subjects) {
        this.version = version;
        this.listings = List.copyOf(subjects);
        this.identifiers = new Identifiers(listings);
        this.vessel = new Matcher(Profile.VESSEL, rarity);
        this.party = new Matcher(Profile.PARTY, rarity);
        this.ofac = new Matcher(Profile.OFAC_COMPAT, rarity);
        var drafts = new EnumMap<Schema, Draft>(Schema.class);
        for (int listing = 0; listing < listings.size(); listing++) {
            read(listing, drafts);
        }
        // Rarities are known when all names are.
        for (Schema schema : Schema.values()) {
            parts.put(schema, drafts.getOrDefault(schema, new Draft()).part(standard(schema)));
        }
    }

    private void read(int listing, Map<Schema, Draft> drafts) {
        var subject = listings.get(listing);
        var draft = drafts.computeIfAbsent(subject.schema(), schema -> new Draft());
        var reader = Matcher.reader(subject.schema());
        int most = Math.min(subject.names().size(), Short.MAX_VALUE);
        for (int at = 0; at < most; at++) {
            var form = reader.read(subject.names().get(at).text()).orElse(null);
            if (form != null) {
                rarity.count(form);
                draft.add(form, listing, at);
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
        return listings.get(listing);
    }

    /// A listing by its id. The index of ids is made when it is first asked for.
    public Optional<Subject> find(String id) {
        var index = byId;
        if (index == null) {
            index = new HashMap<>();
            for (Subject listing : listings) {
                index.put(listing.id(), listing);
            }
            byId = index;
        }
        return Optional.ofNullable(index.get(id));
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
        for (int listing : identifiers.shared(question.subject(), schema)) {
            if (question.isAskedOf(subject(listing))) {
                best.add(listing, matcher.score(query, read(listing)));
            }
        }
        var search = new Search(part, question, matcher, scratch, best);
        for (Prepared.Name name : query.names()) {
            search.by(name);
        }
    }

    private Prepared read(int listing) {
        var subject = subject(listing);
        return Prepared.of(subject, Matcher.reader(subject.schema()));
    }

    /// One question to one part.
    private final class Search {

        private final Part part;
        private final Question question;
        private final Matcher matcher;
        private final Scratch scratch;
        private final Best best;
        private final float least;
        private final Map<Integer, Judge.Weighing> weighings = new HashMap<>();

        Search(Part part, Question question, Matcher matcher, Scratch scratch, Best best) {
            this.part = part;
            this.question = question;
            this.matcher = matcher;
            this.scratch = scratch;
            this.best = best;
            this.least =
                    (float)
                            matcher.judge()
                                    .leastSimilarity(question.subject(), question.threshold());
        }

        /// A name that is not found is too unlike to reach the threshold, whatever the others do.
        void by(Prepared.Name name) {
            var asked = part.index.query(name.form());
            var breadth = matcher.breadth(name.form().tokens(), name.form().numbers().size());
            var candidates = scratch.candidates();
            candidates.clear();
            part.index.candidates(asked, least, scratch, candidates::add);
            candidates.sort();
            for (int at = 0; at < candidates.size(); at++) {
                double most = matcher.mostScore(question.subject(), breadth, candidates.most(at));
                if (!best.canUse(most)) {
                    break;
                }
                int found = candidates.name(at);
                int listing = part.owner[found];
                if (best.canUse(listing, most) && question.isAskedOf(subject(listing))) {
                    score(name, asked, breadth, found, listing);
                }
            }
        }

        private void score(
                Prepared.Name name,
                NameIndex.Query asked,
                Matcher.Breadth breadth,
                int found,
                int listing) {
            var theirs = part.name(found, listings);
            if (part.index.isForced(found, scratch)) {
                var form = part.index.form(found, theirs.text(), subject(listing).schema());
                best.add(
                        listing,
                        matcher.score(weighing(listing), name, new Prepared.Name(theirs, form)));
                return;
            }
            float similarity = part.index.similarity(asked, found, scratch);
            if (similarity >= least - 1e-4f
                    && best.canUse(
                            listing, matcher.mostScore(question.subject(), breadth, similarity))) {
                best.add(
                        listing,
                        matcher.score(
                                weighing(listing),
                                name.name(),
                                breadth,
                                similarity,
                                theirs,
                                matcher.breadth(
                                        part.index.tokens(found),
                                        part.index.numbers(found).size())));
            }
        }

        private Judge.Weighing weighing(int listing) {
            return weighings.computeIfAbsent(
                    listing, each -> matcher.judge().weigh(question.subject(), subject(each)));
        }
    }

    private void exhaustively(Question question, Best best) {
        var queries = new EnumMap<Schema, Prepared>(Schema.class);
        var all = question.profile() == Profile.OFAC_COMPAT ? null : prepared();
        for (int i = 0; i < listings.size(); i++) {
            var schema = subject(i).schema();
            if (question.subject().schema().fits(schema) && question.isAskedOf(subject(i))) {
                var query =
                        queries.computeIfAbsent(
                                schema,
                                each -> Prepared.of(question.subject(), Matcher.reader(each)));
                best.add(
                        i,
                        all == null
                                ? OfacComparison.score(question.subject(), subject(i))
                                : standard(schema).score(query, all.get(i)));
            }
        }
    }

    // Made when it is first asked for: holding the query against every listing is for proof.
    private List<Prepared> prepared() {
        var all = prepared;
        if (all == null) {
            var made = new ArrayList<Prepared>(listings.size());
            for (int listing = 0; listing < listings.size(); listing++) {
                made.add(read(listing));
            }
            all = List.copyOf(made);
            prepared = all;
        }
        return all;
    }

    private Matcher matcher(Question question, Schema schema) {
        return question.profile() == Profile.OFAC_COMPAT ? ofac : standard(schema);
    }

    private List<Hit> told(Question question, Best best) {
        var hits = new ArrayList<Hit>();
        for (Best.Scored each : best.inOrder()) {
            var listed = read(each.listing());
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
