package org.fairlead.ais.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/// Reads the totals that the other stores keep.
@ApplicationScoped
class StatisticsStore {

    private static final String TOTALS =
            """
            select (select count(*) from (select mmsi from vessel union select mmsi from vessel_track) m) as vessels,
                   (select coalesce(sum(fixes), 0)::bigint from source_track) as fixes,
                   (select count(*) from activity where state = 'open') as silences_open,
                   (select count(*) from activity where state <> 'retracted') as silences
            """;

    private final Pool pool;

    @Inject
    StatisticsStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Statistics> read() {
        return pool.query(TOTALS)
                .execute()
                .map(rows -> rows.iterator().next())
                .chain(totals -> sources().map(sources -> statistics(totals, sources)));
    }

    private static Statistics statistics(Row totals, List<Statistics.Source> sources) {
        return new Statistics(
                totals.getLong("vessels"),
                totals.getLong("fixes"),
                totals.getLong("silences_open"),
                totals.getLong("silences"),
                sources);
    }

    private Uni<List<Statistics.Source>> sources() {
        return pool.query(
                        "select name, fixes, first_at, last_at, synthetic from source_track"
                                + " order by last_at desc, name limit 200")
                .execute()
                .map(rows -> {
                    var sources = new ArrayList<Statistics.Source>();
                    for (Row row : rows) {
                        sources.add(
                                new Statistics.Source(
                                        row.getString("name"),
                                        row.getLong("fixes"),
                                        row.getOffsetDateTime("first_at").toInstant(),
                                        row.getOffsetDateTime("last_at").toInstant(),
                                        row.getBoolean("synthetic")));
                    }
                    return sources;
                });
    }
}
