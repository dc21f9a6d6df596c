package org.fairlead.imagery.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.imagery.footprint.Footprint;
import org.fairlead.imagery.footprint.FootprintReading;
import org.fairlead.imagery.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AbsenceTest {

    private static final Instant NOON = Instant.parse("2024-01-20T12:00:00Z");
    private static final int[] HER_LENGTH = {122};

    private static final AbsenceConfig DEFAULTS =
            new SmallRyeConfigBuilder()
                    .withMapping(AbsenceConfig.class)
                    .withConverter(
                            java.time.Duration.class,
                            200,
                            new io.quarkus.runtime.configuration.DurationConverter())
                    .build()
                    .getConfigMapping(AbsenceConfig.class);

    private static Footprint footprint() {
        try {
            var reading =
                    Footprint.read(
                            new ObjectMapper()
                                    .readTree(
                                            "{\"type\": \"Polygon\", \"coordinates\": [[[130, 42], [131, 42], [131, 43], [130, 43], [130, 42]]]}"));
            return ((FootprintReading.Valid) reading).footprint();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Scene scene(
            String sensor, @Nullable Double cloud, Instant at, List<Scene.Recall> recall) {
        return new Scene(
                UUID.randomUUID(),
                1,
                Scene.State.RECORDED,
                "made",
                sensor,
                "a test",
                at,
                at.plusSeconds(20),
                footprint(),
                0.5,
                cloud,
                recall,
                null,
                null,
                null,
                null,
                true);
    }

    private static Scene clear() {
        return scene("optical", 0.05, NOON, ofShips(0.9));
    }

    private static List<Scene.Recall> ofShips(double recall) {
        return List.of(new Scene.Recall(100, 200.0, recall));
    }

    private static Sighting seen(@Nullable Double length) {
        return new Sighting(
                UUID.randomUUID(),
                1,
                Sighting.State.RECORDED,
                NOON,
                NOON,
                42.5,
                130.5,
                100,
                length,
                null,
                null,
                null,
                "optical",
                "a test",
                null,
                true);
    }

    private static double factor(Scene scene, int[] lengths, Sighting... seen) {
        return new Absence(DEFAULTS, List.of(new Absence.View(scene, List.of(seen))))
                .factor(lengths);
    }

    @Test
    void aClearSceneWithoutHerLeavesWhatItsRecallMisses() {
        assertThat(factor(clear(), HER_LENGTH)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void unknownRecallProvesNothing() {
        assertThat(factor(scene("optical", 0.05, NOON, List.of()), HER_LENGTH)).isEqualTo(1);
        assertThat(factor(clear(), new int[] {60})).isEqualTo(1);
    }

    @Test
    void anUnknownLengthProvesNothing() {
        assertThat(factor(clear(), new int[] {})).isEqualTo(1);
    }

    @Test
    void cloudProvesNothingAndNoWordOfItNeither() {
        assertThat(factor(scene("optical", 0.2, NOON, ofShips(0.9)), HER_LENGTH)).isEqualTo(1);
        assertThat(factor(scene("optical", null, NOON, ofShips(0.9)), HER_LENGTH)).isEqualTo(1);
    }

    @Test
    void radarLooksThroughClouds() {
        assertThat(factor(scene("SAR", null, NOON, ofShips(0.8)), HER_LENGTH))
                .isCloseTo(0.2, within(1e-12));
    }

    @Test
    void aShipOfHerSizeInItProvesNothing() {
        assertThat(factor(clear(), HER_LENGTH, seen(130.0))).isEqualTo(1);
        assertThat(factor(clear(), HER_LENGTH, seen(null))).isEqualTo(1);
        assertThat(factor(clear(), HER_LENGTH, seen(60.0))).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void aShipOfSeveralStatedLengthsGetsTheLeastRecall() {
        var scene =
                scene(
                        "optical",
                        0.05,
                        NOON,
                        List.of(
                                new Scene.Recall(100, 150.0, 0.9),
                                new Scene.Recall(150, null, 0.6)));

        assertThat(factor(scene, new int[] {122, 160})).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void scenesOfDifferentHoursCountTogetherAndOfOnePassOnce() {
        var first = new Absence.View(clear(), List.of());
        var samePass =
                new Absence.View(
                        scene("optical", 0.05, NOON.plusSeconds(90), ofShips(0.5)), List.of());
        var later =
                new Absence.View(
                        scene("optical", 0.05, NOON.plusSeconds(7_200), ofShips(0.5)), List.of());

        var absence = new Absence(DEFAULTS, List.of(first, samePass, later));

        assertThat(absence.factor(HER_LENGTH)).isCloseTo(0.05, within(1e-12));
        assertThat(absence.of(HER_LENGTH)).hasSize(2);
    }
}
