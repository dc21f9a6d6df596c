package org.fairlead.ais.vessel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fairlead.ais.vessel.IdentityClaim.Said;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class VesselRegisterTest {

    private static final Instant NOON = Instant.parse("2023-03-04T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);

    /// More than one transaction takes.
    private static final int MANY = 2_300;

    @Inject VesselRegister register;
    @Inject Pool pool;

    private static IdentityClaim claim(int mmsi, String name, int minute) {
        var at = NOON.plusSeconds(60L * minute);
        return new IdentityClaim(
                mmsi,
                "class-a-static",
                new Said(null, name, null, 70, null, 20).withDraught(4.5),
                "pier",
                true,
                at,
                at);
    }

    private static List<IdentityClaim> claims(int from, String name, int minute) {
        return IntStream.range(from, from + MANY)
                .mapToObj(mmsi -> claim(mmsi, name, minute))
                .toList();
    }

    private void merge(List<IdentityClaim> claims) {
        register.merge(claims).await().atMost(SOON);
    }

    /// How many rows there are of each kind, and the physical place of the vessels' rows: it
    /// changes whenever one is written.
    private String rows(int from) {
        return one(
                        """
                        select concat_ws(' ',
                               (select count(*) from vessel where mmsi between $1 and $2),
                               (select count(*) from vessel_identity where mmsi between $1 and $2),
                               (select count(*) from vessel_draught where mmsi between $1 and $2),
                               (select count(*) from outbox where key between ($1::int)::text and ($2::int)::text))
                        """,
                        from)
                .getString(0);
    }

    private String written(int from) {
        return one(
                        """
                        select md5(coalesce(string_agg(place, ' ' order by place), '')) from (
                          select 'v' || ctid::text as place from vessel where mmsi between $1 and $2
                          union all
                          select 'i' || ctid::text from vessel_identity where mmsi between $1 and $2
                          union all
                          select 'd' || ctid::text from vessel_draught where mmsi between $1 and $2)
                        """,
                        from)
                .getString(0);
    }

    private Row one(String query, int from) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(from, from + MANY - 1))
                .await()
                .atMost(SOON)
                .iterator()
                .next();
    }

    @Test
    void entersThousandsAtATimeAndTellsOfEachOnce() {
        int first = 311_100_000;
        merge(claims(first, "ALPHA", 0));

        String all = "%1$d %1$d %1$d %2$d".formatted(MANY, 2 * MANY);
        assertThat(rows(first)).isEqualTo(all);

        String before = written(first);
        merge(claims(first, "ALPHA", 0));

        assertThat(written(first)).as("nothing is written anew").isEqualTo(before);

        merge(claims(first, "ALPHA", 6));

        assertThat(rows(first)).as("no news, no event").isEqualTo(all);
        var vessel =
                one(
                        "select min(version), max(version), min(last_seen_at), min(name),"
                                + " min(beam_metres), count(call_sign) from vessel"
                                + " where mmsi between $1 and $2",
                        first);
        assertThat(vessel.getInteger(0)).isEqualTo(1);
        assertThat(vessel.getInteger(1)).isEqualTo(1);
        assertThat(vessel.getOffsetDateTime(2).toInstant()).isEqualTo(NOON.plusSeconds(360));
        assertThat(vessel.getString(3)).isEqualTo("ALPHA");
        assertThat(vessel.getInteger(4)).isEqualTo(20);
        assertThat(vessel.getLong(5)).as("nobody said it").isZero();
        var said =
                one(
                        "select min(first_seen_at), min(last_seen_at) from vessel_identity"
                                + " where mmsi between $1 and $2",
                        first);
        assertThat(said.getOffsetDateTime(0).toInstant()).isEqualTo(NOON);
        assertThat(said.getOffsetDateTime(1).toInstant()).isEqualTo(NOON.plusSeconds(360));
    }

    @Test
    void losesNothingWhenTwoHearTheSameShipsForTheFirstTimeAtOnce() {
        int first = 311_200_000;
        // Each on a connection of its own, as two instances would.
        var both = new ArrayList<Uni<Void>>();
        for (String name : List.of("ALPHA", "BETA", "GAMMA", "DELTA")) {
            both.add(register.merge(claims(first, name, both.size())));
        }

        var _ = Uni.join().all(both).andFailFast().await().atMost(SOON);

        assertThat(rows(first)).isEqualTo("%d %d %d %d".formatted(MANY, 4 * MANY, MANY, 8 * MANY));
        var vessel =
                one(
                        "select min(version), max(version), min(name), max(name) from vessel"
                                + " where mmsi between $1 and $2",
                        first);
        assertThat(vessel.getInteger(0)).isEqualTo(4);
        assertThat(vessel.getInteger(1)).isEqualTo(4);
        assertThat(vessel.getString(2)).as("the newest, whoever came last").isEqualTo("DELTA");
        assertThat(vessel.getString(3)).isEqualTo("DELTA");
    }
}
