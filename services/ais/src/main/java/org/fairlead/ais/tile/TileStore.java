package org.fairlead.ais.tile;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fairlead.ais.recent.RecentPosition;
import org.fairlead.ais.recent.RecentPositionStore;
import org.fairlead.ais.recent.RecentPositions;
import org.fairlead.contracts.frame.Fix;

/// Last positions in a box, and cells in which ships were heard. Positions are as new as the
/// tracks: what waits to be merged counts.
@ApplicationScoped
class TileStore {

    private static final String COLUMNS =
            """
            t.last_at, t.last_latitude, t.last_longitude, t.last_speed, t.last_course, t.synthetic
            """;

    private static final String LAST =
            """
            select t.mmsi, %s as name, %s
              from vessel_track t %s
             where t.last_cell between $7 and $8
               and t.last_latitude between $1 and $2 and t.last_longitude between $3 and $4
               and t.last_at >= $5
             order by t.last_at desc limit $6
            """;

    private static final String NAMED =
            LAST.formatted("v.name", COLUMNS, "left join vessel v on v.mmsi = t.mmsi");
    private static final String NAMELESS = LAST.formatted("null::text", COLUMNS, "");

    /// Of ships that are in the box by what waits, what is known besides.
    private static final String BESIDES =
            """
            select m.mmsi, v.name, %s
              from unnest($1::int[]) as m(mmsi)
              left join vessel v on v.mmsi = m.mmsi
              left join vessel_track t on t.mmsi = m.mmsi
            """
                    .formatted(COLUMNS);

    private static final Comparator<LastPosition> NEWEST_FIRST =
            Comparator.comparing(LastPosition::at).reversed();

    private static final int CELLS_IN_A_ROW = 1_440;

    private static final String CELLS =
            """
            select cell, count(distinct mmsi) as vessels, count(*) as vessel_days
              from track_cell where day between $1 and $2 group by cell order by cell limit $3
            """;

    private final Pool pool;
    private final RecentPositionStore recent;

    @Inject
    TileStore(Pool pool, RecentPositionStore recent) {
        this.pool = pool;
        this.recent = recent;
    }

    /// Newest first.
    Uni<List<LastPosition>> last(Box box, Instant since, int most, boolean isNameWanted) {
        return recent.read().chain(waiting -> last(box, since, most, isNameWanted, waiting));
    }

    private Uni<List<LastPosition>> last(
            Box box, Instant since, int most, boolean isNameWanted, RecentPositions waiting) {
        var inside = new HashMap<Integer, Fix>();
        for (RecentPosition one :
                waiting.within(box.south(), box.north(), box.west(), box.east())) {
            if (!one.at().isBefore(since)) {
                inside.put(one.fix().mmsi(), one.fix());
            }
        }
        // As many rows more as may turn out to have left the box.
        int rows = most + waiting.size() - inside.size();
        return merged(box, since, rows, isNameWanted)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(merged -> {
                    merged.forEach(one -> inside.remove(one.mmsi()));
                    var there = merged.stream().map(one -> updated(one, waiting));
                    return besides(inside)
                            .map(came -> newest(Stream.concat(there, came.stream()), box, most));
                });
    }

    private static LastPosition updated(LastPosition one, RecentPositions waiting) {
        return waiting.of(one.mmsi()).map(news -> one.and(news.fix())).orElse(one);
    }

    private static List<LastPosition> newest(Stream<LastPosition> all, Box box, int most) {
        return all.filter(box::holds).sorted(NEWEST_FIRST).limit(most).toList();
    }

    /// What was merged.
    private Uni<List<LastPosition>> merged(Box box, Instant since, int most, boolean isNameWanted) {
        return pool.preparedQuery(isNameWanted ? NAMED : NAMELESS)
                .execute(
                        Tuple.from(
                                List.<Object>of(
                                        box.south(),
                                        box.north(),
                                        box.west(),
                                        box.east(),
                                        since.atOffset(ZoneOffset.UTC),
                                        most,
                                        rowOfCells(box.south()),
                                        rowOfCells(box.north()) + CELLS_IN_A_ROW - 1)))
                .map(rows -> {
                    var found = new ArrayList<LastPosition>(rows.size());
                    for (Row row : rows) {
                        found.add(position(row, row.getOffsetDateTime("last_at")));
                    }
                    return found;
                });
    }

    /// Ships that are in the box by what waits and by no row: they came into it, or nothing of them
    /// is merged yet. Or the row is newer, and they are elsewhere.
    private Uni<List<LastPosition>> besides(Map<Integer, Fix> inside) {
        if (inside.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return pool.preparedQuery(BESIDES)
                .execute(Tuple.of(inside.keySet().toArray(Integer[]::new)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    var found = new ArrayList<LastPosition>(rows.size());
                    for (Row row : rows) {
                        var fix = Objects.requireNonNull(inside.get(row.getInteger("mmsi")));
                        var at = row.getOffsetDateTime("last_at");
                        found.add(
                                at == null
                                        ? LastPosition.of(row.getString("name"), fix)
                                        : position(row, at).and(fix));
                    }
                    return found;
                });
    }

    private static LastPosition position(Row row, OffsetDateTime at) {
        return new LastPosition(
                row.getInteger("mmsi"),
                row.getString("name"),
                at.toInstant(),
                row.getInteger("last_latitude"),
                row.getInteger("last_longitude"),
                row.getInteger("last_speed"),
                row.getInteger("last_course"),
                row.getBoolean("synthetic"));
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
