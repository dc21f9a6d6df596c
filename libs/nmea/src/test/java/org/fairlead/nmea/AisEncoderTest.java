package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import org.fairlead.nmea.message.AisMessage;
import org.fairlead.nmea.message.AisMessage.ClassAPosition;
import org.fairlead.nmea.message.AisMessage.StaticData;
import org.fairlead.nmea.message.Dimensions;
import org.fairlead.nmea.message.Header;
import org.fairlead.nmea.message.Motion;
import org.fairlead.nmea.message.Position;
import org.fairlead.nmea.message.StaticReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AisEncoderTest {

    static AisMessage[] messages() {
        var header = new Header(24, 0, Lines.MMSI);
        return new AisMessage[] {
            Lines.POSITION,
            Lines.CLASS_B,
            new StaticData(header, StaticReport.partA(Lines.MMSI, "SMALL BOAT")),
            new StaticData(
                    header, StaticReport.partB(Lines.MMSI, "AB12", 37, new Dimensions(8, 2, 1, 2)))
        };
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageSurvivesARoundTrip(AisMessage message) {
        var reading = new AisReader().read(Lines.of(message).getFirst());

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Decoded.class,
                        d -> {
                            assertThat(at(Lines.NOON.toEpochMilli(), message))
                                    .isEqualTo(d.message());
                            assertThat(d.receivedAt()).isEqualTo(Lines.NOON);
                            assertThat(d.source()).isEqualTo("test-1");
                            assertThat(d.channel()).isEqualTo('A');
                        });
    }

    @Test
    void aLongMessageSurvivesInTwoSentences() {
        var lines = Lines.of(Lines.IDENTITY);
        var reader = new AisReader();

        assertThat(lines).hasSize(2).allSatisfy(l -> assertThat(Lines.bare(l)).hasSizeLessThan(83));
        assertThat(reader.read(lines.getFirst())).isInstanceOf(Reading.AwaitingParts.class);
        assertThat(reader.read(lines.getLast()))
                .isInstanceOfSatisfying(
                        Reading.Decoded.class,
                        d ->
                                assertThat(d.message())
                                        .isEqualTo(at(Lines.NOON.toEpochMilli(), Lines.IDENTITY)));
    }

    @Test
    void randomPositionsComeBackWithinOneStep() {
        var random = new Random(20_260_302);
        for (var i = 0; i < 2_000; i++) {
            var position =
                    new Position(random.nextDouble(-90, 90), random.nextDouble(-180, 180), true);
            var motion =
                    new Motion(
                            random.nextInt(1_023) / 10.0,
                            random.nextInt(3_600) / 10.0,
                            random.nextInt(360),
                            random.nextInt(60));
            var sent =
                    new ClassAPosition(
                            new Header(3, 1, random.nextInt(1_000_000_000)),
                            random.nextInt(15),
                            null,
                            position,
                            motion);

            var got =
                    (ClassAPosition)
                            ((Reading.Decoded) new AisReader().read(Lines.of(sent).getFirst()))
                                    .message();

            var place = Objects.requireNonNull(got.position());
            assertThat(got.header()).isEqualTo(sent.header());
            assertThat(got.motion()).isEqualTo(sent.motion());
            assertThat(place.latitudeDegrees())
                    .isCloseTo(position.latitudeDegrees(), within(1 / 1_199_000.0));
            assertThat(place.longitudeDegrees())
                    .isCloseTo(position.longitudeDegrees(), within(1 / 1_199_000.0));
        }
    }

    @Test
    void refusesWhatItCannotWrite() {
        var encoder = new AisEncoder("test", 'A');
        var message = new AisMessage.UtcReport(new Header(4, 0, 1), null, null);

        assertThatThrownBy(() -> encoder.encode(message, Lines.NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot write message 4");
        assertThatThrownBy(() -> new AisEncoder("a,b", 'A')).hasMessageContaining("a,b");
    }

    private static AisMessage at(long epochMillis, AisMessage message) {
        if (!(message instanceof StaticData data)) {
            return message;
        }
        var r = data.report();
        return new StaticData(
                data.header(),
                new StaticReport(
                        r.mmsi(),
                        r.origin(),
                        epochMillis,
                        r.imo(),
                        r.name(),
                        r.callSign(),
                        r.shipType(),
                        r.dimensions(),
                        r.motherShipMmsi(),
                        r.voyage()));
    }
}
