package org.fairlead.sanctions.screen;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fairlead.lists.ListingJson;
import org.fairlead.sanctions.reference.ReferenceFact;
import org.fairlead.screening.Corpus;
import org.fairlead.screening.ListedSubjects;
import org.fairlead.screening.Property;
import org.fairlead.screening.Subject;
import org.fairlead.screening.name.Schema;

/// Corpora by the list versions they are made of: built off the event loop, once, and kept, the
/// least lately asked for going first.
@ApplicationScoped
class CorpusStore {

    private static final String LISTINGS =
            "select l.list, l.source_id, l.hash, l.canonical::text as canonical from listing_version l"
                    + " join unnest($1::text[], $2::integer[]) as asked (list, version)"
                    + " on l.list = asked.list and l.first_version <= asked.version"
                    + " and (l.last_version is null or l.last_version >= asked.version)"
                    + " order by l.list, l.source_id, l.first_version";

    private static final String BYTES =
            "select v.list, v.number, v.sha256, s.model from list_version v"
                    + " join list_source s on s.id = v.list"
                    + " join unnest($1::text[], $2::integer[]) as asked (list, version)"
                    + " on v.list = asked.list and v.number = asked.version order by v.list";

    private final Pool pool;
    private final int kept;
    private final Map<String, Uni<Corpus>> corpora = new LinkedHashMap<>(16, 0.75f, true);

    @Inject
    CorpusStore(Pool pool, ScreenConfig config) {
        this.pool = pool;
        this.kept = config.corporaKept();
    }

    Uni<Corpus> of(Basis basis) {
        var asked = new TreeMap<>(basis.versions());
        return pool.preparedQuery(BYTES)
                .execute(tuple(asked))
                .chain(rows -> of(asked, basis.facts(), key(rows) + key(basis.facts())));
    }

    // Facts never change; each has its id by what it says.
    private static String key(List<ReferenceFact> facts) {
        return facts.stream().map(fact -> fact.id() + " ").collect(Collectors.joining());
    }

    // The bytes, and how they were read: rows are made anew when readers learn more.
    private static String key(RowSet<Row> rows) {
        var key = new StringBuilder();
        for (Row row : rows) {
            key.append(row.getString("list"))
                    .append('@')
                    .append(row.getInteger("number"))
                    .append(':')
                    .append(row.getString("sha256"))
                    .append(':')
                    .append(row.getInteger("model"))
                    .append(' ');
        }
        return key.toString();
    }

    private Uni<Corpus> of(
            SortedMap<String, Integer> versions, List<ReferenceFact> facts, String key) {
        synchronized (corpora) {
            var known = corpora.get(key);
            if (known != null) {
                return known;
            }
            var loading =
                    load(versions, facts)
                            .onFailure()
                            .invoke(() -> forget(key))
                            .memoize()
                            .indefinitely();
            corpora.put(key, loading);
            if (corpora.size() > kept) {
                corpora.remove(corpora.keySet().iterator().next());
            }
            return loading;
        }
    }

    private void forget(String key) {
        synchronized (corpora) {
            corpora.remove(key);
        }
    }

    private static Tuple tuple(SortedMap<String, Integer> versions) {
        return Tuple.of(
                versions.keySet().toArray(String[]::new),
                versions.values().toArray(Integer[]::new));
    }

    private Uni<Corpus> load(SortedMap<String, Integer> versions, List<ReferenceFact> facts) {
        return pool.preparedQuery(LISTINGS)
                .execute(tuple(versions))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> corpus(rows, facts));
    }

    private static Corpus corpus(RowSet<Row> rows, List<ReferenceFact> facts) {
        var subjects = new ArrayList<Subject>(rows.size());
        var bytes = new StringBuilder(rows.size() * 80);
        for (Row row : rows) {
            String list = row.getString("list");
            subjects.add(ListedSubjects.of(list, ListingJson.read(row.getString("canonical"))));
            bytes.append(list)
                    .append('/')
                    .append(row.getString("source_id"))
                    .append(' ')
                    .append(row.getString("hash"))
                    .append('\n');
        }
        for (ReferenceFact fact : facts) {
            subjects.add(subject(fact));
            bytes.append(fact.list()).append(" fact ").append(fact.id()).append('\n');
        }
        return new Corpus("c-" + QueryKey.sha256(bytes.toString()).substring(0, 24), subjects);
    }

    /// Its IMO number stands for an entry's id, as no file gives one.
    private static Subject subject(ReferenceFact fact) {
        return Subject.of(fact.list() + "/" + fact.imo(), Schema.VESSEL)
                .name(fact.name())
                .add(Property.IMO, fact.imo())
                .build();
    }
}
