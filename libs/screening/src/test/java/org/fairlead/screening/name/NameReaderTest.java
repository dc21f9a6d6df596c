package org.fairlead.screening.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameReaderTest {

    private static NameForm read(Schema schema, String name) {
        return new NameReader(schema).read(name).orElseThrow();
    }

    private static List<String> words(Schema schema, String name) {
        return read(schema, name).tokens().stream().map(Token::text).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "MV HANA 5, 5",
        "HANA FIVE, 5",
        "HANA V, 5",
        "HANA 05, 5",
        "OCEAN TWENTY ONE, 21",
        "Brigade Forty-Four, 44",
        "GLORY XVIII, 18"
    })
    void readsANumberHoweverItIsWritten(String name, String number) {
        assertThat(read(Schema.VESSEL, name).numbers()).containsExactly(number);
    }

    @Test
    void takesARomanNumeralForOneOnlyWhereItStandsLast() {
        assertThat(read(Schema.VESSEL, "V STAR").numbers()).isEmpty();
        assertThat(read(Schema.PERSON, "Malcolm X").numbers()).isEmpty();
    }

    @Test
    void keepsANumberThatIsTheWholeName() {
        assertThat(words(Schema.VESSEL, "777")).containsExactly("777");
    }

    @ParameterizedTest
    @CsvSource({"M/V ANGARA", "MV ANGARA", "M.V. ANGARA", "angara"})
    void dropsWhatAShipIsFromWhoSheIs(String name) {
        assertThat(words(Schema.VESSEL, name)).containsExactly("angara");
    }

    @ParameterizedTest
    @CsvSource({
        "Siemens Aktiengesellschaft",
        "Siemens AG",
        "Siemens A.G.",
        "'Siemens, Joint Stock Company'",
        "Siemens Sp. z o.o."
    })
    void dropsLegalForms(String name) {
        assertThat(words(Schema.COMPANY, name)).containsExactly("siemens");
    }

    @Test
    void keepsACompanyWhoseNameIsOnlyALegalForm() {
        assertThat(words(Schema.COMPANY, "The Group Ltd")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Сергей Лавров, sergey lavrov",
        "Володимир Зеленський, volodymyr zelenskyi",
        "Αλέξανδρος, alexandros",
        "Erdoğan, erdogan",
        "김정은, kim jeongeun",
        "박지성, park jiseong"
    })
    void writesOtherScriptsInLatin(String name, String latin) {
        var folded = words(Schema.PERSON, name).stream().map(Folding::of).toList();

        assertThat(folded).isEqualTo(List.of(latin.split(" ")).stream().map(Folding::of).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Sergey, Sergei",
        "Bachar, Bashar",
        "Zelensky, Selenskyj",
        "Qasim, Kasim",
        "Wladimir, Vladimir",
        "Yousuf, Yusuf"
    })
    void foldsSpellingsOfOneSound(String one, String other) {
        assertThat(read(Schema.PERSON, one).tokens().getFirst().fold())
                .isEqualTo(read(Schema.PERSON, other).tokens().getFirst().fold());
    }

    @Test
    void readsAbdSpelledInThreeWaysAsOneName() {
        assertThat(words(Schema.PERSON, "Abdul Rahman Khan"))
                .isEqualTo(words(Schema.PERSON, "Abd al-Rahman Khan"))
                .isEqualTo(words(Schema.PERSON, "Abdulrahman Khan"));
    }

    @Test
    void findsNothingInPunctuation() {
        assertThat(new NameReader(Schema.PARTY).read("-- ?")).isEmpty();
    }

    @Test
    void standsAnyTextOfAnyLength() {
        assertThat(read(Schema.PARTY, "x".repeat(10_000)).whole().text()).hasSize(96);
    }
}
