package org.fairlead.imagery.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.fairlead.seas.distance.Place;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FootprintTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException fault) {
            throw new IllegalArgumentException(fault);
        }
    }

    private static Footprint polygon(String rings) {
        var reading =
                Footprint.read(json("{\"type\": \"Polygon\", \"coordinates\": " + rings + "}"));
        assertThat(reading).isInstanceOf(FootprintReading.Valid.class);
        return ((FootprintReading.Valid) reading).footprint();
    }

    private static String fault(String geoJson) {
        var reading = Footprint.read(json(geoJson));
        assertThat(reading).isInstanceOf(FootprintReading.Faulty.class);
        return ((FootprintReading.Faulty) reading).detail();
    }

    private static final Footprint RAJIN =
            polygon("[[[130, 42], [131, 42], [131, 43], [130, 43], [130, 42]]]");

    @Test
    void coversWhatLiesInItItsEdgeIncluded() {
        assertThat(RAJIN.covers(new Place(42.5, 130.5))).isTrue();
        assertThat(RAJIN.covers(new Place(42, 130.5))).isTrue();
        assertThat(RAJIN.covers(new Place(43.001, 130.5))).isFalse();
        assertThat(RAJIN.covers(new Place(42.5, -130.5))).isFalse();
    }

    @Test
    void doesNotCoverItsHole() {
        var ring = polygon("[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[4,4],[4,6],[6,6],[6,4],[4,4]]]");

        assertThat(ring.covers(new Place(5, 5))).isFalse();
        assertThat(ring.covers(new Place(3, 5))).isTrue();
    }

    @Test
    void measuresHowFarOutsideAPlaceLies() {
        assertThat(RAJIN.metresOutside(new Place(42.5, 130.5))).isZero();
        // 0.1 degrees of latitude are 11.1 km; 0.1 of longitude at 42.5 N are 8.2 km.
        assertThat(RAJIN.metresOutside(new Place(43.1, 130.5))).isCloseTo(11_119, within(10.0));
        assertThat(RAJIN.metresOutside(new Place(42.5, 131.1))).isCloseTo(8_198, within(10.0));
    }

    @Test
    void knowsItsMiddleRadiusAndArea() {
        assertThat(RAJIN.centre().latitudeDegrees()).isCloseTo(42.5, within(0.001));
        assertThat(RAJIN.centre().longitudeDegrees()).isCloseTo(130.5, within(0.001));
        assertThat(RAJIN.radiusMetres()).isCloseTo(69_300, within(500.0));
        // R² Δλ (sin 43° - sin 42°)
        assertThat(RAJIN.squareKilometres()).isCloseTo(9_116, within(15.0));
    }

    @Nested
    class OneThatCrossesTheAntimeridian {

        /// The same area, in every way of writing it down.
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"type\":\"Polygon\",\"coordinates\":[[[179,-18],[-179,-18],[-179,-16],[179,-16],[179,-18]]]}",
                    "{\"type\":\"Polygon\",\"coordinates\":[[[179,-18],[181,-18],[181,-16],[179,-16],[179,-18]]]}",
                    "{\"type\":\"Polygon\",\"coordinates\":[[[-181,-18],[-179,-18],[-179,-16],[-181,-16],[-181,-18]]]}",
                    "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[179,-18],[180,-18],[180,-16],[179,-16],[179,-18]]],[[[-180,-18],[-179,-18],[-179,-16],[-180,-16],[-180,-18]]]]}"
                })
        void isOneAreaHoweverItIsWritten(String geoJson) {
            var footprint = ((FootprintReading.Valid) Footprint.read(json(geoJson))).footprint();

            assertThat(footprint.covers(new Place(-17, 179.5))).isTrue();
            assertThat(footprint.covers(new Place(-17, 180))).isTrue();
            assertThat(footprint.covers(new Place(-17, -180))).isTrue();
            assertThat(footprint.covers(new Place(-17, -179.5))).isTrue();
            assertThat(footprint.covers(new Place(-17, 0))).isFalse();
            assertThat(footprint.west()).isEqualTo(179);
            assertThat(footprint.east()).isEqualTo(181);
            assertThat(footprint.metresOutside(new Place(-17, -178.9)))
                    .isCloseTo(10_634, within(10.0));
            assertThat(footprint.squareKilometres()).isCloseTo(47_300, within(100.0));
            assertThat(Math.abs(footprint.centre().longitudeDegrees())).isEqualTo(180);
        }

        @Test
        void isWrittenInTwoParts() {
            var written =
                    polygon("[[[179,-18],[-179,-18],[-179,-16],[179,-16],[179,-18]]]").geoJson();

            assertThat(written.path("type").asText()).isEqualTo("MultiPolygon");
            assertThat(written.path("coordinates")).hasSize(2);
            assertThat(written.findValuesAsText("coordinates")).isNotEmpty();
            for (JsonNode part : written.path("coordinates")) {
                for (JsonNode place : part.path(0)) {
                    assertThat(Math.abs(place.path(0).asDouble())).isBetween(179.0, 180.0);
                }
            }
            assertThat(Footprint.stored(written).geoJson()).isEqualTo(written);
        }
    }

    @Test
    void isTheSameFromWhicheverCornerAndInWhicheverDirectionItIsTold() {
        var other = polygon("[[[131, 43], [131, 42], [130, 42], [130, 43], [131, 43]]]");

        assertThat(other).isEqualTo(RAJIN);
        assertThat(other.geoJson()).isEqualTo(RAJIN.geoJson());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[[0,0],[10,10],[10,0],[0,10],[0,0]]] | crosses or touches itself near longitude 5.0000, latitude 5.0000",
                "[[[178,0],[-178,4],[-178,0],[178,4],[178,0]]] | crosses or touches itself near longitude",
                "[[[0,0],[10,0],[10,10],[0,10]]] | not closed",
                "[[[0,0],[10,0],[0,0]]] | at least four positions",
                "[[[0,0],[1,1],[2,2],[0,0]]] | crosses or touches itself",
                "[[[0,91],[10,91],[10,95],[0,91]]] | latitude outside -90 to 90: 91.0 (longitude comes first)",
                "[[[0,0],[400,0],[10,10],[0,0]]] | longitude outside",
                "[[[0,0],['NaN',0],[10,10],[0,0]]] | not two numbers",
                "[[[-180,60],[-90,60],[0,60],[90,60],[180,60],[-180,60]]] | around a pole",
                "[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[20,20],[20,21],[21,21],[20,20]]] | hole outside",
                "[] | without a ring",
                "[[]] | at least four positions",
                "7 | without a ring",
            })
    void isRefusedWithTheReason(String rings, String reason) {
        String geoJson =
                "{\"type\": \"Polygon\", \"coordinates\": " + rings.replace('\'', '"') + "}";

        assertThat(fault(geoJson)).contains(reason.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\": \"Point\", \"coordinates\": [1, 2]}", "[]", "\"x\"", "{}"})
    void isAnAreaAndNothingElse(String geoJson) {
        assertThat(fault(geoJson)).isEqualTo("expected a GeoJSON Polygon or MultiPolygon");
    }

    @Test
    void hasNoMoreCornersThanAPersonCouldLookAt() {
        var ring = new StringBuilder("[0,0]");
        for (int at = 0; at < 10_000; at++) {
            ring.append(",[").append(at / 1e4).append(',').append(1 + at % 2).append(']');
        }

        assertThat(fault("{\"type\": \"Polygon\", \"coordinates\": [[" + ring + ",[0,0]]]}"))
                .isEqualTo("more than 10000 positions");
    }
}
