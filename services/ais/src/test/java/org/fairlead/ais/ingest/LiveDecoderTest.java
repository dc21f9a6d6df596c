package org.fairlead.ais.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fairlead.ais.Nmea;
import org.fairlead.ais.hygiene.HygieneDefaults;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.SourceClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveDecoderTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");

    private static LiveDecoder decoder(byte @Nullable [] state) throws IOException {
        return new LiveDecoder(
                new SourceFacts("feed", "pier", SourceClass.TERRESTRIAL, false, "mast"),
                IngestDefaults.SMALL,
                HygieneDefaults.PUBLISHED,
                4,
                300_000,
                1_000,
                state);
    }

    /// Three seconds of a few ships, each line on one of two connections; some twice.
    private static List<String> lines() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            var at = NOON.plusSeconds(i);
            String line =
                    new Nmea().position(273000001 + i % 5, at, 40 + i % 5, 10 + i * 1e-4).text();
            lines.add(line);
            if (i % 3 == 0) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static void take(LiveDecoder decoder, List<String> lines, int from, int to) {
        for (int i = from; i < to; i++) {
            byte[] bytes = lines.get(i).getBytes(StandardCharsets.US_ASCII);
            decoder.take(NOON.toEpochMilli() + i * 700L, i % 2, bytes, 0, bytes.length);
        }
    }

    private static List<Fix> fixes(List<NumberedFrame> frames) {
        return frames.stream().flatMap(one -> one.frame().fixes().stream()).toList();
    }

    @Test
    void givesTheSameFramesAgainFromTheSameState() throws IOException {
        var lines = lines();
        var first = decoder(null);
        take(first, lines, 0, 30);
        byte[] state = first.pause();
        var unused = first.round();
        var once = decoder(state);
        take(once, lines, 30, lines.size());
        byte[] end = once.pause();
        var again = decoder(state);
        take(again, lines, 30, lines.size());

        assertThat(again.pause()).isEqualTo(end);
        assertThat(again.round().frames()).isEqualTo(once.round().frames());
    }

    /// Wherever the recording ends, nothing is lost and nothing doubled: also not the report that
    /// is heard once on each side.
    @Test
    void givesTheSameFixesWhereverARecordingEnds() throws IOException {
        var lines = lines();
        var whole = decoder(null);
        take(whole, lines, 0, lines.size());
        var unused = whole.pause();
        var wanted = fixes(whole.round().frames());
        var random = new Random(5);
        for (int round = 0; round < 20; round++) {
            int cut = random.nextInt(1, lines.size());
            var before = decoder(null);
            take(before, lines, 0, cut);
            byte[] state = before.pause();
            var after = decoder(state);
            take(after, lines, cut, lines.size());
            unused = after.pause();
            var frames = new ArrayList<>(before.round().frames());
            frames.addAll(after.round().frames());

            assertThat(fixes(frames))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("receivers")
                    .containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(frames)
                    .extracting(NumberedFrame::sequence)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void passesOnWhenTimeHasPassedByTheRecords() throws IOException {
        var decoder = decoder(null);
        take(decoder, lines(), 0, 1);
        assertThat(decoder.round().frames()).isEmpty();

        decoder.take(NOON.toEpochMilli() + 1_000, 0, new byte[0], 0, 0);

        assertThat(fixes(decoder.round().frames())).hasSize(1);
    }

    @Test
    void namesTheReceiverOfLinesThatDoNot() throws IOException {
        var decoder = decoder(null);
        byte[] line =
                "!AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23\n"
                        .getBytes(StandardCharsets.US_ASCII);

        decoder.take(NOON.toEpochMilli(), 0, line, 0, line.length);

        assertThat(decoder.summary().receivers()).containsOnlyKeys("mast");
    }

    @Test
    void refusesTimesFarAheadOfTheirArrival() throws IOException {
        var decoder = decoder(null);
        byte[] line =
                new Nmea()
                        .position(273000001, NOON.plusSeconds(600), 1, 1)
                        .text()
                        .getBytes(StandardCharsets.US_ASCII);

        decoder.take(NOON.toEpochMilli(), 0, line, 0, line.length);

        assertThat(decoder.summary().rejectsByReason()).containsEntry("impossible-time", 1L);
    }
}
