package org.fairlead.ais.anomaly;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.fairlead.ais.Configured;
import org.fairlead.ais.finding.Finding;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails.PositionZone;
import org.fairlead.contracts.ais.ActivityDetails.Teleport;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.VesselRef;
import org.junit.jupiter.api.Test;

class ZoneRuleTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");

    private final ZoneRule rule = new ZoneRule(Configured.defaults(AnomalyConfig.class));

    private static Activity jump(int mmsi, Duration after, double latitude, double longitude) {
        var start = new ReportedPosition(NOON.plus(after), latitude, longitude, null, null);
        return new Activity(
                new UUID(mmsi, after.toSeconds()),
                1,
                null,
                Activity.State.ENDED,
                new VesselRef("" + mmsi, null, null),
                List.of(),
                start.at(),
                start.at(),
                start,
                start,
                0,
                new Teleport(240, 5, 2880, "ship", null),
                "240 nautical miles in 5 minutes.",
                false,
                List.of("pier"),
                Map.of(),
                List.of(),
                NOON);
    }

    private static ReportedPosition startOf(Activity activity) {
        return requireNonNull(activity.start());
    }

    private List<Finding> on(List<Activity> known) {
        return rule.on(ZoneRule.homeOf(startOf(known.getFirst())), known);
    }

    private static String attribution(Finding finding) {
        return ((Teleport) finding.details()).attribution();
    }

    @Test
    void threeShipsNearEachOtherAreAttributedToTheArea() {
        var found =
                on(
                        List.of(
                                jump(273000001, Duration.ZERO, 30.2, 124.2),
                                jump(273000002, Duration.ofMinutes(30), 30.4, 124.3),
                                jump(273000003, Duration.ofMinutes(60), 30.3, 124.1)));

        assertThat(found).hasSize(4);
        assertThat(found.getFirst().details())
                .isInstanceOfSatisfying(
                        PositionZone.class,
                        zone -> {
                            assertThat(zone.ships()).isEqualTo(3);
                            assertThat(zone.latitudeDegrees()).isBetween(30.29, 30.31);
                            assertThat(zone.activityIds()).hasSize(3);
                        });
        assertThat(found.getFirst().vessel()).isNull();
        assertThat(found.subList(1, 4))
                .allSatisfy(one -> {
                    assertThat(attribution(one)).isEqualTo("area");
                    assertThat(((Teleport) one.details()).zoneId())
                            .isEqualTo(found.getFirst().id());
                });
    }

    @Test
    void twoShipsAreNot() {
        var found =
                on(
                        List.of(
                                jump(273000001, Duration.ZERO, 30.2, 124.2),
                                jump(273000001, Duration.ofMinutes(10), 30.2, 124.2),
                                jump(273000002, Duration.ofMinutes(30), 30.4, 124.3)));

        assertThat(found)
                .hasSize(3)
                .allSatisfy(one -> assertThat(attribution(one)).isEqualTo("ship"));
    }

    @Test
    void norAreThreeOnOneDayFarFromEachOtherInTime() {
        assertThat(
                        on(
                                List.of(
                                        jump(273000001, Duration.ZERO, 30.2, 124.2),
                                        jump(273000002, Duration.ofHours(5), 30.4, 124.3),
                                        jump(273000003, Duration.ofHours(10), 30.3, 124.1))))
                .allSatisfy(one -> assertThat(attribution(one)).isEqualTo("ship"));
    }

    @Test
    void aZoneMayLieAcrossTheAntimeridianAndABorderOfCells() {
        var east = jump(273000001, Duration.ZERO, 29.9, 179.9);
        var west = jump(273000002, Duration.ZERO, 30.1, -179.9);
        var further = jump(273000003, Duration.ZERO, 30.05, -179.8);
        int home = ZoneRule.homeOf(startOf(east));

        assertThat(rule.cellsOf(startOf(west))).contains(home);
        assertThat(rule.cellsOf(startOf(further))).contains(home);
        assertThat(rule.on(home, List.of(east, west, further)))
                .hasSize(2)
                .anySatisfy(one ->
                        assertThat(one.details())
                                .isInstanceOfSatisfying(
                                        PositionZone.class,
                                        zone ->
                                                assertThat(Math.abs(zone.longitudeDegrees()))
                                                        .isGreaterThan(179.8)));
    }

    @Test
    void isTheSameInEveryOrder() {
        var known = new ArrayList<Activity>();
        var random = new Random(4);
        for (int i = 0; i < 12; i++) {
            known.add(
                    jump(
                            273000001 + i,
                            Duration.ofMinutes(random.nextInt(500)),
                            30 + random.nextDouble() * 0.99,
                            124 + random.nextDouble() * 0.99));
        }
        var first = on(known);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(known, random);

            assertThat(on(known)).isEqualTo(first);
        }
    }
}
