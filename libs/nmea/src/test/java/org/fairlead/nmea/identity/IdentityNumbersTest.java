package org.fairlead.nmea.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumbersTest {

    @ParameterizedTest
    @ValueSource(ints = {9_074_729, 9_108_661, 9_279_379, 1_000_019})
    void anImoNumberHasItsCheckDigit(int value) {
        assertThat(ImoNumber.isValid(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {9_074_728, 0, -1, 999_999, 10_000_000, 907_472, 1_234_568})
    void anotherNumberIsNoImoNumber(int value) {
        assertThat(ImoNumber.isValid(value)).isFalse();
        assertThatThrownBy(() -> new ImoNumber(value)).hasMessageContaining(String.valueOf(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000", "9074728", "907472", "90747290", "907472x", "", "9074 729"})
    void aTextThatIsNotSevenRightDigitsIsNoImoNumber(String text) {
        assertThat(ImoNumber.isValid(text)).isFalse();
        assertThat(ImoNumber.isValid("9074729")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9074729", "IMO 9074729", "imo9074729", " IMO: 9074729 "})
    void anImoNumberIsReadAsPeopleWriteIt(String text) {
        assertThat(ImoNumber.parse(text)).contains(new ImoNumber(9_074_729));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "IMO", "9074728", "90747290", "907472x"})
    void anythingElseIsEmpty(String text) {
        assertThat(ImoNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "273000000, SHIP, 273",
        "200000000, SHIP, 200",
        "799999999, SHIP, 799",
        "002190067, COAST_STATION, 219",
        "021900670, GROUP_OF_SHIPS, 219",
        "111232506, SAR_AIRCRAFT, 232",
        "823200000, HANDHELD, 232",
        "982320000, AUXILIARY, 232",
        "992190917, AID_TO_NAVIGATION, 219",
        "970012345, SART,",
        "972012345, MAN_OVERBOARD,",
        "974012345, EPIRB,",
        "000000000, OTHER,",
        "100000000, OTHER,",
        "999999999, OTHER,",
        "199999999, OTHER,"
    })
    void anMmsiSaysWhatItBelongsTo(String value, Mmsi.Kind kind, Integer digits) {
        var mmsi = new Mmsi(Integer.parseInt(value));

        assertThat(mmsi.kind()).isEqualTo(kind);
        assertThat(mmsi.maritimeIdentificationDigits().stream().boxed().findFirst().orElse(null))
                .isEqualTo(digits);
        assertThat(mmsi).hasToString(value);
    }

    @Test
    void anMmsiHasNineDigits() {
        assertThat(new Mmsi(2_190_067)).hasToString("002190067");
        assertThatThrownBy(() -> new Mmsi(1_000_000_000)).hasMessageContaining("1000000000");
    }

    @ParameterizedTest
    @CsvSource({
        "273000000, RU",
        "352167000, PA",
        "002190067, DK",
        "620999123, KM",
        "992509977, IE"
    })
    void anMmsiClaimsAFlag(String value, String code) {
        assertThat(MaritimeIdentification.flag(new Mmsi(Integer.parseInt(value))))
                .map(Flag::code)
                .contains(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {222, 280, 300, 799, 199})
    void digitsNobodyHasClaimNone(int digits) {
        assertThat(MaritimeIdentification.flag(digits)).isEmpty();
    }

    @Test
    void everyFlagHasAnIsoCodeAndAName() {
        var known = Set.of(Locale.getISOCountries());
        for (var digits = 200; digits < 800; digits++) {
            MaritimeIdentification.flag(digits)
                    .ifPresent(flag -> {
                        assertThat(known).contains(flag.code());
                        assertThat(flag.name()).isNotBlank();
                    });
        }
    }
}
