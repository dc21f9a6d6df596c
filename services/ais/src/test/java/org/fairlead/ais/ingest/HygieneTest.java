package org.fairlead.ais.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.fairlead.ais.Nmea;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.nmea.AisEncoder;
import org.fairlead.nmea.message.AisMessage;
import org.fairlead.nmea.message.Header;
import org.fairlead.nmea.message.Motion;
import org.fairlead.nmea.message.Position;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What becomes of reports that cannot be so, from the lines to the frames.
class HygieneTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");
    private static final int SHE = 273000001;

    /// A report of a ship under way, as a receiver with its own clock writes it down.
    private static String heard(
            String receiver, int mmsi, Instant at, Instant written, double latitude, double knots) {
        var message =
                new AisMessage.ClassAPosition(
                        new Header(1, 0, mmsi),
                        0,
                        null,
                        new Position(latitude, 10, true),
                        new Motion(knots, 0.0, 0, at.atOffset(ZoneOffset.UTC).getSecond()));
        return String.join("\n", new AisEncoder(receiver, 'A').encode(message, written)) + "\n";
    }

    private static String heard(int mmsi, Instant at, double latitude, double knots) {
        return heard("pier", mmsi, at, at, latitude, knots);
    }

    @Nested
    class AReportThatSeveralReceiversHeard {

        @Test
        void isOneFixThatKnowsHowMany() {
            var file = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                file.append(heard("r" + i, SHE, NOON, NOON.plusSeconds(i), 50, 12));
            }

            var decoded = Decoded.of(file.toString());

            assertThat(decoded.fixes()).singleElement().returns(3, Fix::receivers);
            assertThat(decoded.summary().counts().duplicates()).isEqualTo(2);
            assertThat(decoded.summary().receivers())
                    .containsEntry("r0", new Summary.Receiver(1, 1))
                    .containsEntry("r2", new Summary.Receiver(1, 0));
        }

        @Test
        void isOneReceiverWhenTheSameOneToldItTwice() {
            var file = heard(SHE, NOON, 50, 12) + heard(SHE, NOON, 50, 12);

            assertThat(Decoded.of(file).fixes()).singleElement().returns(1, Fix::receivers);
        }

        @Test
        void hasTheShipsOwnSecondWhicheverReceiverWasFirst() {
            var early = heard("a", SHE, NOON, NOON.plusSeconds(1), 50, 12);
            var late = heard("b", SHE, NOON, NOON.plusSeconds(4), 50, 12);

            assertThat(Decoded.of(early + late).fixes())
                    .singleElement()
                    .returns(NOON.toEpochMilli(), Fix::epochMillis);
            assertThat(Decoded.of(late + early).fixes())
                    .singleElement()
                    .returns(NOON.toEpochMilli(), Fix::epochMillis);
        }

        /// The log of a drifting ship that a whole coast heard: three quarters of its sentences are
        /// there several times, and of its position reports 1,662 of 2,563, as counted by payload.
        @Test
        void isCountedRightInTheDriftLog() throws IOException {
            Path log = Path.of("../../../shared/data/ais/dma-drift-212123000.nmea");
            assumeTrue(Files.exists(log), "needs " + log);
            byte[] bytes = Files.readAllBytes(log);
            var payloads =
                    new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .lines()
                            .filter(line -> line.startsWith("!"))
                            .map(line -> line.split(",")[5])
                            .toList();

            var decoded = Decoded.of(bytes, null, Instant.now());

            assertThat(1 - payloads.stream().distinct().count() / (double) payloads.size())
                    .isBetween(0.75, 0.77);
            assertThat(decoded.summary().counts().duplicates()).isEqualTo(1662);
            assertThat(decoded.fixes()).hasSize(901).anyMatch(fix -> fix.receivers() >= 3);
            assertThat(decoded.summary().receivers()).hasSizeGreaterThan(1);
        }
    }

    @Nested
    class AFixThatCannotBeReached {

        @Test
        void isDoubtedWhenItStandsAlone() {
            var file =
                    heard(SHE, NOON, 50, 12)
                            + heard(SHE, NOON.plusSeconds(60), 51, 12)
                            + heard(SHE, NOON.plusSeconds(120), 50.006, 12);

            var decoded = Decoded.of(file);

            assertThat(decoded.fixes())
                    .extracting(Fix::latitudeDegrees)
                    .containsExactly(50.0, 50.006);
            assertThat(decoded.doubts("impossible-jump")).isEqualTo(1);
        }

        /// Two ships on one number, or a place that is kept up: that is evidence.
        @Test
        void isKeptFromTheSecondOnWhenOthersAgree() {
            var file = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                file.append(heard(SHE, NOON.plusSeconds(60L * i), 50 + i * 0.003, 12));
                file.append(heard(SHE, NOON.plusSeconds(60L * i + 30), -20 + i * 0.003, 12));
            }

            var decoded = Decoded.of(file.toString());

            assertThat(decoded.fixes()).hasSize(19);
            assertThat(decoded.doubts("impossible-jump")).isEqualTo(1);
        }

        @Test
        void isNoJumpOver180() {
            var nmea =
                    new Nmea()
                            .position(SHE, NOON, 0, 179.999)
                            .position(SHE, NOON.plusSeconds(60), 0, -179.999);

            assertThat(Decoded.of(nmea.text()).fixes()).hasSize(2);
        }

        @Test
        void isNoJumpAfterADay() {
            var file = heard(SHE, NOON, 50, 12) + heard(SHE, NOON.plus(Duration.ofDays(1)), 60, 12);

            assertThat(Decoded.of(file).fixes()).hasSize(2);
        }
    }

    @Nested
    class AValueThatOnlyNoiseSends {

        @Test
        void isCountedUnderItsOwnName() {
            var file =
                    heard(SHE, NOON, 50, 51.2)
                            + heard(SHE + 1, NOON, 50, 63.0)
                            + heard(SHE + 2, NOON, 50, 51.1)
                            + new Nmea().position(SHE + 3, NOON, 0, 0).text();

            var decoded = Decoded.of(file);

            assertThat(decoded.fixes()).singleElement().returns(SHE + 2, Fix::mmsi);
            assertThat(decoded.doubts("noise-speed")).isEqualTo(2);
            assertThat(decoded.doubts("zero-position")).isEqualTo(1);
            assertThat(decoded.rejects())
                    .extracting(RejectedLine::reason)
                    .containsExactlyInAnyOrder("noise-speed", "noise-speed", "zero-position");
        }
    }

    @Nested
    class ALongRangeReport {

        private static String longRange(Instant at) {
            // Message 27 of 273000001 at 50° 10', 10° 0', written by hand below.
            return "\\c:"
                    + at.getEpochSecond()
                    + "*"
                    + checksum("c:" + at.getEpochSecond())
                    + "\\"
                    + sentence()
                    + "\n";
        }

        private static String sentence() {
            var bits = new StringBuilder();
            bits(bits, 27, 6);
            bits(bits, 0, 2);
            bits(bits, SHE, 30);
            bits(bits, 0, 1);
            bits(bits, 0, 1);
            bits(bits, 0, 4);
            bits(bits, 10 * 600, 18);
            bits(bits, 50 * 600 + 10, 17);
            bits(bits, 12, 6);
            bits(bits, 0, 9);
            bits(bits, 0, 1);
            bits(bits, 0, 1);
            var payload = new StringBuilder();
            for (int i = 0; i < bits.length(); i += 6) {
                int value = Integer.parseInt(bits.substring(i, i + 6), 2);
                payload.append((char) (value < 40 ? value + 48 : value + 56));
            }
            String body = "AIVDM,1,1,,A," + payload + ",0";
            return "!" + body + "*" + checksum(body);
        }

        private static void bits(StringBuilder into, int value, int width) {
            String binary = Integer.toBinaryString(value);
            into.append("0".repeat(width - binary.length())).append(binary);
        }

        private static String checksum(String text) {
            int sum = 0;
            for (char c : text.toCharArray()) {
                sum ^= c;
            }
            return "%02X".formatted(sum);
        }

        @Test
        void isNotUsedShortlyAfterABetterFix() {
            var file = heard(SHE, NOON, 50, 12) + longRange(NOON.plusSeconds(1800));

            var decoded = Decoded.of(file);

            assertThat(decoded.fixes()).hasSize(1);
            assertThat(decoded.doubts("long-range")).isEqualTo(1);
        }

        @Test
        void isUsedWhenNothingBetterWasHeardForAnHour() {
            var file = heard(SHE, NOON, 50, 12) + longRange(NOON.plusSeconds(3700));

            assertThat(Decoded.of(file).fixes())
                    .extracting(Fix::messageType)
                    .containsExactly(1, 27);
        }
    }

    @Nested
    class AReceiverWithAWrongClock {

        private static String shared(Duration error) {
            var file = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                var at = NOON.plusSeconds(10L * i);
                double latitude = 50 + i * 0.0005;
                int mmsi = SHE + i % 4;
                file.append(heard("a", mmsi, at, at, latitude, 12));
                file.append(heard("b", mmsi, at, at.plusSeconds(1), latitude, 12));
                file.append(heard("wrong", mmsi, at, at.plus(error), latitude, 12));
            }
            return file.toString();
        }

        @Test
        void isPutRightWhenItIsAnHourOff() {
            var decoded = Decoded.of(shared(Duration.ofHours(-1)));

            assertThat(decoded.doubts("receiver-clock")).isZero();
            // Until the error was seen a few were taken for older reports; then they are the same.
            assertThat(decoded.fixes().stream().filter(fix -> fix.receivers() == 3).count())
                    .isGreaterThan(20);
        }

        @Test
        void isLeftOutWhenItIsOffByAnythingElse() {
            var decoded = Decoded.of(shared(Duration.ofMinutes(-7)));

            assertThat(decoded.doubts("receiver-clock")).isGreaterThan(20);
        }

        @Test
        void isBelievedWithinHalfAMinute() {
            var decoded = Decoded.of(shared(Duration.ofSeconds(8)));

            assertThat(decoded.doubts("receiver-clock")).isZero();
            assertThat(decoded.fixes()).hasSize(30);
            // One may be in a frame that left between two of its receivers.
            assertThat(decoded.fixes().stream().filter(fix -> fix.receivers() == 3).count())
                    .isGreaterThan(26);
        }
    }

    @Nested
    class ALineYearsAhead {

        private static String fleet(Instant from, int minutes) {
            var file = new StringBuilder();
            for (int minute = 0; minute < minutes; minute++) {
                for (int ship = 0; ship < 10; ship++) {
                    file.append(
                            heard(
                                    SHE + ship,
                                    from.plusSeconds(60L * minute + ship),
                                    40
                                            + ship
                                            + Duration.between(NOON, from).toMinutes()
                                                    % 1000
                                                    * 0.003
                                            + minute * 0.003,
                                    12));
                }
            }
            return file.toString();
        }

        @Test
        void movesNothing() {
            var ahead = NOON.plus(Duration.ofDays(700));
            var file =
                    fleet(NOON, 10) + heard(SHE, ahead, 41, 12) + fleet(NOON.plusSeconds(600), 30);

            var decoded = Decoded.of(file);

            assertThat(decoded.watermark()).isEqualTo(NOON.plusSeconds(39 * 60 + 9).toEpochMilli());
            assertThat(decoded.fixes()).hasSize(400);
            assertThat(decoded.doubts("unconfirmed-time")).isEqualTo(1);
        }

        @Test
        void movesNothingAsTheVeryFirstLineEither() {
            var file = heard(SHE, NOON.plus(Duration.ofDays(700)), 41, 12) + fleet(NOON, 10);

            assertThat(Decoded.of(file).watermark())
                    .isEqualTo(NOON.plusSeconds(9 * 60 + 9).toEpochMilli());
        }

        @Test
        void isBelievedWhenThreeTransmittersConfirmIt() {
            var later = NOON.plus(Duration.ofDays(2));

            var decoded = Decoded.of(fleet(NOON, 5) + fleet(later, 5));

            assertThat(decoded.fixes()).hasSize(100);
            assertThat(decoded.watermark()).isEqualTo(later.plusSeconds(4 * 60 + 9).toEpochMilli());
            assertThat(decoded.doubts("unconfirmed-time")).isZero();
        }

        @Test
        void isBelievedOfAShipThatIsHeardAlone() {
            var file = new StringBuilder();
            for (int day = 0; day < 6; day++) {
                file.append(heard(SHE, NOON.plus(Duration.ofDays(day)), 40 + day, 12));
            }

            assertThat(Decoded.of(file.toString()).fixes()).hasSize(6);
        }
    }
}
