package org.fairlead.ais.tile;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Last positions in a box, and cells in which ships were heard.
@ApplicationScoped
class TileStore {

    private static final String LAST =
            """
            select t.mmsi, %s as name, t.last_at, t.last_latitude, t.last_longitude, t.last_speed,
                   t.last_course, t.synthetic
              from vessel_track t %s
             where t.last_cell between $7 and $8
               and t.last_latitude between $1 and $2 and t.last_longitude between $3 and $4
               and t.last_at >= $5
             order by t.last_at desc limit $6
            """;

    private static final String NAMED =
            LAST.formatted("v.name", "left join vessel v on v.mmsi = t.mmsi");
    private static final String NAMELESS = LAST.formatted("null::text", "");

    private static final int CELLS_IN_A_ROW = 1_440;

    private static final String CELLS =
            """
            select cell, count(distinct mmsi) as vessels, count(*) as vessel_days
              from track_cell where day between $1 and $2 group by cell order by cell limit $3
            """;

    private final Pool pool;

    @Inject
    TileStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<LastPosition>> last(
            int south,
            int north,
            int west,
            int east,
            Instant since,
            int most,
            boolean isNameWanted) {
        return pool.preparedQuery(isNameWanted ? NAMED : NAMELESS)
                .execute(
                        Tuple.from(
                                List.<Object>of(
                                        south,
                                        north,
                                        west,
                                        east,
                                        since.atOffset(ZoneOffset.UTC),
                                        most,
                                        rowOfCells(south),
                                        rowOfCells(north) + CELLS_IN_A_ROW - 1)))
                .map(rows -> {
                    var found = new ArrayList<LastPosition>(rows.size());
                    for (Row row : rows) {
                        found.add(
                                new LastPosition(
                                        row.getInteger("mmsi"),
                                        row.getString("name"),
                                        row.getOffsetDateTime("last_at").toInstant(),
                                        row.getInteger("last_latitude"),
                                        row.getInteger("last_longitude"),
                                        row.getInteger("last_speed"),
                                        row.getInteger("last_course"),
                                        row.getBoolean("synthetic")));
                    }
                    return found;
                });
    }

    /// The first cell of `vessel_track.last_cell` in the row of a latitude.
    private static int rowOfCells(int latitude) {
        return Math.floorDiv(latitude + 54_000_000, 150_000) * CELLS_IN_A_ROW;
    }

    /// A cell in which ships were heard.
    record Heard(int cell, long vessels, long vesselDays) {}

    Uni<List<Heard>> cells(LocalDate from, LocalDate to, int most) {
        return pool.preparedQuery(CELLS)
                .execute(Tuple.of(from, to, most))
                .map(rows -> {
                    var found = new ArrayList<Heard>(rows.size());
                    for (Row row : rows) {
                        found.add(
                                new Heard(
                                        row.getInteger("cell"),
                                        row.getLong("vessels"),
                                        row.getLong("vessel_days")));
                    }
                    return found;
                });
    }
}
