package org.fairlead.ais.conduct;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.fairlead.ais.Configured;
import org.fairlead.ais.anomaly.AnomalyConfig;
import org.fairlead.ais.anomaly.ZoneRule;
import org.fairlead.ais.derivation.Activity;
import org.fairlead.ais.derivation.Outlet;
import org.fairlead.ais.encounter.EncounterConfig;
import org.fairlead.ais.finding.FindingJson;
import org.fairlead.ais.loitering.LoiteringConfig;
import org.fairlead.ais.portcall.Harbours;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.sample.SampleConfig;
import org.fairlead.contracts.ais.ActivityDetails.Cloning;
import org.fairlead.contracts.ais.ReportedFix;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.VesselRef;
import org.junit.jupiter.api.Test;

class MeetingsTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");

    /// `kafka-streams.producer.max.request.size`; what a book remembers is bounded to four times
    /// what is told here.
    private static final int KAFKA_TAKES_BYTES = 4_194_304;

    private final Meetings meetings =
            new Meetings(
                    new RuleSet(
                            Configured.defaults(SampleConfig.class),
                            Configured.defaults(PortCallConfig.class),
                            Configured.defaults(LoiteringConfig.class),
                            Configured.defaults(AnomalyConfig.class),
                            Configured.defaults(EncounterConfig.class),
                            Harbours.NONE));
    private final Random random = new Random(7);
    private final List<Activity> published = new ArrayList<>();

    private final Outlet outlet =
            new Outlet() {
                @Override
                public void publish(Activity activity) {
                    published.add(activity);
                }

                @Override
                public void toCell(long cell, byte[] note) {
                    throw new AssertionError("zones tell no cell");
                }

                @Override
                public VesselRef vessel(int mmsi) {
                    return new VesselRef("" + mmsi, "SHIP " + mmsi, null);
                }
            };

    private ReportedPosition position(Duration after) {
        return new ReportedPosition(
                NOON.plus(after),
                30.2 + random.nextDouble() / 2,
                124.2 + random.nextDouble() / 2,
                12.3,
                200.1);
    }

    /// As [org.fairlead.ais.anomaly.StrandRule] finds them, with all that they rest on.
    private org.fairlead.contracts.ais.Activity cloning(int mmsi) {
        var start = position(Duration.ofSeconds(random.nextInt(3600)));
        var fixes = new ArrayList<ReportedFix>();
        for (int i = 0; i < 12; i++) {
            var at = position(Duration.ofMinutes(5L * i));
            fixes.add(
                    new ReportedFix(
                            "" + mmsi,
                            at.at(),
                            at.latitudeDegrees(),
                            at.longitudeDegrees(),
                            random.nextInt(200) / 10.0,
                            "pier"));
        }
        return new org.fairlead.contracts.ais.Activity(
                new UUID(random.nextLong(), random.nextLong()),
                1,
                null,
                org.fairlead.contracts.ais.Activity.State.OPEN,
                outlet.vessel(mmsi),
                List.of(),
                start.at(),
                null,
                start,
                null,
                0,
                new Cloning(61.5, 240.1, position(Duration.ofHours(1)), "ship", null),
                "Two tracks under one MMSI, 240 nautical miles apart, for 62 minutes.",
                false,
                List.of("pier"),
                Map.of(
                        "ais.anomaly.cloning-overlaps", "PT1H",
                        "ais.anomaly.teleport-above-knots", "60.0",
                        "ais.anomaly.raised-after", "3"),
                fixes,
                NOON);
    }

    @Test
    void whatAPlaceRemembersOfHundredsOfShipsJammedThereFitsIntoARecordOfKafka() {
        Meetings.State state = null;
        for (int n = 0; n < 600; n++) {
            var one = cloning(200_000_000 + n);
            int cell = ZoneRule.homeOf(requireNonNull(one.start()));
            state =
                    meetings.on(
                            state,
                            Meetings.zoneKey(cell),
                            FindingJson.write(one),
                            NOON.toEpochMilli(),
                            outlet);
        }

        byte[] bytes = meetings.encode(requireNonNull(state));

        assertThat(published).isNotEmpty();
        assertThat(bytes.length).isLessThan(KAFKA_TAKES_BYTES / 4);
        assertThat(meetings.decode(bytes)).isEqualTo(state);
        assertThat(((Meetings.ZoneState) state).known()).hasSize(500);
    }

    @Test
    void whatWasWrittenBeforeLargeStatesWereDeflatedIsRead() {
        var small = new Meetings.ZoneState(List.of(cloning(273_000_001)), List.of());
        byte[] bytes = meetings.encode(small);

        assertThat(bytes[0]).isEqualTo((byte) '{');
        assertThat(meetings.decode(bytes)).isEqualTo(small);
    }
}
