package org.fairlead.ais.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads the totals that the other stores keep. What came last is counted as it came: a fix that
/// was there before counts again until it is merged.
@ApplicationScoped
class StatisticsStore {

    private static final String TOTALS =
            """
            select (select count(*) from (select mmsi from vessel union select mmsi from vessel_track) m) as vessels,
                   (select count(*) from activity where state = 'open') as silences_open,
                   (select count(*) from activity where state <> 'retracted') as silences
            """;

    /// Counting all ships reads an entry of each; who asks again at once gets the same.
    private static final Duration KEPT = Duration.ofSeconds(2);

    private static final String SOURCES =
            """
            select name, sum(fixes)::bigint as fixes, min(first_at) as first_at,
                   max(last_at) as last_at, bool_or(synthetic) as synthetic,
                   (sum(sum(fixes)) over ())::bigint as all_fixes
              from (select name, fixes, first_at, last_at, synthetic from source_track
                    union all
                    select source, fixes, from_at, to_at, synthetic from recent_frame) s
             group by name order by last_at desc, name limit 200
            """;

    private final Pool pool;
    private final Uni<Row> totals;

    @Inject
    StatisticsStore(Pool pool) {
        this.pool = pool;
        totals =
                Uni.createFrom()
                        .deferred(() -> pool.query(TOTALS).execute())
                        .map(rows -> rows.iterator().next())
                        .memoize()
                        .atLeast(KEPT);
    }

    Uni<Statistics> read() {
        return totals.chain(counted -> sources().map(sources -> statistics(counted, sources)));
    }

    private static Statistics statistics(Row totals, Sources sources) {
        return new Statistics(
                totals.getLong("vessels"),
                sources.fixes(),
                totals.getLong("silences_open"),
                totals.getLong("silences"),
                sources.newest());
    }

    /// @param fixes of all of them
    private record Sources(long fixes, List<Statistics.Source> newest) {}

    private Uni<Sources> sources() {
        return pool.query(SOURCES)
                .execute()
                .map(rows -> {
                    long fixes = 0;
                    var newest = new ArrayList<Statistics.Source>();
                    for (Row row : rows) {
                        fixes = row.getLong("all_fixes");
                        newest.add(
                                new Statistics.Source(
                                        row.getString("name"),
                                        row.getLong("fixes"),
                                        row.getOffsetDateTime("first_at").toInstant(),
                                        row.getOffsetDateTime("last_at").toInstant(),
                                        row.getBoolean("synthetic")));
                    }
                    return new Sources(fixes, newest);
                });
    }
}
