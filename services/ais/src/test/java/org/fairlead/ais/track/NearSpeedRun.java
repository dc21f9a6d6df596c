package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.fairlead.bench.world.BulkTraffic;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.fairlead.tracks.TrackColumns;
import org.junit.jupiter.api.Test;

/// `./fairlead bench near`: who was within 20 nautical miles of a place at a time, asked by HTTP,
/// over as many stored positions as `fairlead.bench.positions` says, beside plain rows under plain
/// indexes; and answers held against the world the positions were made of.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
@SuppressWarnings("NullAway.Init")
class NearSpeedRun {

    private static final long POSITIONS = Long.getLong("fairlead.bench.positions", 50_000_000);
    private static final int ROUNDS = Integer.getInteger("fairlead.bench.rounds", 100);
    private static final int CHECKED = Integer.getInteger("fairlead.bench.checked", 12);
    private static final double MILES = 20;

    @TestHTTPResource("/api/ais/v1")
    URI root;

    @Inject Pool pool;
    @Inject TrackConfig config;

    private final String token = Tokens.carl();
    private final HttpClient client = HttpClient.newHttpClient();

    private record Question(Place place, long atSecond) {

        String path() {
            return String.format(
                    Locale.ROOT,
                    "/vessels/near?latitudeDegrees=%.4f&longitudeDegrees=%.4f&radiusNauticalMiles=%.0f&at=%s",
                    place.latitudeDegrees(),
                    place.longitudeDegrees(),
                    MILES,
                    Instant.ofEpochSecond(atSecond));
        }
    }

    private interface Where {
        Place in(Random random);
    }

    private static Place beside(Place place, Random random) {
        return new Place(
                round(place.latitudeDegrees() + random.nextDouble() * 0.1 - 0.05),
                round(place.longitudeDegrees() + random.nextDouble() * 0.1 - 0.05));
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e4) / 1e4;
    }

    private static List<Question> questions(BulkTracks tracks, Where where, long seed, int count) {
        var random = new Random(seed);
        var questions = new ArrayList<Question>();
        for (int i = 0; i < count; i++) {
            long span = tracks.toSecond() - tracks.fromSecond() - 2 * 3_600;
            long at = tracks.fromSecond() + 3_600 + (long) (random.nextDouble() * span);
            questions.add(new Question(beside(where.in(random), random), at));
        }
        return questions;
    }

    private String get(String path) throws Exception {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(root + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private double[] millis(List<Question> questions) throws Exception {
        double[] millis = new double[questions.size()];
        for (int i = 0; i < millis.length; i++) {
            long begun = System.nanoTime();
            var unused = get(questions.get(i).path());
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static double part(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    @Test
    void measure() throws Exception {
        var tracks = BulkTracks.of(POSITIONS);
        long positions = tracks.fill();
        System.out.printf(
                Locale.ROOT,
                "# %,d positions of %,d ships in %d days%n",
                positions,
                tracks.traffic().ships(),
                tracks.days());
        var ports = tracks.traffic().ports();
        Where busiest = random -> ports.getFirst().place();
        Where busy = random -> ports.get(random.nextInt(10)).place();
        Where any = random -> ports.get(random.nextInt(ports.size())).place();
        Where lane =
                random ->
                        tracks.traffic()
                                .onLane(
                                        ports.get(random.nextInt(ports.size())),
                                        random.nextInt(12),
                                        random.nextDouble());
        for (Question question : questions(tracks, any, 7, 300)) {
            var unused = get(question.path());
        }
        System.out.println(
                "| within 20 nm of | ships | p50 ms | p95 ms | p99 ms | asked again p50 | p95 | p99 | pieces | kB |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        row(tracks, "the busiest harbour", questions(tracks, busiest, 11, ROUNDS));
        row(tracks, "one of the ten busiest", questions(tracks, busy, 12, ROUNDS));
        row(tracks, "any harbour", questions(tracks, any, 13, ROUNDS));
        row(tracks, "a lane", questions(tracks, lane, 14, ROUNDS));
        Where nowhere = random -> new Place(-55, -120);
        row(tracks, "where nobody sails", questions(tracks, nowhere, 15, ROUNDS));
        baselines(tracks, questions(tracks, busiest, 11, 10));
        check(tracks, questions(tracks, busiest, 21, CHECKED / 3));
        check(tracks, questions(tracks, any, 22, CHECKED / 3));
        check(tracks, questions(tracks, lane, 23, CHECKED / 3));
    }

    private void row(BulkTracks tracks, String where, List<Question> questions) throws Exception {
        double[] first = millis(questions);
        double[] again = millis(questions);
        int ships = middle(questions, one -> truth(tracks.traffic(), one).size());
        int pieces = middle(questions, one -> (int) read(one).pieces());
        int kilobytes = middle(questions, one -> (int) (read(one).bytes() / 1_000));
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %,d | %,d |%n",
                where,
                ships,
                part(first, 50),
                part(first, 95),
                part(first, 99),
                part(again, 50),
                part(again, 95),
                part(again, 99),
                pieces,
                kilobytes);
    }

    /// The median of a few of the questions.
    private static int middle(List<Question> questions, ToIntFunction<Question> value) {
        int[] values = questions.stream().limit(7).mapToInt(value).sorted().toArray();
        return values[values.length / 2];
    }

    private record Read(long tracks, long pieces, long bytes) {

        Read and(Read other) {
            return new Read(
                    tracks + other.tracks(), pieces + other.pieces(), bytes + other.bytes());
        }
    }

    private Tuple arguments(Question question, int half) {
        return NearStore.arguments(
                NearResource.bounds(question.place(), MILES, config),
                Instant.ofEpochSecond(question.atSecond()),
                config.interpolatedWithin(),
                new Integer[0],
                half);
    }

    /// What a question reads, and that it does so by indexes.
    private Read read(Question question) {
        return half(question, 0).and(half(question, 1));
    }

    private Read half(Question question, int half) {
        var plan = new StringBuilder();
        pool.preparedQuery("explain " + NearStore.AROUND)
                .execute(arguments(question, half))
                .await()
                .indefinitely()
                .forEach(line -> plan.append(line.getString(0)).append('\n'));
        // Whole days are settled: nothing of them lies as it came.
        assertThat(plan.toString().replace("Seq Scan on track_open", "nothing"))
                .doesNotContain("Seq Scan")
                .contains("track_cell_pkey");
        var row =
                pool.preparedQuery(
                                "select count(distinct ship), count(*),"
                                        + " coalesce(sum(octet_length(bytes)), 0)::bigint from ("
                                        + NearStore.AROUND
                                        + ") q")
                        .execute(arguments(question, half))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next();
        return new Read(row.getLong(0), row.getLong(1), row.getLong(2));
    }

    private void baselines(BulkTracks tracks, List<Question> questions) throws Exception {
        long from = tracks.fromSecond() + 11 * 3_600;
        try (var plain = PlainRows.of(tracks, from)) {
            var there = new ArrayList<Question>();
            for (int i = 0; i < questions.size(); i++) {
                there.add(new Question(questions.get(i).place(), plain.second(i)));
            }
            var boxes =
                    there.stream()
                            .map(one -> NearResource.bounds(one.place(), MILES, config))
                            .toList();
            double[] here = millis(there);
            plain.indexedBy("(at)");
            double[] byTime = plain.millis(boxes, false);
            plain.indexedBy("(cell, at)");
            double[] byCell = plain.millis(boxes, true);
            System.out.printf(
                    Locale.ROOT,
                    "# ten questions at the busiest harbour: median %.1f ms by HTTP; plain rows of"
                            + " two hours, in the database alone, by an index of time %.0f ms, of"
                            + " cell and time %.0f ms%n",
                    part(here, 50),
                    part(byTime, 50),
                    part(byCell, 50));
        }
    }

    private record Found(int mmsi, double miles) {}

    /// By looking at every ship there is.
    private List<Found> truth(BulkTraffic traffic, Question question) {
        var found = new ArrayList<Found>();
        long span = config.interpolatedWithin().toSeconds();
        var rows = new TrackColumns(1_024);
        for (int ship = 0; ship < traffic.ships(); ship++) {
            rows.clear();
            traffic.heard(ship, question.atSecond() - span, question.atSecond() + span + 1, rows);
            var fixes = new ArrayList<Fix>();
            for (int row = 0; row < rows.size(); row++) {
                fixes.add(SegmentCodec.fix(traffic.mmsi(ship), rows, row));
            }
            int mmsi = traffic.mmsi(ship);
            PositionAt.of(fixes, question.atSecond() * 1_000, config)
                    .map(at -> GreatCircle.nauticalMiles(question.place(), at.place()))
                    .filter(miles -> miles <= MILES)
                    .ifPresent(miles -> found.add(new Found(mmsi, miles)));
        }
        found.sort(Comparator.comparingDouble(Found::miles).thenComparingInt(Found::mmsi));
        return found;
    }

    /// All pages of it.
    private List<String> answer(Question question) throws Exception {
        var ships = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = JsonPath.from(get(question.path() + "&cursor=" + next));
            ships.addAll(page.getList("items.vessel.mmsi", String.class));
            next = page.getString("nextCursor");
        }
        return ships;
    }

    private void check(BulkTracks tracks, List<Question> questions) throws Exception {
        int ships = 0;
        for (Question question : questions) {
            var truth = truth(tracks.traffic(), question);
            ships += truth.size();

            assertThat(answer(question))
                    .as(question.path())
                    .isEqualTo(truth.stream().map(one -> Integer.toString(one.mmsi())).toList());
        }
        System.out.printf(
                "# %d answers with %,d ships are those of looking at every ship%n",
                questions.size(), ships);
    }
}
