package org.fairlead.ais.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fairlead.ais.Nmea;
import org.fairlead.ais.hygiene.HygieneDefaults;
import org.fairlead.ais.vessel.IdentityClaim;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.SourceClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FileDecoderTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");
    private static final int PARTITIONS = 4;

    /// Everything a file gave.
    record Outcome(
            List<NumberedFrame> frames,
            List<IdentityClaim> claims,
            List<RejectedLine> rejects,
            Summary summary) {

        List<Fix> fixes() {
            return frames.stream().flatMap(one -> one.frame().fixes().stream()).toList();
        }
    }

    private static Outcome decode(InputStream in, @Nullable Instant startsAt, IngestConfig config) {
        var facts =
                new FileFacts(
                        "job",
                        "pier",
                        SourceClass.TERRESTRIAL,
                        false,
                        startsAt,
                        NOON.plus(Duration.ofDays(1)));
        var decoder = new FileDecoder(facts, config, HygieneDefaults.PUBLISHED, PARTITIONS, in);
        var frames = new ArrayList<NumberedFrame>();
        var claims = new ArrayList<IdentityClaim>();
        var rejects = new ArrayList<RejectedLine>();
        try {
            Round round;
            do {
                round = decoder.next();
                frames.addAll(round.frames());
                claims.addAll(round.claims());
                rejects.addAll(round.rejects());
            } while (!round.isLast());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Outcome(frames, claims, rejects, decoder.summary());
    }

    private static Outcome decode(Nmea file) {
        return decode(new ByteArrayInputStream(file.bytes()), null, IngestDefaults.SMALL);
    }

    private static Nmea fleet(int ships, int minutes) {
        var file = new Nmea();
        for (int minute = 0; minute < minutes; minute++) {
            for (int ship = 0; ship < ships; ship++) {
                file.position(
                        273000000 + ship, NOON.plusSeconds(60L * minute + ship), 40 + ship, 130);
            }
        }
        return file;
    }

    @Nested
    class ReadAgain {

        /// Hands out as few or many bytes as it likes.
        private static InputStream inPieces(byte[] bytes, Random random) {
            return new FilterInputStream(new ByteArrayInputStream(bytes)) {
                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    return super.read(into, from, Math.min(length, random.nextInt(1, 3000)));
                }
            };
        }

        @Test
        void aFileGivesTheSameFramesAndCountsHoweverItIsHandedOut() {
            var file = fleet(13, 60).line("nonsense").identity(273000001, NOON, 9179842, "A", "B");
            fleet(3, 5).text().lines().forEach(file::line);
            byte[] bytes = file.bytes();
            var once = decode(new ByteArrayInputStream(bytes), null, IngestDefaults.SMALL);

            for (int seed = 0; seed < 20; seed++) {
                var again = decode(inPieces(bytes, new Random(seed)), null, IngestDefaults.SMALL);

                assertThat(again.frames()).isEqualTo(once.frames());
                assertThat(again.summary()).isEqualTo(once.summary());
                assertThat(again.rejects()).isEqualTo(once.rejects());
                assertThat(again.claims()).isEqualTo(once.claims());
            }
            assertThat(once.frames()).hasSizeGreaterThan(100);
            assertThat(once.frames())
                    .extracting(NumberedFrame::sequence)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(once.summary().counts().rejected()).isEqualTo(1);
        }
    }

    @Nested
    class AFix {

        @Test
        void keepsEveryValueAsItWasSent() {
            var outcome = decode(new Nmea().position(273000001, NOON, -12.5, -170.25));

            assertThat(outcome.fixes())
                    .containsExactly(
                            new Fix(
                                    273000001,
                                    NOON.toEpochMilli(),
                                    -7_500_000,
                                    -102_150_000,
                                    123,
                                    456,
                                    46,
                                    0,
                                    -128,
                                    1,
                                    0));
        }

        @Test
        void isNotWhatSaysZeroZero() {
            var outcome = decode(new Nmea().position(273000001, NOON, 0, 0));

            assertThat(outcome.fixes()).isEmpty();
            assertThat(outcome.summary().counts().withoutPosition()).isEqualTo(1);
        }

        @Test
        void isHeardOnceByHoweverManyReceivers() {
            var outcome =
                    decode(
                            new Nmea()
                                    .position(273000001, NOON, 1, 1)
                                    .position(273000001, NOON, 1, 1)
                                    .position(273000001, NOON.plusMillis(900), 1, 1));

            assertThat(outcome.fixes()).hasSize(1);
            assertThat(outcome.summary().counts().duplicates()).isEqualTo(2);
        }

        @Test
        void isHeardAgainAfterElevenSeconds() {
            var later = NOON.plusSeconds(60);
            var outcome =
                    decode(
                            new Nmea()
                                    .position(273000001, NOON, 1, 1)
                                    .position(273000001, later, 1, 1));

            assertThat(outcome.fixes()).hasSize(2);
        }

        @Test
        void hasAShipsNumber() {
            var outcome =
                    decode(
                            new Nmea()
                                    .position(2190067, NOON, 1, 1)
                                    .position(111219501, NOON, 1, 1)
                                    .position(992190001, NOON, 1, 1));

            assertThat(outcome.fixes()).isEmpty();
            assertThat(outcome.summary().counts().notShips()).isEqualTo(3);
        }

        @Test
        void isNotOfTheFuture() {
            var outcome =
                    decode(
                            new Nmea()
                                    .position(
                                            273000001, Instant.parse("2033-01-01T00:00:00Z"), 1, 1)
                                    .position(273000001, NOON, 1, 1));

            assertThat(outcome.fixes()).hasSize(1);
            assertThat(outcome.summary().rejectsByReason()).containsEntry("impossible-time", 1L);
            // A wrong clock must not move the source on: every ship would fall silent.
            assertThat(outcome.frames())
                    .allMatch(one -> one.frame().watermarkMillis() == NOON.toEpochMilli());
        }
    }

    @Nested
    class TheFrames {

        @Test
        void knowHowFarTheSourceHasComeInEveryPartition() {
            var outcome = decode(new Nmea().position(273000001, NOON, 1, 1));

            assertThat(outcome.frames())
                    .extracting(NumberedFrame::partition)
                    .containsExactly(0, 1, 2, 3);
            assertThat(outcome.frames())
                    .allMatch(one -> one.frame().watermarkMillis() == NOON.toEpochMilli());
        }

        @Test
        void beginAnotherRecordingWhenNobodyAtAllWasHeardForHours() {
            var file = fleet(12, 2);
            for (int ship = 0; ship < 12; ship++) {
                file.position(273000000 + ship, NOON.plus(Duration.ofHours(9)), 40 + ship, 130);
            }

            var outcome = decode(file);

            assertThat(outcome.frames().stream().map(one -> one.frame().id().split("/")[0]))
                    .contains("job.1", "job.2");
        }

        @Test
        void areOneRecordingWhenOnlyFewShipsCouldHaveBeenHeard() {
            var outcome =
                    decode(
                            fleet(2, 2)
                                    .position(273000001, NOON.plus(Duration.ofHours(9)), 40, 130));

            assertThat(outcome.frames().stream().map(one -> one.frame().id().split("/")[0]))
                    .containsOnly("job.1");
        }
    }

    @Nested
    class AFileWithoutTimes {

        private final byte[] line =
                "!AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23\n"
                        .getBytes(StandardCharsets.US_ASCII);

        @Test
        void isTimedFromItsStartByTheSecondsInItsReports() {
            var outcome = decode(new ByteArrayInputStream(line), NOON, IngestDefaults.SMALL);

            assertThat(outcome.fixes()).hasSize(1);
            // Second 14 of the report is more than ten ahead: taken for late, never run after.
            assertThat(outcome.fixes().getFirst().epochMillis())
                    .isBetween(NOON.minusSeconds(60).toEpochMilli(), NOON.toEpochMilli());
        }

        @Test
        void isTimedBySecondsThatRunOn() {
            var clock = new SecondClock(NOON.toEpochMilli());

            assertThat(clock.timeOf(5)).isEqualTo(NOON.plusSeconds(5).toEpochMilli());
            assertThat(clock.timeOf(60)).isEqualTo(NOON.plusSeconds(5).toEpochMilli());
            assertThat(clock.timeOf(58)).isEqualTo(NOON.minusSeconds(2).toEpochMilli());
            assertThat(clock.timeOf(15)).isEqualTo(NOON.plusSeconds(15).toEpochMilli());
            for (int second = 20; second < 80; second += 5) {
                assertThat(clock.timeOf(second % 60))
                        .isEqualTo(NOON.plusSeconds(second).toEpochMilli());
            }
        }
    }

    @Test
    void aFileThatUnfoldsToMuchIsReadUpToTheBound() {
        var outcome =
                decode(
                        new ByteArrayInputStream(new byte[10_000_000]),
                        null,
                        new IngestDefaults(7, 50, 1_000_000));

        assertThat(outcome.summary().rejectsByReason()).containsEntry("too-much-decompressed", 1L);
    }
}
