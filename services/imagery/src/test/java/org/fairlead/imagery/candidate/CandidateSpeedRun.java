package org.fairlead.imagery.candidate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.imagery.Events;
import org.fairlead.seas.distance.Arc;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.Ports;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

/// "Who could it be?" by HTTP with many silences stored, every one of them spanning the time asked
/// for, which is the worst there is; and a sighting recorded, with its verdicts.
///
/// `fairlead.bench.silences`: how many, 100,000 unless told.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
@QuarkusTestResource(FakeAis.class)
@SuppressWarnings("NullAway.Init")
class CandidateSpeedRun {

    private static final int SILENCES = Integer.getInteger("fairlead.bench.silences", 100_000);
    private static final int RUNS = 15;
    private static final Instant AT = Instant.parse("1975-03-01T00:00:00Z");

    @Inject DataSource database;
    @Inject ObjectMapper json;

    private final Random random = new Random(7);

    @Test
    void whoCouldItBe() throws Exception {
        FakeAis.isAway();
        fill();
        long before = System.nanoTime();
        var first = whatIf(42.233, 130.3);
        print("the first question after %,d silences came, all of them taken in", before);
        assertThat(first.getInt("counts.silences")).isEqualTo(SILENCES);

        var ports = Ports.register().all();
        double[] times = new double[RUNS];
        for (int run = -5; run < RUNS; run++) {
            Place place = ports.get(random.nextInt(ports.size())).place();
            long begin = System.nanoTime();
            whatIf(place.latitudeDegrees(), place.longitudeDegrees());
            if (run >= 0) {
                times[run] = (System.nanoTime() - begin) / 1e6;
            }
        }
        told("what-if at a port", times);
        for (int run = 0; run < RUNS; run++) {
            Place place = ports.get(random.nextInt(ports.size())).place();
            long begin = System.nanoTime();
            record(place, run);
            times[run] = (System.nanoTime() - begin) / 1e6;
        }
        told("a sighting recorded, with its verdicts", times);
    }

    private static JsonPath whatIf(double latitude, double longitude) {
        return given().auth()
                .oauth2(Tokens.carl())
                .contentType("application/json")
                .body(question(latitude, longitude))
                .post("/api/imagery/v1/what-if")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> question(double latitude, double longitude) {
        return Map.of(
                "at", AT.toString(), "latitudeDegrees", latitude, "longitudeDegrees", longitude);
    }

    private static void record(Place place, int run) {
        given().auth()
                .oauth2(Tokens.carl())
                .contentType("application/json")
                .body(
                        Map.of(
                                "at",
                                AT.toString(),
                                "latitudeDegrees",
                                place.latitudeDegrees(),
                                "longitudeDegrees",
                                place.longitudeDegrees(),
                                "sensor",
                                "optical",
                                "source",
                                "speed",
                                "label",
                                "run " + run))
                .post("/api/imagery/v1/sightings")
                .then()
                .statusCode(201);
    }

    private void fill() throws Exception {
        var ports = Ports.register().all();
        try (var connection = database.getConnection();
                var row =
                        connection.prepareStatement(
                                "insert into silence (id, version, state, mmsi, start_at, end_at,"
                                        + " start_latitude, record) values (?, 1, 'standing', ?, ?, ?, ?, ?)")) {
            for (int number = 0; number < SILENCES; number++) {
                add(row, number, ports);
                if (number % 1_000 == 999) {
                    row.executeBatch();
                }
            }
            row.executeBatch();
        }
    }

    /// Between 6 hours and 40 days long, most of them short.
    private void add(PreparedStatement row, int number, List<Port> ports) throws Exception {
        double hours = 6 * Math.exp(random.nextDouble() * Math.log(160));
        Instant start = AT.minusSeconds((long) (random.nextDouble() * hours * 3_600));
        Instant end = start.plusSeconds((long) (hours * 3_600) + 1);
        Place from = blurred(ports.get(random.nextInt(ports.size())).place(), 60);
        Place to =
                new Arc(from, blurred(from, 600))
                        .at(Math.min(12 * hours * random.nextDouble() * 0.7, 2_000));
        var id = new UUID(number, 1);
        String mmsi = Integer.toString(300_000_000 + number * 2 / 3);
        var silence =
                Events.silence(
                        id,
                        1,
                        mmsi,
                        new ReportedPosition(
                                start, from.latitudeDegrees(), from.longitudeDegrees(), 11.0, null),
                        new ReportedPosition(
                                end, to.latitudeDegrees(), to.longitudeDegrees(), 11.0, null));
        row.setObject(1, id);
        row.setString(2, mmsi);
        row.setTimestamp(3, Timestamp.from(start));
        row.setTimestamp(4, Timestamp.from(end));
        row.setDouble(5, from.latitudeDegrees());
        row.setString(6, json.writeValueAsString(silence));
        row.addBatch();
    }

    private Place blurred(Place place, double miles) {
        return new Place(
                Math.clamp(place.latitudeDegrees() + random.nextGaussian() * miles / 60, -80, 80),
                Math.IEEEremainder(
                        place.longitudeDegrees() + random.nextGaussian() * miles / 60, 360));
    }

    private static void told(String what, double[] times) {
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%s, %,d silences stored: median %.0f ms, slowest of %d %.0f ms%n",
                what,
                SILENCES,
                times[times.length / 2],
                times.length,
                times[times.length - 1]);
    }

    private static void print(String what, long before) {
        System.out.printf(
                Locale.ROOT, what + ": %.1f s%n", SILENCES, (System.nanoTime() - before) / 1e9);
    }
}
