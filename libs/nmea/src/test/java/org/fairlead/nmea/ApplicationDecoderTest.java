package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairlead.nmea.message.AisMessage;
import org.fairlead.nmea.message.Application;
import org.junit.jupiter.api.Test;

class ApplicationDecoderTest {

    private final AisReader reader = new AisReader();

    private AisMessage read(PayloadWriter bits) {
        var text = "AIVDM,1,1,,A,%s,%d".formatted(bits.armoured(), bits.fillBits());
        return ((Reading.Decoded) reader.read(Lines.sentence(text))).message();
    }

    private Application broadcast(PayloadWriter contents) {
        return ((AisMessage.BroadcastBinary) read(contents)).application();
    }

    private static PayloadWriter start(int area, int function) {
        return new PayloadWriter()
                .number(8, 6)
                .zeros(2)
                .number(Lines.MMSI, 30)
                .zeros(2)
                .number(area, 10)
                .number(function, 6);
    }

    @Test
    void readsTheWeather() {
        var bits =
                start(1, 31)
                        .number(25 * 60_000, 25)
                        .number(-10 * 60_000, 24)
                        .flag(true)
                        .number(9, 5)
                        .number(15, 5)
                        .number(18, 6)
                        .number(23, 7)
                        .number(127, 7)
                        .zeros(234);

        assertThat(broadcast(bits))
                .isInstanceOfSatisfying(
                        Application.Weather.class,
                        weather -> {
                            assertThat(weather.longitudeDegrees()).isEqualTo(25.0);
                            assertThat(weather.latitudeDegrees()).isEqualTo(-10.0);
                            assertThat(weather.observedAt()).isEqualTo("09T15:18Z");
                            assertThat(weather.values())
                                    .containsEntry("windSpeedKnots", 23)
                                    .doesNotContainKey("gustSpeedKnots");
                        });
    }

    @Test
    void readsTheAreasOfANotice() {
        var bits =
                start(1, 22)
                        .number(7, 10)
                        .number(23, 7)
                        .number(3, 4)
                        .number(15, 5)
                        .number(8, 5)
                        .zeros(6)
                        .number(120, 18)
                        .number(0, 3)
                        .number(1, 2)
                        .number(60_000, 25)
                        .number(120_000, 24)
                        .number(4, 3)
                        .number(500, 12)
                        .zeros(18)
                        .number(5, 3)
                        .text("KEEP CLEAR", 14);

        assertThat(broadcast(bits))
                .isInstanceOfSatisfying(
                        Application.AreaNotice.class,
                        notice -> {
                            assertThat(notice.noticeType()).isEqualTo(23);
                            assertThat(notice.startsAt()).isEqualTo("03-15T08:00Z");
                            assertThat(notice.durationMinutes()).isEqualTo(120);
                            assertThat(notice.areas()).hasSize(2);
                            assertThat(notice.areas().getFirst())
                                    .containsEntry("shapeText", "circle or point")
                                    .containsEntry("radiusMetres", 500)
                                    .containsEntry("longitudeDegrees", 1.0);
                            assertThat(notice.areas().getLast())
                                    .containsEntry("text", "KEEP CLEAR");
                        });
    }

    @Test
    void readsHowManyAreOnBoard() {
        assertThat(broadcast(start(1, 40).number(295, 13).zeros(3)))
                .isEqualTo(new Application.PersonsOnBoard(1, 40, 295));
        assertThat(broadcast(start(200, 55).number(12, 8).number(100, 13).number(3, 8).zeros(51)))
                .isEqualTo(new Application.PersonsOnBoard(200, 55, 115));
    }

    @Test
    void readsAShipOfInlandWaterways() {
        var bits =
                start(200, 10)
                        .text("02103547", 8)
                        .number(1_100, 13)
                        .number(114, 10)
                        .number(8_020, 14)
                        .number(1, 3)
                        .number(305, 11)
                        .number(2, 2)
                        .zeros(11);

        assertThat(broadcast(bits))
                .isEqualTo(
                        new Application.InlandShip(
                                200, 10, "02103547", 110.0, 11.4, 3.05, 8_020, 1, 2));
    }

    @Test
    void keepsWhatNobodyToldItAbout() {
        assertThat(broadcast(start(366, 56).number(0xabcd, 16)))
                .isEqualTo(new Application.Opaque(366, 56, 16, "abcd"));
        // A known number with another length than it has: something else.
        assertThat(broadcast(start(200, 10).number(0xabcd, 16)))
                .isInstanceOf(Application.Opaque.class);
    }

    @Test
    void namesOtherKnownOnes() {
        assertThat(broadcast(start(1, 29).number(5, 10).text("PILOT ON STATION", 16)))
                .isInstanceOfSatisfying(
                        Application.Known.class,
                        known ->
                                assertThat(known.values())
                                        .containsEntry("linkage", 5)
                                        .containsEntry("text", "PILOT ON STATION"));
    }
}
