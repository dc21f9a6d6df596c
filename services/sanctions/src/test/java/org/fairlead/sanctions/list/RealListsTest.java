package org.fairlead.sanctions.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.fairlead.sanctions.SanctionsApi;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The publishers' own files, held against a count of their lines that knows nothing of this
/// service. Replays every 30th of OFAC's 308 versions; all with `-Dfairlead.test.replay-every=1`.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "sanctions"))
class RealListsTest {

    private static final Logger LOG = Logger.getLogger(RealListsTest.class);
    private static final int REPLAY_EVERY = Integer.getInteger("fairlead.test.replay-every", 30);
    private static final Pattern VESSEL_IMO =
            Pattern.compile("^\\d+,\"[^\"]*\",\"vessel\".* IMO +(\\d{7})[;.\"]", Pattern.MULTILINE);

    /// Any number of a ship: some lines have none but "Vessel Registration Identification 8606173".
    private static final Pattern ANY_IMO =
            Pattern.compile("(?:IMO|Registration Identification) +(\\d{7})");

    @BeforeEach
    void aFreshService() {
        SanctionsApi.forgetEverything();
    }

    private static Path real(String path) {
        var file = PlatformResource.realInput("sanctions/" + path);
        assumeTrue(file.isPresent(), "SKIPPED, real input absent: sanctions/" + path);
        return file.get();
    }

    @Test
    void aWholeFileIsTakenInWithinSeconds() throws IOException {
        byte[] file = Files.readAllBytes(real("ofac/sdn_2022-05-06T1317.csv"));
        long start = System.nanoTime();

        SanctionsApi.upload("ofac-sdn", "2022-05-06T13:17:00Z", file)
                .statusCode(201)
                .body("listings", equalTo(10_026));

        var took = Duration.ofNanos(System.nanoTime() - start);
        LOG.infof("first import of %d bytes took %s", file.length, took);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void theFileSavedByASpreadsheetIsSetAsideWhileTheOldOneServes() throws IOException {
        SanctionsApi.upload(
                        "ofac-sdn",
                        "2022-05-08T18:50:00Z",
                        Files.readAllBytes(real("ofac/sdn_2022-05-08T1850.csv")))
                .statusCode(201);

        SanctionsApi.upload(
                        "ofac-sdn",
                        "2022-06-01T00:00:00Z",
                        Files.readAllBytes(real("ofac/2022-01_excel-resaved/sdn.csv")))
                .statusCode(202)
                .body("reason", containsString("line 1"));

        SanctionsApi.get("lists").body("items[0].currentVersion", equalTo(1));
        SanctionsApi.get("vessels/9179842/listings")
                .body("answers[0].status", equalTo("listed"))
                .body("answers[0].basis", equalTo("observed"));
    }

    @Test
    void theUnitedNationsVersionsAnswerForAnEntryThatLeftAndReturned() throws IOException {
        for (String day :
                new String[] {
                    "2020-11-24", "2020-12-08", "2024-09-22", "2025-05-25", "2025-11-19"
                }) {
            SanctionsApi.upload(
                            "un-sc",
                            day + "T12:00:00Z",
                            Files.readAllBytes(real("un/un_consolidated_" + day + ".xml")))
                    .statusCode(201);
        }

        String entry = relisted();

        for (var expected :
                Map.of(
                                "2020-12-01", "listed",
                                "2022-06-01", "unknown",
                                "2025-01-01", "not-listed",
                                "2025-11-19", "listed")
                        .entrySet()) {
            SanctionsApi.get("listings/un-sc/{id}?asOf={date}", entry, expected.getKey())
                    .body("answer.status", equalTo(expected.getValue()));
        }
        assertThat(
                        numbers(
                                "select count(*) from listing_version l where list = 'un-sc' and last_version = 2"
                                        + " and exists (select from listing_version b where b.list = l.list"
                                        + " and b.source_id = l.source_id and b.first_version = 5"
                                        + " and b.canonical -> 'listingDates' = l.canonical -> 'listingDates')"
                                        + " and not exists (select from listing_version m where m.list = l.list"
                                        + " and m.source_id = l.source_id and m.first_version in (3, 4))"))
                .containsExactly("84");
    }

    private static String relisted() {
        return numbers(
                        "select min(l.source_id) from listing_version l join listing_version b"
                                + " on b.list = l.list and b.source_id = l.source_id"
                                + " where l.last_version = 2 and b.first_version = 5"
                                + " and not exists (select from listing_version m where m.list = l.list"
                                + " and m.source_id = l.source_id and m.first_version in (3, 4))")
                .iterator()
                .next();
    }

    @Test
    void everyReplayedVersionOfOfacsFileIsAsAnIndependentCountHasIt() throws IOException {
        var replay = new Replay();

        vintages(replay::take);

        LOG.infof("replay of %d versions took %s", replay.taken.size(), replay.took);
        for (int number = 1; number <= replay.taken.size(); number++) {
            var vintage = replay.taken.get(number - 1);
            assertThat(
                            numbers(
                                    "select imo from listing_version where list = 'ofac-sdn' and imo is not null"
                                            + " and type = 'vessel' and first_version <= %1$d"
                                                    .formatted(number)
                                            + " and (last_version is null or last_version >= %1$d)"
                                                    .formatted(number)))
                    .as(vintage.observedAt())
                    .containsAll(vintage.imos())
                    .isSubsetOf(vintage.allImos());
        }
    }

    /// @param imos the last number in each vessel's line
    /// @param allImos every number in any line
    private record Vintage(String observedAt, Set<String> imos, Set<String> allImos) {}

    /// Hands files in one after another, and counts beside it.
    private static final class Replay {

        private final List<Vintage> taken = new ArrayList<>();
        private Map<String, String> before = Map.of();

        /// Time of the uploads, without the counting.
        private Duration took = Duration.ZERO;

        void take(String observedAt, byte[] file) {
            String text = new String(file, StandardCharsets.US_ASCII);
            var now = lines(text);
            taken.add(new Vintage(observedAt, matches(VESSEL_IMO, text), matches(ANY_IMO, text)));
            long start = System.nanoTime();
            var answer = new JsonPath(uploaded(observedAt, file));
            took = took.plusNanos(System.nanoTime() - start);
            assertThat(answer.getInt("number")).isEqualTo(taken.size());
            assertThat(answer.getInt("listings")).isEqualTo(now.size());
            assertThat(answer.getInt("added")).isEqualTo(missing(now.keySet(), before.keySet()));
            assertThat(answer.getInt("removed")).isEqualTo(missing(before.keySet(), now.keySet()));
            assertThat(answer.getInt("changed")).isEqualTo(changed(before, now));
            before = now;
        }
    }

    // REST Assured would write each file down, in case the answer is not the one expected.
    private static String uploaded(String observedAt, byte[] file) {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:%d%s/lists/ofac-sdn/versions?observedAt=%s"
                                                    .formatted(
                                                            RestAssured.port,
                                                            SanctionsApi.BASE,
                                                            observedAt)))
                            .header("Authorization", "Bearer " + Tokens.integrator("lists:write"))
                            .header("Content-Type", "application/octet-stream")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }

    private static int missing(Set<String> these, Set<String> from) {
        var left = new HashSet<>(these);
        left.removeAll(from);
        return left.size();
    }

    private static int changed(Map<String, String> before, Map<String, String> now) {
        return (int)
                before.entrySet().stream()
                        .filter(line -> now.containsKey(line.getKey()))
                        .filter(line -> !line.getValue().equals(now.get(line.getKey())))
                        .count();
    }

    private static Map<String, String> lines(String file) {
        var lines = new LinkedHashMap<String, String>();
        for (String line : file.split("\r\n", -1)) {
            if (line.length() > 1) {
                lines.put(line.substring(0, line.indexOf(',')), line);
            }
        }
        return lines;
    }

    private static Set<String> matches(Pattern pattern, String file) {
        var matcher = pattern.matcher(file);
        var found = new HashSet<String>();
        while (matcher.find()) {
            found.add(matcher.group(1).intern());
        }
        return found;
    }

    /// Files with the time they were observed: `sdn_2021-08-18T0939.csv` at 09:39.
    private static void vintages(BiConsumer<String, byte[]> taker) throws IOException {
        Path archive = real("ofac/sdn_csv_2021-08-18_to_2024-05-03.tar.xz");
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(Files.newInputStream(archive)))) {
            int index = 0;
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && index++ % REPLAY_EVERY == 0) {
                    taker.accept(observedAt(entry.getName()), tar.readAllBytes());
                }
            }
        }
    }

    private static String observedAt(String name) {
        return name.replaceFirst(".*sdn_(.{10})T(..)(..)\\.csv", "$1T$2:$3:00Z");
    }

    private static Set<String> numbers(String query) {
        try (var connection =
                        PlatformResource.database()
                                .getDatabase("postgres", "sanctions")
                                .getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new HashSet<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException fault) {
            throw new AssertionError(fault);
        }
    }
}
