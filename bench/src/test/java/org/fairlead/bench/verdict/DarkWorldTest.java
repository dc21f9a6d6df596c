package org.fairlead.bench.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fairlead.seas.distance.GreatCircle;
import org.junit.jupiter.api.Test;

class DarkWorldTest {

    private final DarkWorld world = DarkWorld.made(3, 60, 6);

    @Test
    void aShipIsWhereSheWasLastHeardWhenHerSilenceBegins() {
        assertThat(world.silences()).hasSizeGreaterThan(10);
        for (var silence : world.silences()) {
            var track = world.track(silence);

            assertThat(track.placeAt(silence.startMillis())).isEqualTo(silence.from());
            assertThat(track.placeAt(silence.endMillis())).isEqualTo(silence.to());
        }
    }

    /// What the bench is about: the truth never breaks the bound verdicts rest on.
    @Test
    void noShipIsFasterThanSheIsTakenToBe() {
        for (var silence : world.silences()) {
            var track = world.track(silence);
            long middle = (silence.startMillis() + silence.endMillis()) / 2;
            double hours = (middle - silence.startMillis()) / 3.6e6;

            assertThat(GreatCircle.lowerBoundNauticalMiles(silence.from(), track.placeAt(middle)))
                    .isLessThanOrEqualTo(silence.exclusionKnots() * hours + 1);
        }
    }

    @Test
    void theSameSeedMakesTheSameWorld() {
        assertThat(DarkWorld.made(3, 60, 6).silences())
                .extracting(one -> one.id())
                .isEqualTo(world.silences().stream().map(one -> one.id()).toList());
    }

    @Test
    void reliabilityIsTheShareThatCameTrue() {
        var values = new Reliability(0, 0.5, 1.01);
        values.add(0.2, false, 1);
        values.add(0.4, true, 3);
        values.add(1, true, 1);

        assertThat(values.predicted(0)).isCloseTo(0.35, within(1e-12));
        assertThat(values.observed(0)).isCloseTo(0.75, within(1e-12));
        assertThat(values.error()).isCloseTo(0.4 * 4 / 5, within(1e-12));
        assertThat(values.table("said")).contains("| 0.50 to 1.00 | 1 | 1.00 | 1.00 |");
    }

    @Test
    void theDiagramIsWellFormed() throws Exception {
        var values = new Reliability(0, 0.5, 1.01);
        values.add(0.2, true, 1);

        String svg =
                ReliabilityDiagram.svg(
                        List.of(
                                new ReliabilityDiagram.Panel("even", values, 0),
                                new ReliabilityDiagram.Panel("logarithmic", values, 1e-5)));

        var document =
                javax.xml.parsers.DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new java.io.ByteArrayInputStream(svg.getBytes("UTF-8")));
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(2);
    }
}
