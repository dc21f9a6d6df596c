package org.fairlead.ais.silence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.ais.silence.DrivenSilences.voyage;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.fairlead.ais.sea.Sea;
import org.fairlead.ais.sea.SeaMiles;
import org.fairlead.contracts.ais.SilenceFacts;
import org.fairlead.seas.distance.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the sea and the shore tell of a silence.
class SilenceAtSeaTest {

    private static final int SHE = 273000001;

    /// A sea on which every way is twice as long as the straight one.
    private record Roundabout(double offshore) implements Sea {

        @Override
        public SeaMiles miles() {
            return new SeaMiles() {
                @Override
                public double atLeast(Place from, Place to) {
                    return 2 * GREAT_CIRCLE.atLeast(from, to);
                }

                @Override
                public String basis() {
                    return SEA_BASIS;
                }
            };
        }

        @Override
        public OptionalDouble offshore(Place place, double limitNauticalMiles) {
            return offshore <= limitNauticalMiles
                    ? OptionalDouble.of(offshore)
                    : OptionalDouble.empty();
        }
    }

    private static SilenceFacts facts(Path directory, double offshore, double hours) {
        try (var sea =
                new DrivenSilences(
                        directory,
                        List.of(DrivenSilences.silences(new Roundabout(offshore))),
                        List.of())) {
            sea.hear("a.1", 12, voyage(SHE, 0, 12, 40, 130));
            sea.hear("a.1", 14 + hours, voyage(SHE, 12 + hours, 14 + hours, 40, 133));
            sea.settle();
            return requireNonNull(sea.newestOf(SHE).getFirst().facts());
        }
    }

    @Test
    void aLongOneFarFromShoreMeetsTheRuleOfGlobalFishingWatch(@TempDir Path directory) {
        assertThat(facts(directory, 60, 14))
                .returns(true, SilenceFacts::globalFishingWatch)
                .returns(60.0, SilenceFacts::shoreNauticalMiles);
    }

    @Test
    void oneNearShoreDoesNot(@TempDir Path directory) {
        assertThat(facts(directory, 49, 14)).returns(false, SilenceFacts::globalFishingWatch);
    }

    @Test
    void aShortOneDoesNot(@TempDir Path directory) {
        assertThat(facts(directory, 60, 10)).returns(false, SilenceFacts::globalFishingWatch);
    }

    @Test
    void beyondTwoHundredMilesNothingIsMeasured(@TempDir Path directory) {
        assertThat(facts(directory, 300, 14))
                .returns(SilenceFacts.FAR_FROM_SHORE, SilenceFacts::shoreNauticalMiles);
    }

    @Test
    void slackIsLeftByTheWayBySea(@TempDir Path directory) {
        var facts = facts(directory, 60, 14);

        assertThat(facts.distanceBasis()).isEqualTo(SilenceFacts.SEA);
        assertThat(requireNonNull(facts.slackHours()))
                .isEqualTo(
                        Math.round((14 - requireNonNull(facts.distanceNauticalMiles()) / 25) * 2)
                                / 2.0,
                        org.assertj.core.api.Assertions.within(0.3));
    }
}
