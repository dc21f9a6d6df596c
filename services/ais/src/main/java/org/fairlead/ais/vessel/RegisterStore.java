package org.fairlead.ais.vessel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The register's rows of many transmitters at a time: a statement for each kind of row, whole
/// columns as arrays. When twenty thousand ships are heard for the first time, a row is what costs
/// and not the way to it.
final class RegisterStore {

    /// In order: two instances then wait for each other instead of dying.
    private static final String VESSELS =
            """
            select mmsi, version, imo, name, call_sign, ship_type_code, length_metres, beam_metres,
                   first_seen_at, last_seen_at, synthetic
              from vessel where mmsi = any($1) order by mmsi for update
            """;

    private static final String IDENTITIES =
            """
            select id, mmsi, origin, imo, name, call_sign, ship_type_code, length_metres,
                   beam_metres, source, synthetic, first_seen_at, last_seen_at
              from vessel_identity where mmsi = any($1)
            """;

    private static final String DRAUGHTS =
            """
            select id, mmsi, decimetres, source, synthetic, first_seen_at, last_seen_at
              from vessel_draught where mmsi = any($1)
            """;

    private static final String ADD_VESSELS =
            """
            insert into vessel (mmsi, version, imo, name, call_sign, ship_type_code, length_metres,
                                beam_metres, first_seen_at, last_seen_at, synthetic)
            select * from unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::text[],
                                 $6::int[], $7::int[], $8::int[], $9::timestamptz[],
                                 $10::timestamptz[], $11::bool[])
            on conflict do nothing
            """;

    private static final String CHANGE_VESSELS =
            """
            update vessel v
               set version = u.version, imo = u.imo, name = u.name, call_sign = u.call_sign,
                   ship_type_code = u.ship_type_code, length_metres = u.length_metres,
                   beam_metres = u.beam_metres, first_seen_at = u.first_seen_at,
                   last_seen_at = u.last_seen_at, synthetic = u.synthetic
              from unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::text[], $6::int[],
                          $7::int[], $8::int[], $9::timestamptz[], $10::timestamptz[], $11::bool[])
                   as u(mmsi, version, imo, name, call_sign, ship_type_code, length_metres,
                        beam_metres, first_seen_at, last_seen_at, synthetic)
             where v.mmsi = u.mmsi
            """;

    private static final String ADD_IDENTITIES =
            """
            insert into vessel_identity (id, mmsi, origin, imo, name, call_sign, ship_type_code,
                                         length_metres, beam_metres, source, synthetic,
                                         first_seen_at, last_seen_at)
            select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[],
                                 $6::text[], $7::int[], $8::int[], $9::int[], $10::text[],
                                 $11::bool[], $12::timestamptz[], $13::timestamptz[])
            on conflict do nothing
            """;

    private static final String ADD_DRAUGHTS =
            """
            insert into vessel_draught (id, mmsi, decimetres, source, synthetic, first_seen_at,
                                        last_seen_at)
            select * from unnest($1::uuid[], $2::int[], $3::int[], $4::text[], $5::bool[],
                                 $6::timestamptz[], $7::timestamptz[])
            on conflict do nothing
            """;

    /// Of a table whose rows only ever hold for longer.
    private static final String WIDEN =
            """
            update %s t set first_seen_at = u.first_seen_at, last_seen_at = u.last_seen_at
              from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[])
                   as u(id, first_seen_at, last_seen_at)
             where t.id = u.id
            """;

    private static final String WIDEN_IDENTITIES = WIDEN.formatted("vessel_identity");
    private static final String WIDEN_DRAUGHTS = WIDEN.formatted("vessel_draught");

    private RegisterStore() {}

    /// Rows of some transmitters, theirs alone until the transaction ends.
    record There(
            List<VesselEntity> vessels,
            List<VesselIdentityEntity> identities,
            List<VesselDraughtEntity> draughts) {}

    static Uni<There> there(SqlConnection connection, Collection<Integer> mmsis) {
        Tuple asked = Tuple.of(mmsis.toArray(Integer[]::new));
        // Vessels first, which waits for whoever has them; the others can then be read as they are.
        return connection
                .preparedQuery(VESSELS)
                .execute(asked)
                .map(rows -> list(rows, RegisterStore::vessel))
                .chain(vessels ->
                        Uni.combine()
                                .all()
                                .unis(
                                        connection.preparedQuery(IDENTITIES).execute(asked),
                                        connection.preparedQuery(DRAUGHTS).execute(asked))
                                .with((identities, draughts) ->
                                        new There(
                                                vessels,
                                                list(identities, RegisterStore::identity),
                                                list(draughts, RegisterStore::draught))));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        var all = new ArrayList<T>(rows.size());
        rows.forEach(row -> all.add(read.apply(row)));
        return all;
    }

    private static VesselEntity vessel(Row row) {
        var vessel = new VesselEntity();
        vessel.mmsi = row.getInteger(0);
        vessel.version = row.getInteger(1);
        vessel.imo = row.getString(2);
        vessel.name = row.getString(3);
        vessel.callSign = row.getString(4);
        vessel.shipTypeCode = row.getInteger(5);
        vessel.lengthMetres = row.getInteger(6);
        vessel.beamMetres = row.getInteger(7);
        vessel.firstSeenAt = row.getOffsetDateTime(8).toInstant();
        vessel.lastSeenAt = row.getOffsetDateTime(9).toInstant();
        vessel.synthetic = row.getBoolean(10);
        return vessel;
    }

    private static VesselIdentityEntity identity(Row row) {
        var identity = new VesselIdentityEntity();
        identity.id = row.getUUID(0);
        identity.mmsi = row.getInteger(1);
        identity.origin = row.getString(2);
        identity.imo = row.getString(3);
        identity.name = row.getString(4);
        identity.callSign = row.getString(5);
        identity.shipTypeCode = row.getInteger(6);
        identity.lengthMetres = row.getInteger(7);
        identity.beamMetres = row.getInteger(8);
        identity.source = row.getString(9);
        identity.synthetic = row.getBoolean(10);
        identity.firstSeenAt = row.getOffsetDateTime(11).toInstant();
        identity.lastSeenAt = row.getOffsetDateTime(12).toInstant();
        return identity;
    }

    private static VesselDraughtEntity draught(Row row) {
        var draught = new VesselDraughtEntity();
        draught.id = row.getUUID(0);
        draught.mmsi = row.getInteger(1);
        draught.decimetres = row.getInteger(2);
        draught.source = row.getString(3);
        draught.synthetic = row.getBoolean(4);
        draught.firstSeenAt = row.getOffsetDateTime(5).toInstant();
        draught.lastSeenAt = row.getOffsetDateTime(6).toInstant();
        return draught;
    }

    /// @return whether all of it is written; false when another instance heard one of the new
    ///   transmitters at the same time, and then this transaction must not end well
    static Uni<Boolean> write(SqlConnection connection, RegisterChange change) {
        // One after the other on the connection, without waiting for each answer.
        return Uni.combine()
                .all()
                .unis(
                        rows(connection, ADD_VESSELS, change.newVessels(), VESSEL),
                        rows(connection, CHANGE_VESSELS, change.changedVessels(), VESSEL),
                        rows(connection, ADD_IDENTITIES, change.newIdentities(), IDENTITY),
                        rows(
                                connection,
                                WIDEN_IDENTITIES,
                                change.changedIdentities(),
                                List.of(
                                        of(row -> row.id, UUID[]::new),
                                        time(row -> row.firstSeenAt),
                                        time(row -> row.lastSeenAt))),
                        rows(connection, ADD_DRAUGHTS, change.newDraughts(), DRAUGHT),
                        rows(
                                connection,
                                WIDEN_DRAUGHTS,
                                change.changedDraughts(),
                                List.of(
                                        of(row -> row.id, UUID[]::new),
                                        time(row -> row.firstSeenAt),
                                        time(row -> row.lastSeenAt))))
                .with((added, _, _, _, _, _) -> added == change.newVessels().size());
    }

    /// Makes a column of rows.
    private interface Column<T> extends Function<Collection<T>, Object> {}

    private static <T, C> Column<T> of(Function<T, @Nullable C> value, IntFunction<C[]> array) {
        return rows -> rows.stream().map(value).toArray(array);
    }

    private static <T> Column<T> time(Function<T, Instant> value) {
        return of(row -> value.apply(row).atOffset(ZoneOffset.UTC), OffsetDateTime[]::new);
    }

    private static final List<Column<VesselEntity>> VESSEL =
            List.of(
                    of(row -> row.mmsi, Integer[]::new),
                    of(row -> row.version, Integer[]::new),
                    of(row -> row.imo, String[]::new),
                    of(row -> row.name, String[]::new),
                    of(row -> row.callSign, String[]::new),
                    of(row -> row.shipTypeCode, Integer[]::new),
                    of(row -> row.lengthMetres, Integer[]::new),
                    of(row -> row.beamMetres, Integer[]::new),
                    time(row -> row.firstSeenAt),
                    time(row -> row.lastSeenAt),
                    of(row -> row.synthetic, Boolean[]::new));

    private static final List<Column<VesselIdentityEntity>> IDENTITY =
            List.of(
                    of(row -> row.id, UUID[]::new),
                    of(row -> row.mmsi, Integer[]::new),
                    of(row -> row.origin, String[]::new),
                    of(row -> row.imo, String[]::new),
                    of(row -> row.name, String[]::new),
                    of(row -> row.callSign, String[]::new),
                    of(row -> row.shipTypeCode, Integer[]::new),
                    of(row -> row.lengthMetres, Integer[]::new),
                    of(row -> row.beamMetres, Integer[]::new),
                    of(row -> row.source, String[]::new),
                    of(row -> row.synthetic, Boolean[]::new),
                    time(row -> row.firstSeenAt),
                    time(row -> row.lastSeenAt));

    private static final List<Column<VesselDraughtEntity>> DRAUGHT =
            List.of(
                    of(row -> row.id, UUID[]::new),
                    of(row -> row.mmsi, Integer[]::new),
                    of(row -> row.decimetres, Integer[]::new),
                    of(row -> row.source, String[]::new),
                    of(row -> row.synthetic, Boolean[]::new),
                    time(row -> row.firstSeenAt),
                    time(row -> row.lastSeenAt));

    /// @return how many rows the statement wrote
    private static <T> Uni<Integer> rows(
            SqlConnection connection,
            String statement,
            Collection<T> rows,
            List<Column<T>> columns) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        var values = columns.stream().map(column -> column.apply(rows)).toList();
        return connection
                .preparedQuery(statement)
                .execute(Tuple.from(values))
                .map(RowSet::rowCount);
    }
}
