package org.fairlead.ais.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoudnessTest {

    private static final SilenceConfig CONFIG = Defaults.VALUES;

    /// Two partitions with a hundred ships' slots an hour each; from hour 20 to 24 one receiver of
    /// the source was out, and a third of them was heard.
    private static List<SilenceNote.SourceHeard> notes(int partition) {
        var notes = new ArrayList<SilenceNote.SourceHeard>();
        for (int hour = 0; hour < 40; hour++) {
            int slots = hour >= 20 && hour < 24 ? 33 : 100;
            notes.add(new SilenceNote.SourceHeard("pier", hour, slots, partition, hour, false));
        }
        return notes;
    }

    private static Loudness of(List<SilenceNote.SourceHeard> notes) {
        var loudness = Loudness.NONE;
        for (var note : notes) {
            loudness = loudness.heard(note);
        }
        return loudness;
    }

    @Test
    void tellsWhenAPartWasMissing() {
        var notes = notes(0);
        notes.addAll(notes(1));

        assertThat(of(notes).outages(CONFIG))
                .containsExactly(new Loudness.Partial(20, 24, 0.33, 200));
    }

    @Test
    void isTheSameInEveryOrder() {
        var expected = of(concat(notes(0), notes(1)));
        for (int seed = 0; seed < 20; seed++) {
            var notes = concat(notes(0), notes(1));
            Collections.shuffle(notes, new Random(seed));

            assertThat(of(notes)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /// What one partition has told and the other has not yet is no outage.
    @Test
    void waitsForThePartitionThatIsBehind() {
        var notes = concat(notes(0), notes(1).subList(0, 12));

        assertThat(of(notes).outages(CONFIG)).isEmpty();
    }

    @Test
    void doesNotJudgeAnHourThatItsBaselineHasLeft() {
        var loudness = Loudness.NONE;
        for (int hour = 0; hour < 300; hour++) {
            loudness =
                    loudness.heard(new SilenceNote.SourceHeard("pier", hour, 100, 0, hour, false));
        }

        assertThat(loudness.byHour()).hasSizeLessThan(100);
        assertThat(loudness.judgedFrom()).isGreaterThan(loudness.byHour().firstKey());
    }

    private static List<SilenceNote.SourceHeard> concat(
            List<SilenceNote.SourceHeard> some, List<SilenceNote.SourceHeard> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
