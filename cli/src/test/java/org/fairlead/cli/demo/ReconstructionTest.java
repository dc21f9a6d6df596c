package org.fairlead.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.nmea.identity.ImoNumber;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReconstructionTest {

    private final SyntheticShip angara =
            Reconstruction.ships().stream()
                    .filter(ship -> ship.mmsi() == Reconstruction.ANGARA_MMSI)
                    .findFirst()
                    .orElseThrow();

    @Nested
    class TheReferenceShip {

        @Test
        void transmitsForLessThanAnHourInTheKoreaStraitBetweenTwoSilences() {
            var blip = angara.stretches().get(4);

            assertThat(Duration.between(blip.from(), blip.to())).isLessThan(Duration.ofHours(1));
            assertThat(Duration.between(angara.stretches().get(3).to(), blip.from()))
                    .isGreaterThan(Duration.ofDays(30));
            assertThat(Duration.between(blip.to(), angara.stretches().get(5).from()))
                    .isGreaterThan(Duration.ofDays(3));
        }

        @Test
        void isSilentOnTheDayOfEverySightingButTheLast() {
            for (String seen :
                    List.of(
                            "2023-09-07T12:00:00Z",
                            "2023-09-12T02:30:00Z",
                            "2024-01-14T02:10:00Z",
                            "2024-01-17T02:20:00Z")) {
                assertThat(transmitsAt(Instant.parse(seen))).as(seen).isFalse();
            }
            assertThat(transmitsAt(Instant.parse("2024-02-11T12:00:00Z"))).isTrue();
        }

        @Test
        void neverSailsFasterThanARoRoShipCan() {
            var waypoints = new ArrayList<Waypoint>();
            angara.stretches().forEach(stretch -> waypoints.addAll(stretch.waypoints()));
            for (int i = 1; i < waypoints.size(); i++) {
                var from = waypoints.get(i - 1);
                var to = waypoints.get(i);
                double north = (to.latitudeDegrees() - from.latitudeDegrees()) * 60;
                double east =
                        (to.longitudeDegrees() - from.longitudeDegrees())
                                * 60
                                * Math.cos(Math.toRadians(from.latitudeDegrees()));
                double hours = Duration.between(from.at(), to.at()).toMinutes() / 60.0;

                assertThat(Math.hypot(north, east) / hours).as(from + " to " + to).isLessThan(16);
            }
        }

        private boolean transmitsAt(Instant at) {
            return angara.stretches().stream()
                    .anyMatch(stretch -> !at.isBefore(stretch.from()) && !at.isAfter(stretch.to()));
        }
    }

    @Test
    void noOtherShipBearsTheNumberOfARealOne() {
        assertThat(Reconstruction.ships())
                .filteredOn(ship -> ship.mmsi() != Reconstruction.ANGARA_MMSI)
                .allSatisfy(ship -> assertThat(ship.imo()).isNull())
                .allSatisfy(ship -> assertThat(ship.name()).startsWith("SYNTHETIC"));
        assertThat(ImoNumber.isValid(Reconstruction.ANGARA_IMO)).isTrue();
    }

    @Nested
    class TheFeed {

        private final String feed =
                new String(
                        new SyntheticFeed().write(Reconstruction.ships()),
                        StandardCharsets.US_ASCII);

        @Test
        void isTheSameBytesEachTime() {
            assertThat(new SyntheticFeed().write(Reconstruction.ships()))
                    .isEqualTo(feed.getBytes(StandardCharsets.US_ASCII));
        }

        @Test
        void namesItsSourceSyntheticInEverySentence() {
            assertThat(feed.lines())
                    .hasSizeGreaterThan(20_000)
                    .allMatch(line -> line.startsWith("\\s:SYNTHETIC,c:"));
        }
    }

    @Test
    void sendsTheFactsOfTheReferenceCase() {
        assertThat(DemoCase.inventory())
                .containsEntry("sightings", 5)
                .containsEntry("listings", 3)
                .containsEntry("facts", 9);
    }
}
