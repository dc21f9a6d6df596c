package org.fairlead.seas.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.Ports;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SeaDistanceTest {

    private static final Path DATA = Path.of("../../../shared/data");
    private static final WaterGraph GRAPH = SharedGraph.GRAPH;
    private static final SeaDistance SEA = GRAPH.distances();

    private static SeaRoute route(Place from, Place to) {
        return SEA.between(from, to).orElseThrow();
    }

    private static double path(double north1, double east1, double north2, double east2) {
        return route(new Place(north1, east1), new Place(north2, east2)).pathNauticalMiles();
    }

    @Nested
    class KnownDistances {

        /// Published (Jeddah-Constanța; NGA Pub. 151), and on a fine grid of sixteen directions,
        /// which by itself is up to 2.6 % too long.
        @ParameterizedTest
        @CsvSource({
            "21.483, 39.183, 44.17, 28.65, 1698",
            "40.70, -74.00, 6.95, 79.85, 8604",
            "42.233, 130.300, 42.879, 132.335, 103",
            "42.233, 130.300, 43.09, 131.88, 94",
            "42.233, 130.300, 35.08, 129.08, 441",
            "42.233, 130.300, 38.717, 125.400, 886",
            "42.233, 130.300, 30.15, 122.20, 904",
            "43.09, 131.88, 34.40, 129.30, 551",
            "43.09, 131.88, 37.92, 139.04, 452"
        })
        void areHeld(double north1, double east1, double north2, double east2, double miles) {
            var from = new Place(north1, east1);
            var to = new Place(north2, east2);

            var route = route(from, to);

            assertThat(route.pathNauticalMiles())
                    .isCloseTo(miles, within(0.035 * miles))
                    .isGreaterThanOrEqualTo(GreatCircle.nauticalMiles(from, to));
            assertThat(route.lowerBoundNauticalMiles())
                    .isLessThanOrEqualTo(route.pathNauticalMiles())
                    .isGreaterThanOrEqualTo(GreatCircle.nauticalMiles(from, to));
        }

        @Test
        void agreeWithTheTableOfTheFineGrid() throws IOException {
            var table = DATA.resolve("calc_sea_distances.csv");
            assumeThat(table).as("real inputs are not here: skipped").exists();
            var soft = new SoftAssertions();
            for (String line : Files.readAllLines(table).subList(1, 14)) {
                var cells = line.split(",", -1);
                double miles = Double.parseDouble(cells[7]);
                var path =
                        path(
                                Double.parseDouble(cells[1]),
                                Double.parseDouble(cells[2]),
                                Double.parseDouble(cells[4]),
                                Double.parseDouble(cells[5]));
                soft.assertThat(path).as(line).isCloseTo(miles, within(0.035 * miles));
            }
            soft.assertAll();
        }
    }

    @Nested
    class GoldenRoutes {

        /// Each by its name, with how far off it is. Parts of one route are one: the longer ways
        /// through canals come in pieces.
        @TestFactory
        Stream<DynamicTest> areWithinThreeAndAHalfPercent() throws IOException {
            var file = DATA.resolve("geo/sea_routes_golden.geojson");
            assumeThat(file).as("real inputs are not here: skipped").exists();
            return goldenRoutes(file).entrySet().stream()
                    .map(route -> {
                        String name = route.getKey();
                        var golden = route.getValue();
                        // The canal is closed for ships of trade unless somebody opens it.
                        var sea = name.startsWith("Corinth") ? opened("corinth") : SEA;
                        double path =
                                sea.between(golden.from(), golden.to())
                                        .orElseThrow()
                                        .pathNauticalMiles();
                        double off = 100 * (path / golden.miles() - 1);
                        return DynamicTest.dynamicTest(
                                String.format(
                                        Locale.ROOT,
                                        "%s: %.1f nm, golden %.1f nm, %+.2f %%",
                                        name,
                                        path,
                                        golden.miles(),
                                        off),
                                () -> {
                                    assertThat(off).isBetween(-3.5, 3.5);
                                    assertThat(path)
                                            .isGreaterThanOrEqualTo(
                                                    GreatCircle.nauticalMiles(
                                                                    golden.from(), golden.to())
                                                            - 1e-6);
                                });
                    });
        }

        private record Golden(Place from, Place to, double miles) {}

        private static Map<String, Golden> goldenRoutes(Path file) throws IOException {
            Map<String, Golden> routes = new LinkedHashMap<>();
            for (JsonNode feature : new ObjectMapper().readTree(file.toFile()).path("features")) {
                var properties = feature.path("properties");
                var name = properties.path("name").asText();
                var coordinates = feature.path("geometry").path("coordinates");
                // Markers are where a user clicked, which may be on land; distances are of the
                // lines.
                if (feature.path("geometry").path("type").asText().equals("LineString")) {
                    var plain = name.replaceAll(" \\(part.*", "");
                    var first = place(coordinates.path(0));
                    var last = place(coordinates.path(coordinates.size() - 1));
                    double miles = properties.path("distance_nm").asDouble();
                    routes.merge(
                            plain,
                            new Golden(first, last, miles),
                            (known, next) -> new Golden(known.from(), next.to(), miles));
                }
            }
            assertThat(routes).hasSize(20);
            return routes;
        }

        private static Place place(JsonNode coordinates) {
            return new Place(coordinates.path(1).asDouble(), coordinates.path(0).asDouble());
        }
    }

    @Nested
    class WhereThereIsNoWay {

        @Test
        void corinthIsNotSailedThrough() {
            assertThat(path(37.94, 23.63, 38.25, 21.73)).isGreaterThan(250);
        }

        @Test
        void perekopIsNotSailedThrough() {
            // From the Gulf of Karkinit to the Sea of Azov: 100 nm by a leak, else around Crimea.
            assertThat(path(45.90, 32.60, 46.00, 35.50)).isGreaterThan(280);
        }

        @Test
        void kraIsNotSailedThrough() {
            assertThat(path(9.90, 98.40, 9.40, 99.70)).isGreaterThan(1_100);
        }

        @Test
        void kareliaIsNotSailedThrough() {
            assertThat(path(64.60, 40.40, 59.95, 29.90)).isGreaterThan(2_000);
        }

        @Test
        void aClosedSuezCanalLeavesTheCape() {
            var around = closed("suez").between(new Place(21.48, 39.18), new Place(44.17, 28.65));

            assertThat(around)
                    .hasValueSatisfying(route -> {
                        assertThat(route.pathNauticalMiles()).isGreaterThan(10_000);
                        assertThat(route.gates()).contains("gibraltar").doesNotContain("suez");
                    });
        }

        @Test
        void aClosedPanamaCanalLeavesTheHorn() {
            var from = new Place(33.74, -118.26);
            var to = new Place(40.60, -73.90);

            assertThat(SEA.between(from, to))
                    .hasValueSatisfying(route -> assertThat(route.gates()).contains("panama"));
            assertThat(closed("panama").between(from, to))
                    .hasValueSatisfying(
                            route -> assertThat(route.pathNauticalMiles()).isGreaterThan(12_000));
        }

        @Test
        void anInlandSeaBehindAClosedGateCannotBeReached() {
            assertThat(closed("bosphorus").between(new Place(44.17, 28.65), new Place(38, 25)))
                    .isEmpty();
        }

        @Test
        void theArcticIsClosedUntilSomebodyOpensIt() {
            var from = new Place(69.3, 33.5);
            var to = new Place(35.4, 139.7);

            assertThat(SEA.between(from, to).orElseThrow().pathNauticalMiles())
                    .isGreaterThan(12_000);
            assertThat(opened("nsr").between(from, to).orElseThrow().pathNauticalMiles())
                    .isLessThan(6_500);
        }

        @Test
        void aPlaceInTheMiddleOfAContinentHasNoNavigableWater() {
            assertThat(SEA.between(new Place(47, 65), new Place(38, 25))).isEmpty();
        }

        @Test
        void aLakeIsNoSea() {
            assertThat(SEA.between(new Place(43.6, -87.0), new Place(40.6, -73.9))).isEmpty();
        }
    }

    @Nested
    class AcrossTheAntimeridian {

        @Test
        void theShortWayIsTaken() {
            assertThat(path(-18.13, 178.43, -13.83, -171.76)).isBetween(622.0, 650.0);
        }

        @ParameterizedTest
        @CsvSource({"52.9, 158.9, 53.88, -166.53", "-36.8, 175.0, -21.1, -175.2"})
        void itIsAsFarThereAsBack(double north1, double east1, double north2, double east2) {
            double there = path(north1, east1, north2, east2);

            assertThat(path(north2, east2, north1, east1)).isCloseTo(there, within(0.005 * there));
        }

        @Test
        void bothNamesOfTheMeridianAreOnePlace() {
            assertThat(path(50, 180, 35.0, 141.0))
                    .isCloseTo(path(50, -180, 35.0, 141.0), within(0.01));
        }
    }

    @Nested
    class EveryWay {

        @ParameterizedTest
        @MethodSource("org.fairlead.seas.water.SeaDistanceTest#portPairs")
        void hasItsBoundsInOrder(Port from, Port to) {
            var found = SEA.between(from.place(), to.place());

            found.ifPresent(route -> {
                double straight = GreatCircle.nauticalMiles(from.place(), to.place());
                assertThat(route.lowerBoundNauticalMiles())
                        .isGreaterThanOrEqualTo(straight - 1e-6)
                        .isLessThanOrEqualTo(route.pathNauticalMiles() + 1e-6);
                assertThat(route.pathNauticalMiles())
                        .isLessThanOrEqualTo(route.rawNauticalMiles() + 1e-6);
                assertThat(route.way().getFirst()).isEqualTo(from.place());
                assertThat(route.way().getLast()).isEqualTo(to.place());
            });
        }

        /// A bound that is above what some ship could sail would excluding her wrongly.
        @ParameterizedTest
        @MethodSource("org.fairlead.seas.water.SeaDistanceTest#portPairs")
        void isNotShorterThanTheBoundOfItsPartsTogether(Port from, Port to) {
            var over = new Place(0, -30);
            var whole = SEA.between(from.place(), to.place());
            var first = SEA.between(from.place(), over);
            var second = SEA.between(over, to.place());

            if (whole.isPresent() && first.isPresent() && second.isPresent()) {
                assertThat(whole.get().lowerBoundNauticalMiles())
                        .isLessThanOrEqualTo(
                                first.get().pathNauticalMiles() + second.get().pathNauticalMiles());
            }
        }
    }

    @Nested
    class AFieldOfDistances {

        @Test
        void agreesWithSingleWays() {
            var rajin = new Place(42.233, 130.300);
            var field = SEA.around(rajin, Double.MAX_VALUE);

            portPairs(8)
                    .map(pair -> pair.get(1).place())
                    .forEach(to -> {
                        var route = SEA.between(rajin, to);
                        if (route.isPresent() && route.get().guessedNauticalMiles() == 0) {
                            assertThat(field.lowerBoundNauticalMiles(to))
                                    .as("%s", to)
                                    .isLessThanOrEqualTo(route.get().pathNauticalMiles() + 0.01);
                            assertThat(field.rawNauticalMiles(to))
                                    .as("%s", to)
                                    .isCloseTo(
                                            route.get().pathNauticalMiles(),
                                            within(0.08 * route.get().pathNauticalMiles() + 15));
                        }
                    });
        }

        @Test
        void endsAtItsLimit() {
            var field = SEA.around(new Place(42.233, 130.300), 300);

            assertThat(field.rawNauticalMiles(new Place(42.879, 132.335))).isLessThan(115);
            assertThat(field.rawNauticalMiles(new Place(38.717, 125.4))).isInfinite();
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> portPairs() {
        return portPairs(12)
                .map(pair ->
                        org.junit.jupiter.params.provider.Arguments.of(pair.get(0), pair.get(1)));
    }

    private static Stream<List<Port>> portPairs(int count) {
        var ports = Ports.register().all();
        var random = new Random(4711);
        var pairs = new ArrayList<List<Port>>();
        for (int pair = 0; pair < count; pair++) {
            pairs.add(
                    List.of(
                            ports.get(random.nextInt(ports.size())),
                            ports.get(random.nextInt(ports.size()))));
        }
        return pairs.stream();
    }

    private static SeaDistance closed(String gate) {
        Set<String> closed = new HashSet<>(Gates.closed());
        closed.add(gate);
        return GRAPH.distances(closed);
    }

    private static SeaDistance opened(String gate) {
        Set<String> closed = new HashSet<>(Gates.closed());
        closed.remove(gate);
        return GRAPH.distances(closed);
    }
}
