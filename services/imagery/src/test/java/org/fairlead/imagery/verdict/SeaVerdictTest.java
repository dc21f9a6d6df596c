package org.fairlead.imagery.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.contracts.imagery.Verdict.Outcome;
import org.fairlead.imagery.silence.KnownSilence;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Ports;
import org.fairlead.seas.water.SeaDistance;
import org.fairlead.seas.water.WaterGraph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the sea adds to the straight line: the real graph, the reference case's waters. Without a
/// stated type the exclusion speed is 26 kn.
class SeaVerdictTest {

    private static final SeaDistance SEA =
            WaterGraph.openOrBuild(Path.of("../../libs/seas/target/graph/seas.graph"))
                    .distances(Set.of());

    private final VerdictRule rule = new VerdictRule(TestVerdictConfig.DEFAULTS);
    private final Ruler sea = new SeaRuler(SEA);

    private final ReportedPosition offVladivostok = report("2024-01-10T00:00:00Z", 42.9, 131.9);
    private final ReportedPosition inTheKoreaStrait = report("2024-01-12T00:00:00Z", 34.6, 129.5);

    private Judgement.Reached judged(Sighting sighting, KnownSilence silence, Ruler ruler) {
        return (Judgement.Reached) rule.judge(sighting, silence, ruler);
    }

    @Test
    void nampoIsExcludedBySeaThoughAStraightLineAdmitsIt() {
        var silence = silence(offVladivostok, inTheKoreaStrait);
        var nampo = sighting("2024-01-11T02:00:00Z", 38.717, 125.4);

        assertThat(rule.judge(nampo, silence))
                .isInstanceOfSatisfying(
                        Judgement.Reached.class,
                        straight -> assertThat(straight.outcome()).isEqualTo(Outcome.CONSISTENT));
        var bySea = judged(nampo, silence, sea);
        assertThat(bySea.outcome()).isEqualTo(Outcome.EXCLUDED);
        assertThat(bySea.method()).isEqualTo(Verdict.SEA_LOWER_BOUND);
        assertThat(bySea.explanation())
                .contains("by sea (a plausible way is")
                .contains("No way by sea is shorter than that");
        assertThat(bySea.margins().pathFromStartNauticalMiles())
                .isGreaterThan(bySea.margins().lowerBoundFromStartNauticalMiles());
    }

    @Test
    void rajinStaysConsistentWithBothFigures() {
        var rajin = sighting("2024-01-10T12:00:00Z", 42.233, 130.3);

        var verdict = judged(rajin, silence(offVladivostok, inTheKoreaStrait), sea);

        assertThat(verdict.outcome()).isEqualTo(Outcome.CONSISTENT);
        assertThat(verdict.margins().pathFromStartNauticalMiles()).isBetween(75.0, 100.0);
    }

    @Test
    void whatTheStraightLineExcludesIsNotMeasuredBySea() {
        var zhoushan = sighting("2024-01-10T06:00:00Z", 30.15, 122.2);

        var verdict = judged(zhoushan, silence(offVladivostok, inTheKoreaStrait), sea);

        assertThat(verdict.outcome()).isEqualTo(Outcome.EXCLUDED);
        assertThat(verdict.method()).isEqualTo(Verdict.GREAT_CIRCLE_LOWER_BOUND);
    }

    @Test
    void tenHoursAfterTheTransmitterCameBackIsNotInTheSilence() {
        var rajin = sighting("2024-01-12T10:00:00Z", 42.233, 130.3);

        assertThat(rule.judge(rajin, silence(offVladivostok, inTheKoreaStrait), sea))
                .isInstanceOf(Judgement.NotInSilence.class);
    }

    @Test
    void aShipThatSailedTheWayIsNeverExcluded() {
        var ports = Ports.register().all().stream().filter(port -> port.isSilent()).toList();
        var random = new Random(1718);
        int sailed = 0;
        for (int run = 0; run < 60; run++) {
            var from = ports.get(random.nextInt(ports.size())).place();
            var over = ports.get(random.nextInt(ports.size())).place();
            var to = ports.get(random.nextInt(ports.size())).place();
            var in = SEA.between(from, over);
            var out = SEA.between(over, to);
            if (in.isEmpty() || out.isEmpty()) {
                continue;
            }
            sailed++;
            // At 25 of the 26 kn she may do, over the plausible way, without a stop.
            long inSeconds = Math.round(in.get().pathNauticalMiles() / 25 * 3600) + 60;
            long outSeconds = Math.round(out.get().pathNauticalMiles() / 25 * 3600) + 60;
            Instant start = Instant.parse("2024-03-01T00:00:00Z");
            var silence =
                    silence(
                            report(start, from),
                            report(start.plusSeconds(inSeconds + outSeconds), to));
            var seen =
                    sighting(
                            start.plusSeconds(inSeconds).toString(),
                            over.latitudeDegrees(),
                            over.longitudeDegrees());

            for (Ruler ruler : List.of(sea, new FieldRuler(SEA.around(over, Double.MAX_VALUE)))) {
                assertThat(judged(seen, silence, ruler).outcome())
                        .as("%s over %s to %s", from, over, to)
                        .isNotEqualTo(Outcome.EXCLUDED);
            }
        }
        assertThat(sailed).isGreaterThan(30);
    }

    private static ReportedPosition report(String at, double latitude, double longitude) {
        return report(Instant.parse(at), new Place(latitude, longitude));
    }

    private static ReportedPosition report(Instant at, Place place) {
        return new ReportedPosition(
                at, place.latitudeDegrees(), place.longitudeDegrees(), 11.0, null);
    }

    private static KnownSilence silence(ReportedPosition start, @Nullable ReportedPosition end) {
        return new KnownSilence(
                new Silence(
                        UUID.randomUUID(),
                        1,
                        null,
                        Silence.State.REAPPEARED,
                        new VesselRef("273000001", null, null),
                        start,
                        end,
                        48,
                        60.0,
                        Silence.UNCLASSIFIED,
                        "Test.",
                        true,
                        List.of("test"),
                        Map.of(),
                        start.at()),
                null);
    }

    private static Sighting sighting(String at, double latitude, double longitude) {
        return new Sighting(
                UUID.randomUUID(),
                1,
                Sighting.State.RECORDED,
                Instant.parse(at),
                Instant.parse(at),
                latitude,
                longitude,
                500,
                null,
                null,
                null,
                null,
                "optical",
                "test",
                null,
                true);
    }
}
