package org.fairlead.association.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.fairlead.association.hull.HullKnown;
import org.fairlead.association.hull.HullSeen;
import org.fairlead.association.region.WaterShare;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.water.WaterGraph;
import org.junit.jupiter.api.Test;

/// The example in `docs/reference/verdicts.md` comes out as it says there.
class WorkedExampleTest {

    private static final Path PAGE = Path.of("../../docs/reference/verdicts.md");
    private static final WaterGraph GRAPH =
            WaterGraph.openOrBuild(Path.of("../seas/target/graph/seas.graph"));

    private static final IndexedSilence NEIGHBOUR =
            silence(
                    1,
                    "2024-01-12T15:00:00Z",
                    new Place(42.450, 132.700),
                    "2024-01-18T09:00:00Z",
                    new Place(42.430, 132.650),
                    118);
    private static final IndexedSilence ANGARA =
            silence(
                    2,
                    "2024-01-03T06:00:00Z",
                    new Place(42.590, 132.380),
                    "2024-02-05T19:20:00Z",
                    new Place(35.020, 129.640),
                    122);

    private static IndexedSilence silence(
            long id, String start, Place from, String end, Place to, int length) {
        return new IndexedSilence(
                new UUID(0, id),
                "ship" + id,
                Instant.parse(start).toEpochMilli(),
                Instant.parse(end).toEpochMilli(),
                from,
                to,
                20,
                13,
                new HullKnown(new int[] {length}, null, 70),
                false);
    }

    private static final class Figures {

        private final StringBuilder text = new StringBuilder();

        void add(String format, Object... values) {
            text.append(String.format(Locale.ROOT, format, values)).append('\n');
        }

        List<String> lines() {
            return text.toString().lines().toList();
        }
    }

    private static Figures figures() {
        var sea = GRAPH.distances(Set.of());
        var rajin = new Place(42.233, 130.3);
        long at = Instant.parse("2024-01-14T02:10:00Z").toEpochMilli();
        var question =
                new Question(
                        rajin,
                        at,
                        at,
                        1 + 3 * 300 / 1852.0,
                        HullSeen.ofLength(123.0, 8.0),
                        new Question.LengthGate(0.2, 24));
        var index = new SilenceIndex();
        index.put(Tied.of(NEIGHBOUR, sea));
        index.put(Tied.of(ANGARA, sea));
        var ranker = new Ranker(RankSettings.DEFAULTS, WaterShare.of(GRAPH.land()));
        var field = sea.around(rajin, Double.MAX_VALUE);
        var ranking = ranker.rank(index.snapshot(), question, field, Ranker.Absence.NONE);
        var figures = new Figures();
        for (var candidate : ranking.candidates()) {
            var way = candidate.passage();
            var parts = candidate.parts();
            figures.add("| last report to Rajin, at least, nm | %.1f |", way.milesIn());
            figures.add("| Rajin to next report, at least, nm | %.1f |", way.milesOut());
            figures.add("| hours before, after | %.1f, %.1f |", way.hoursIn(), way.hoursOut());
            figures.add(
                    "| hours to spare, arrival, departure | %.1f, %.1f |",
                    way.hoursIn() - way.milesIn() / 20, way.hoursOut() - way.milesOut() / 20);
            figures.add(
                    "| `A(plausible)`, `A(fastest)`, square nm | %,.0f, %,.0f |",
                    parts.plausibleAreaSquareNauticalMiles(),
                    parts.widestAreaSquareNauticalMiles());
            figures.add("| density, a million square nm | %.3f |", parts.density() * 1e6);
            figures.add("| hull | %.2f |", parts.hull().product());
            figures.add("| weight, a million square nm | %.2f |", candidate.weight() * 1e6);
            figures.add("| posterior | %.4f |", candidate.posterior());
            figures.add("| among the silent | %.3f |", candidate.posteriorAmongSilent());
            figures.add(
                    "| chance rate | %.3f |",
                    ranker.chanceRate(
                            index.snapshot(), candidate.silence().mmsi(), question, field));
        }
        figures.add("is left with %.4f", ranking.never());
        return figures;
    }

    @Test
    void comesOutAsThePageSays() throws IOException {
        var page = Files.readString(PAGE);

        assertThat(figures().lines())
                .hasSize(23)
                .allSatisfy(line -> assertThat(page).contains(line));
    }
}
