package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.nmea.Lines.CLASS_B;
import static org.fairlead.nmea.Lines.IDENTITY;
import static org.fairlead.nmea.Lines.NOON;
import static org.fairlead.nmea.Lines.POSITION;

import java.time.Instant;
import java.util.List;
import org.fairlead.nmea.message.AisMessage;
import org.fairlead.nmea.message.Motion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AisReaderTest {

    private final AisReader reader = new AisReader();

    private Reading.Decoded decoded(String line) {
        return (Reading.Decoded) reader.read(line);
    }

    @Nested
    class ATime {

        private final String bare = Lines.bare(Lines.of(POSITION).getFirst());

        @Test
        void comesFromTheTagBlockInSeconds() {
            assertThat(decoded(Lines.of(POSITION).getFirst()).receivedAt()).isEqualTo(NOON);
        }

        @Test
        void comesFromTheTagBlockInMilliseconds() {
            var line = new AisEncoder("a", 'B').encode(POSITION, NOON.plusMillis(250)).getFirst();

            assertThat(decoded(line).receivedAt()).isEqualTo(NOON.plusMillis(250));
        }

        @Test
        void comesFromTheTimeSentenceBeforeIt() {
            assertThat(reader.read("\\si:AISD*3F\\"))
                    .isEqualTo(new Reading.Ignored(OtherLine.TAG_BLOCK));
            assertThat(reader.read("$PGHP,1,2013,11,12,12,0,0,11,219,,2190067,1,62*26"))
                    .isEqualTo(new Reading.Ignored(OtherLine.TIME_SENTENCE));

            var reading = decoded("!BSVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*62");

            assertThat(reading.receivedAt()).isEqualTo(Instant.parse("2013-11-12T12:00:00.011Z"));
            assertThat(reading.source()).isEqualTo("2190067");
        }

        @Test
        void isNotTakenFromATimeSentenceMadeForAnotherSentence() {
            assertThat(reader.read("$PGHP,1,2013,11,12,12,0,0,11,219,,2190067,1,62*26"))
                    .isInstanceOf(Reading.Ignored.class);

            assertThat(decoded(bare).receivedAt()).isNull();
        }

        @ParameterizedTest
        @CsvSource({
            "',1357134218', 2013-01-02T13:43:38Z",
            "',1daasd4218,,1357134222', 2013-01-02T13:43:42Z",
            "',1327992119173', 2012-01-31T06:41:59.173Z",
            "',d-109,S2105,t050056.00,T56.1,r003669946,1325394060', 2012-01-01T05:01:00Z"
        })
        void comesFromTheEpochAfterTheSentence(String tail, Instant expected) {
            assertThat(decoded(bare + tail).receivedAt()).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ",", ",123", ",9999999999999999", "'"})
        void isAbsentWhenNothingSaysIt(String tail) {
            assertThat(decoded(bare + tail).receivedAt()).isNull();
        }

        @Test
        void ofATagBlockLineServesOneSentenceOnly() {
            var tag = Lines.of(POSITION).getFirst();
            assertThat(reader.read(tag.substring(0, tag.lastIndexOf('\\') + 1)))
                    .isEqualTo(new Reading.Ignored(OtherLine.TAG_BLOCK));

            assertThat(decoded(bare).receivedAt()).isEqualTo(NOON);
            assertThat(decoded(bare).receivedAt()).isNull();
        }
    }

    @Nested
    class AMessageInParts {

        private final List<String> lines = Lines.of(IDENTITY);

        @Test
        void waitsForThem() {
            assertThat(reader.read(lines.getFirst())).isEqualTo(new Reading.AwaitingParts(1, 2));
            assertThat(decoded(lines.getLast()).message().type()).isEqualTo(5);
        }

        @Test
        void mayComeInAnyOrder() {
            assertThat(reader.read(lines.getLast())).isEqualTo(new Reading.AwaitingParts(1, 2));
            assertThat(decoded(lines.getFirst()).message().type()).isEqualTo(5);
        }

        @Test
        void isNotJoinedAcrossSources() {
            assertThat(reader.read(lines.getFirst())).isInstanceOf(Reading.AwaitingParts.class);
            assertThat(reader.read(Lines.of(IDENTITY, "test-2").getLast()))
                    .isInstanceOf(Reading.AwaitingParts.class);
            assertThat(reader.counts().openParts()).isEqualTo(2);
        }

        @Test
        void isJoinedByItsGroupWhenOnlyTheFirstPartNamesTheSource() {
            assertThat(
                            reader.read(
                                    "\\g:1-2-1278,s:66,c:1661782369*43\\!AIVDM,2,1,3,A,56=nR7D00003A<I@E=@TmDh637OS60mA:222220N1@6427?P00888888,0*66"))
                    .isEqualTo(new Reading.AwaitingParts(1, 2));

            var reading = decoded("\\g:2-2-1278*51\\!AIVDM,2,2,3,A,888888888888880,2*27");

            assertThat(reading.source()).isEqualTo("66");
            assertThat(reading.receivedAt()).isEqualTo(Instant.ofEpochSecond(1_661_782_369));
        }

        @Test
        void isGivenUpAfterTenSecondsOfTheStreamsClock() {
            assertThat(reader.read(lines.getFirst())).isInstanceOf(Reading.AwaitingParts.class);
            var later =
                    new AisEncoder("test-1", 'A').encode(POSITION, NOON.plusSeconds(11)).getFirst();

            assertThat(reader.read(later)).isInstanceOf(Reading.Decoded.class);
            assertThat(reader.read(lines.getLast())).isInstanceOf(Reading.AwaitingParts.class);

            assertThat(reader.takeGivenUp()).containsExactly(new GivenUp(1, Reason.PART_TIMED_OUT));
            assertThat(reader.counts()).isEqualTo(new Counts(3, 1, 1, 1, 0, 1));
        }

        @Test
        void isJoinedAlthoughAnotherSourcesClockIsAnHourAhead() {
            assertThat(reader.read(lines.getFirst())).isInstanceOf(Reading.AwaitingParts.class);
            var ahead =
                    new AisEncoder("test-2", 'A')
                            .encode(POSITION, NOON.plusSeconds(3_600))
                            .getFirst();
            assertThat(reader.read(ahead)).isInstanceOf(Reading.Decoded.class);

            assertThat(reader.read(lines.getLast())).isInstanceOf(Reading.Decoded.class);
        }

        @Test
        void isStillJoinedAtTenSeconds() {
            assertThat(reader.read(lines.getFirst())).isInstanceOf(Reading.AwaitingParts.class);
            var later =
                    new AisEncoder("test-1", 'A').encode(POSITION, NOON.plusSeconds(10)).getFirst();
            assertThat(reader.read(later)).isInstanceOf(Reading.Decoded.class);

            assertThat(reader.read(lines.getLast())).isInstanceOf(Reading.Decoded.class);
        }

        @Test
        void isGivenUpAtTheEnd() {
            assertThat(reader.read(lines.getLast())).isInstanceOf(Reading.AwaitingParts.class);

            reader.finish();

            assertThat(reader.takeGivenUp())
                    .containsExactly(new GivenUp(1, Reason.PART_WITHOUT_START));
            assertThat(reader.counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
        }
    }

    @Nested
    class ALineWithSeveralSentences {

        private final List<String> parts = Lines.of(IDENTITY);

        @Test
        void givesTheMessageWhosePartsStandOnIt() {
            assertThat(decoded(parts.getFirst() + parts.getLast()).message().type()).isEqualTo(5);
        }

        @Test
        void givesEachOfItsMessages() {
            var line = Lines.of(POSITION).getFirst() + Lines.bare(Lines.of(CLASS_B).getFirst());

            assertThat(reader.readAll(line))
                    .hasSize(2)
                    .allMatch(reading -> reading instanceof Reading.Decoded);
        }

        @Test
        void losesOnlyTheOneThatWasCutOff() {
            var good = Lines.bare(Lines.of(POSITION).getFirst());
            var line = good.substring(0, 30) + good;

            assertThat(reader.readAll(line))
                    .satisfiesExactly(
                            cut ->
                                    assertThat(cut)
                                            .isEqualTo(
                                                    new Reading.Rejected(Reason.NO_CHECKSUM, 30)),
                            whole -> assertThat(whole).isInstanceOf(Reading.Decoded.class));
        }
    }

    @Nested
    class AStationsClock {

        private final String bare = Lines.bare(Lines.of(POSITION).getFirst());

        @Test
        void timesTheSentencesThatHaveNoTimeOfTheirOwn() {
            assertThat(reader.read("$PSTT,30A,20131112,120000*6D"))
                    .isEqualTo(new Reading.Ignored(OtherLine.TIME_SENTENCE));

            assertThat(decoded(bare).receivedAt()).isEqualTo(Instant.parse("2013-11-12T12:00:00Z"));
            assertThat(decoded(bare).receivedAt()).isEqualTo(Instant.parse("2013-11-12T12:00:00Z"));
            assertThat(decoded(Lines.of(POSITION).getFirst()).receivedAt()).isEqualTo(NOON);
        }

        @Test
        void isNotAnyOtherSentenceOfThatName() {
            assertThat(reader.read("$PSTT,203,002,V,BSC: BS lost*2B"))
                    .isEqualTo(new Reading.Ignored(OtherLine.OTHER_SENTENCE));

            assertThat(decoded(bare).receivedAt()).isNull();
        }
    }

    @Nested
    class TwoReceiversWithOneSequence {

        private final List<String> ours = Lines.of(IDENTITY, "test-1");
        private final List<String> theirs = Lines.of(IDENTITY, "test-2");

        @Test
        void keepAPartWithoutASourceThatCouldBeEithers() {
            assertThat(reader.read(ours.getFirst())).isInstanceOf(Reading.AwaitingParts.class);
            assertThat(reader.read(theirs.getFirst())).isInstanceOf(Reading.AwaitingParts.class);
            for (var i = 0; i < 3; i++) {
                assertThat(reader.read("# time goes by")).isInstanceOf(Reading.Ignored.class);
            }

            assertThat(reader.read(Lines.bare(ours.getLast())))
                    .isEqualTo(new Reading.AwaitingParts(1, 2));
            assertThat(reader.counts().openParts()).isEqualTo(3);
        }

        @Test
        void giveAPartWithoutASourceToTheOneRightBeforeIt() {
            assertThat(reader.read(ours.getFirst())).isInstanceOf(Reading.AwaitingParts.class);
            assertThat(reader.read(theirs.getFirst())).isInstanceOf(Reading.AwaitingParts.class);

            assertThat(decoded(Lines.bare(theirs.getLast())).source()).isEqualTo("test-2");
        }
    }

    @Nested
    class ALineWithSomethingBefore {

        private static final String SENTENCE = "!BSVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*62";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1707453000 | 2024-02-09T04:30:00Z",
                    "1707453000123, | 2024-02-09T04:30:00.123Z",
                    "1707453000.5: | 2024-02-09T04:30:00.500Z",
                    "2024-02-09T04:30:00Z | 2024-02-09T04:30:00Z",
                    "[2024-02-09 04:30:00.25Z] | 2024-02-09T04:30:00.250Z",
                })
        void hasTheTimeThatStandsThere(String prefix, Instant expected) {
            assertThat(reader.read(prefix + " " + SENTENCE))
                    .isInstanceOfSatisfying(
                            Reading.Decoded.class,
                            read -> assertThat(read.receivedAt()).isEqualTo(expected));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "pier-1:",
                    "2024-02-09 04:30:00",
                    "2024-02-30T04:30:00Z",
                    "2024-13-09T04:30:00Z",
                    "0000-00-00T00:00:00Z",
                    "2024-02-09T04:30:00+08:00",
                    "12345 67"
                })
        void hasNoTimeWhereThatSaysNone(String prefix) {
            assertThat(reader.read(prefix + " " + SENTENCE))
                    .isInstanceOfSatisfying(
                            Reading.Decoded.class, read -> assertThat(read.receivedAt()).isNull());
        }

        @Test
        void hasTheTagBlocksTimeFirst() {
            assertThat(reader.read("1707453000 \\c:1565218798*53\\" + SENTENCE))
                    .isInstanceOfSatisfying(
                            Reading.Decoded.class,
                            read ->
                                    assertThat(read.receivedAt())
                                            .isEqualTo(Instant.ofEpochSecond(1_565_218_798)));
        }

        @Test
        void isJudgedByItsSentence() {
            assertThat(reader.read("1707453000 " + SENTENCE.replace("*62", "*63")))
                    .isInstanceOfSatisfying(
                            Reading.Rejected.class,
                            read -> assertThat(read.reason()).isEqualTo(Reason.CHECKSUM));
        }
    }

    @Nested
    class ABadLine {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "foobar | NOT_NMEA",
                    "!AIVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*63 | CHECKSUM",
                    "!AIVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0 | NO_CHECKSUM",
                    "!AIVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0* | NO_CHECKSUM",
                    "!AIVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*6 | NO_CHECKSUM",
                    "!AIVDM,1,1,,A | NO_CHECKSUM",
                    "\\c:1565218798*54\\!BSVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*62 | TAG_BLOCK_CHECKSUM",
                    "\\c:1565218798*53!BSVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*62 | TAG_BLOCK",
                    "\\ | TAG_BLOCK",
                    "\\c:1565218798\\ | TAG_BLOCK",
                    "$PGHP,1,2013,11,12,12,0,0,11,219,,2190067,1,62*27 | CHECKSUM"
                })
        void isRejectedWithItsReason(String line, Reason reason) {
            assertThat(reader.read(line))
                    .isInstanceOfSatisfying(
                            Reading.Rejected.class,
                            r -> {
                                assertThat(r.reason()).isEqualTo(reason);
                                assertThat(r.column()).isBetween(0, line.length());
                            });
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "AIVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0,0 | 8 | DECODED",
                    "AIVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<0,0 | 8 | TRUNCATED_PAYLOAD",
                    "AIVDM,1,1,,A,1,0 | 8 | TRUNCATED_PAYLOAD",
                    "AIVDM,1,1,,A,,0 | 8 | TRUNCATED_PAYLOAD",
                    "AIVDM,1,1,,A,13@:`L001N0dXd0O6Fp8wW<00<0t,0 | 8 | BAD_ARMOUR",
                    "AIVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,7 | 8 | MALFORMED_FIELDS",
                    "AIVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t | 8 | MALFORMED_FIELDS",
                    "AIVDM,0,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0 | 8 | MALFORMED_FIELDS",
                    "AIVDM,1,2,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0 | 8 | MALFORMED_FIELDS",
                    "AIVDM,1,1,12,A,13@:`L001N0ded0O6Fp8wW<00<0t,0 | 8 | MALFORMED_FIELDS",
                    "AIVDM,1,1,,AB,13@:`L001N0ded0O6Fp8wW<00<0t,0 | 8 | MALFORMED_FIELDS",
                    "AIVDM, | 8 | MALFORMED_FIELDS",
                    "AIVDM,1,1,,A,1?AnkISP1?87kUL=7K968OwL4t3v,0 | 8 | MMSI_RANGE"
                })
        void isRejectedThoughItsChecksumIsRight(String text, int unused, String expected) {
            var reading = reader.read(Lines.sentence(text));

            var outcome = reading instanceof Reading.Rejected r ? r.reason().name() : "DECODED";
            assertThat(outcome).isEqualTo(expected);
        }

        @Test
        void isRejectedWhenLongerThanTheLimit() {
            assertThat(reader.read("!".repeat(4_097)))
                    .isEqualTo(new Reading.Rejected(Reason.TOO_LONG, 0));
        }

        @Test
        void isRejectedWhenItsPayloadIsLongerThanAnyTransmission() {
            var line = Lines.sentence("AIVDM,1,1,,A," + "1".repeat(300) + ",0");

            assertThat(reader.read(line))
                    .returns(Reason.PAYLOAD_TOO_LONG, r -> ((Reading.Rejected) r).reason());
        }

        @Test
        void isNamedByAPlainSentence() {
            assertThat(Reason.values()).allSatisfy(r -> assertThat(r.sentence()).endsWith("."));
        }
    }

    @Nested
    class AValueNotAvailable {

        @Test
        void isAbsent() {
            var nothing =
                    new AisMessage.ClassAPosition(
                            POSITION.header(),
                            null,
                            null,
                            null,
                            new Motion(null, null, null, null));

            assertThat(decoded(Lines.of(nothing).getFirst()).message()).isEqualTo(nothing);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AI", "AB", "BS", "BY", "SA", "SS", "AN", "AD", "--"})
    void readsEveryTalker(String talker) {
        var line = Lines.bare(Lines.of(CLASS_B).getFirst());
        var text = talker + line.substring(3, line.indexOf('*'));

        assertThat(reader.read(Lines.sentence(text))).isInstanceOf(Reading.Decoded.class);
    }

    @Test
    void saysWhenASentenceIsTheReceiversOwnShip() {
        var line = Lines.bare(Lines.of(CLASS_B).getFirst());
        var text = "AIVDO" + line.substring(6, line.indexOf('*'));

        assertThat(decoded(Lines.sentence(text)).isOwnShip()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 10, 12, 13, 14, 15, 16, 17, 20, 22, 23, 25, 26})
    void takesEveryOtherTypeApart(int type) {
        var bits =
                new PayloadWriter().number(type, 6).number(0, 2).number(Lines.MMSI, 30).zeros(130);

        var message = decoded(Lines.sentence("AIVDM,1,1,,A," + bits.armoured() + ",0")).message();

        assertThat(message)
                .isNotInstanceOf(AisMessage.Unrecognised.class)
                .returns(type, AisMessage::type)
                .returns(Lines.MMSI, AisMessage::mmsi);
        assertThat(reader.messagesOfType(type)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 28, 63})
    void keepsTypesNoStandardKnows(int type) {
        var armoured = new PayloadWriter().number(type, 6).zeros(36).armoured();

        var message = decoded(Lines.sentence("AIVDM,1,1,,A," + armoured + ",0")).message();

        assertThat(message)
                .isInstanceOfSatisfying(
                        AisMessage.Unrecognised.class,
                        m -> assertThat(m.payload()).isEqualTo(armoured));
    }
}
