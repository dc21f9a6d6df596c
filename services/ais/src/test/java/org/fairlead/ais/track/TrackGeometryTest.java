package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fairlead.ais.Configured;
import org.fairlead.contracts.frame.Fix;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrackGeometryTest {

    private static final long NOON = Instant.parse("2024-01-02T12:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final TrackConfig CONFIG =
            Configured.with(TrackConfig.class, Map.of("ais.track.most-fixes", "10"));

    private static Fix at(long minutes, double latitude, double longitude) {
        return SegmentTest.fix(
                NOON + minutes * MINUTE,
                (int) Math.round(latitude * 600_000),
                (int) Math.round(longitude * 600_000),
                100,
                0);
    }

    private static TrackGeometry.FeatureCollection drawn(Fix... fixes) {
        return TrackGeometry.of("273000001", List.of(fixes), 30 * MINUTE);
    }

    @Nested
    class ATrack {

        @Test
        void isSplitWhereNothingWasHeard() {
            var track = drawn(at(0, 1, 1), at(10, 1, 1.1), at(41, 1, 2), at(42, 1, 2.1));

            assertThat(track.features()).hasSize(2);
            assertThat(track.features().getFirst().properties())
                    .returns(2, TrackGeometry.Properties::fixes)
                    .returns(Instant.ofEpochMilli(NOON), TrackGeometry.Properties::from)
                    .returns(
                            Instant.ofEpochMilli(NOON + 10 * MINUTE), TrackGeometry.Properties::to);
        }

        @Test
        void isAPointWhereOneFixStandsAlone() {
            var track = drawn(at(0, 1, 1));

            assertThat(track.features())
                    .singleElement()
                    .returns("Point", feature -> feature.geometry().type());
        }

        @Test
        void isCutAtTheAntimeridianOnBothSides() {
            var track = drawn(at(0, 10, 179.5), at(10, 11, -179.5));

            assertThat(track.features()).hasSize(2);
            assertThat((List<?>) track.features().getFirst().geometry().coordinates())
                    .element(1)
                    .isEqualTo(new double[] {180, 10.5});
            assertThat((List<?>) track.features().getLast().geometry().coordinates())
                    .element(0)
                    .isEqualTo(new double[] {-180, 10.5});
            assertThat(track.features().getFirst().properties().times())
                    .containsExactly(
                            Instant.ofEpochMilli(NOON), Instant.ofEpochMilli(NOON + 5 * MINUTE));
        }

        @Test
        void isEmptyWithoutFixes() {
            assertThat(drawn().features()).isEmpty();
        }
    }

    @Nested
    class ThePositionAtAMoment {

        @Test
        void liesBetweenTwoFixesAlsoAcrossTheAntimeridian() {
            var position =
                    PositionAt.of(
                                    List.of(at(0, 0, 179.9), at(10, 0, -179.9)),
                                    NOON + 5 * MINUTE,
                                    CONFIG)
                            .orElseThrow();

            assertThat(position.isInterpolated()).isTrue();
            assertThat(Math.abs(position.place().longitudeDegrees())).isCloseTo(180, within(1e-9));
        }

        @Test
        void isTheFixItselfWhenThereIsOne() {
            var position =
                    PositionAt.of(List.of(at(0, 1, 1), at(10, 2, 2)), NOON, CONFIG).orElseThrow();

            assertThat(position.isInterpolated()).isFalse();
            assertThat(position.place().latitudeDegrees()).isEqualTo(1);
        }

        @Test
        void isUnknownInsideALongPause() {
            assertThat(
                            PositionAt.of(
                                    List.of(at(0, 1, 1), at(60, 2, 2)), NOON + 30 * MINUTE, CONFIG))
                    .isEmpty();
        }

        @Test
        void isTheNearestEndShortlyAfterATrackEnds() {
            assertThat(PositionAt.of(List.of(at(0, 1, 1)), NOON + 9 * MINUTE, CONFIG)).isPresent();
            assertThat(PositionAt.of(List.of(at(0, 1, 1)), NOON + 11 * MINUTE, CONFIG)).isEmpty();
            assertThat(PositionAt.of(List.of(), NOON, CONFIG)).isEmpty();
        }
    }
}
