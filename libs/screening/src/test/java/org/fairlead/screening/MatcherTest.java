package org.fairlead.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairlead.screening.name.Schema;
import org.fairlead.screening.score.Rarity;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {

    private static final String ANGARA = "9179842";
    private static final String OTHER = "9187629";

    private static Subject.Builder vessel(String name) {
        return Subject.of("v", Schema.VESSEL).name(name);
    }

    private static Comparison vessels(Subject.Builder query, Subject.Builder listed) {
        return new Matcher(Profile.VESSEL, Rarity.NONE).compare(query.build(), listed.build());
    }

    private static double party(String query, String listed) {
        return new Matcher(Profile.PARTY, Rarity.NONE)
                .compare(
                        Subject.of("q", Schema.PERSON).name(query).build(),
                        Subject.of("l", Schema.PERSON).name(listed).build())
                .score();
    }

    @ParameterizedTest
    @CsvSource({
        "VEGA, NEGA, false",
        "VEGA, MEGA, false",
        "VEGA, VEGA, true",
        "ANGARA, ANGARRA, true",
        "NEGA STAR, VEGA STAR, true",
    })
    void aLetterOfFourMakesAnotherShipsNameUnlessMoreAgrees(
            String query, String listed, boolean isShown) {
        double score = vessels(vessel(query), vessel(listed)).score();

        assertThat(score >= Profile.VESSEL.threshold()).isEqualTo(isShown);
    }

    @Nested
    class AnImoNumberWithAWrongCheckDigit {

        @ParameterizedTest
        @CsvSource({"9179843", "9178942", "9079842"})
        void isHeldAgainstThoseItMayBeAMisprintOf(String misprint) {
            var listed = vessel("ANGARA").add(Property.IMO, ANGARA);

            var found = vessels(vessel("SUNRISE").add(Property.IMO, misprint), listed);

            assertThat(found.score()).isEqualTo(0.72);
            assertThat(found.explanations())
                    .anySatisfy(reason ->
                            assertThat(reason.sentence())
                                    .contains(misprint)
                                    .contains("one misprint away from " + ANGARA));
            assertThat(vessels(vessel("ANGARA").add(Property.IMO, misprint), listed).score())
                    .isBetween(0.94, 0.97);
        }

        @Test
        void isNoMisprintOfANumberTwoDigitsAway() {
            var found =
                    vessels(
                            vessel("SUNRISE").add(Property.IMO, "9179851"),
                            vessel("ANGARA").add(Property.IMO, ANGARA));

            assertThat(found.score()).isLessThan(0.1);
        }

        @Test
        void isFoundByTheIndexToo() {
            var listed = vessel("ANGARA").add(Property.IMO, ANGARA).build();
            var corpus = new Corpus("one", java.util.List.of(listed));
            var asked = vessel("SUNRISE").add(Property.IMO, "9179843").build();

            var hits = corpus.search(Question.of(asked, Profile.VESSEL));

            assertThat(hits).singleElement().returns(0, Hit::listing);
        }
    }

    @Nested
    class AValidImoNumber {

        @Test
        void isTheHullUnderAnyName() {
            var found =
                    vessels(
                            vessel("SUNRISE").add(Property.IMO, ANGARA),
                            vessel("ANGARA").add(Property.IMO, "IMO " + ANGARA));

            assertThat(found.score()).isGreaterThanOrEqualTo(0.99).isLessThan(1);
            assertThat(found.explanations())
                    .anySatisfy(reason -> assertThat(reason.sentence()).contains("one hull"));
        }

        @Test
        void thatDiffersCapsTheScoreWhateverElseAgrees() {
            var found =
                    vessels(
                            vessel("ANGARA")
                                    .add(Property.IMO, OTHER)
                                    .add(Property.FLAG, "Russia")
                                    .add(Property.MMSI, "273213730"),
                            vessel("ANGARA")
                                    .add(Property.IMO, ANGARA)
                                    .add(Property.FLAG, "RU")
                                    .add(Property.MMSI, "273213730"));

            assertThat(found.score()).isLessThanOrEqualTo(0.45);
            assertThat(found.band()).isEqualTo(Comparison.Band.CONTRADICTED);
            assertThat(found.explanations())
                    .anySatisfy(reason ->
                            assertThat(reason.sentence()).contains("same name, different hull"));
            assertThat(found.counterfactuals())
                    .anySatisfy(line -> assertThat(line).startsWith("Without the different IMO"));
        }

        @Test
        void isTakenFromASetOfThem() {
            var found =
                    vessels(
                            vessel("YUK TUNG").add(Property.IMO, OTHER),
                            vessel("YUK TUNG").add(Property.IMO, ANGARA).add(Property.IMO, OTHER));

            assertThat(found.score()).isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void countsANumberWithABadCheckDigitForLess() {
        var found =
                vessels(
                        vessel("SUNRISE").add(Property.IMO, "9179843"),
                        vessel("ANGARA").add(Property.IMO, "9179843"));

        assertThat(found.score()).isBetween(0.9, 0.96);
    }

    @Test
    void trustsAnMmsiLessWhenItBelongsToAnotherFlag() {
        var own =
                vessels(
                        vessel("A B").add(Property.MMSI, "273213730"),
                        vessel("C D").add(Property.MMSI, "273213730").add(Property.FLAG, "Russia"));
        var other =
                vessels(
                        vessel("A B").add(Property.MMSI, "273213730"),
                        vessel("C D").add(Property.MMSI, "273213730").add(Property.FLAG, "Panama"));

        assertThat(own.score()).isEqualTo(0.85);
        assertThat(other.score()).isLessThan(own.score());
    }

    @ParameterizedTest
    @CsvSource({"HANA 5, HANA 6", "OCEAN STAR II, OCEAN STAR III", "LADY ROSE 1, LADY ROSE TWO"})
    void neverTakesOneNumberForAnother(String query, String listed) {
        assertThat(vessels(vessel(query), vessel(listed)).score())
                .isLessThan(Profile.VESSEL.threshold());
    }

    @ParameterizedTest
    @CsvSource({
        "NSLION, NS LION",
        "LADY ROSE II, LADY ROSE 2",
        "M/V VELIKIY NOVGOROD, Velikiy Novgorod",
        "ВЕЛИКИЙ НОВГОРОД, VELIKIY NOVGOROD"
    })
    void readsOneNameInTwoSpellings(String query, String listed) {
        assertThat(vessels(vessel(query), vessel(listed)).score())
                .isGreaterThanOrEqualTo(Profile.VESSEL.threshold());
    }

    @Test
    void givesOneWordAloneLittle() {
        assertThat(vessels(vessel("VICTORY"), vessel("VICTORY")).score()).isLessThanOrEqualTo(0.85);
        assertThat(
                        vessels(
                                        vessel("VICTORY").add(Property.FLAG, "PA"),
                                        vessel("VICTORY").add(Property.FLAG, "Panama"))
                                .score())
                .isGreaterThan(0.85);
    }

    @Test
    void givesAWeakAliasLessThanAStrongOne() {
        var strong =
                vessels(
                        vessel("GRAND OCEAN"),
                        Subject.of("l", Schema.VESSEL).name("GRAND OCEAN", false));
        var weak =
                vessels(
                        vessel("GRAND OCEAN"),
                        Subject.of("l", Schema.VESSEL).name("GRAND OCEAN", true));

        assertThat(weak.score()).isLessThan(strong.score());
        assertThat(weak.matchedNames()).singleElement().returns("weak", MatchedName::aliasStrength);
    }

    @Test
    void putsTheNamesFirst() {
        var found =
                vessels(
                        vessel("ANGARA").add(Property.FLAG, "RU"),
                        vessel("ANGARA").add(Property.FLAG, "RU"));

        assertThat(found.explanations().getFirst().feature()).isEqualTo("name");
        assertThat(found.explanations())
                .allSatisfy(reason -> assertThat(reason.sentence()).endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({
        "Vladimir Vladimirovich Putin, Vladimir Putin",
        "'PUTIN, Vladimir', Vladimir Putin",
        "V. Putin, Vladimir Putin",
        "Сергей Викторович Лавров, Sergei Lavrov",
        "Bachar el-Assad, Bashar al-Assad",
        "محمد علي, Mohamed Ali",
        "VladimirPutin, Vladimir Putin"
    })
    void findsAPersonUnderOneNameInManyForms(String query, String listed) {
        assertThat(party(query, listed)).isGreaterThanOrEqualTo(Profile.PARTY.threshold());
    }

    @ParameterizedTest
    @CsvSource({
        "Sergey Viktorovich Lavrov, Sergey Borisovitch Lavrov",
        "Igor Deripaska, Oleg Deripaska",
        "'Frost, William G.', William W Frost",
        "N. N., Nursultan Nazarbayev",
        "习近朋, 习近平"
    })
    void leavesAnotherPersonAlone(String query, String listed) {
        assertThat(party(query, listed)).isLessThan(Profile.PARTY.threshold());
    }

    @Test
    void holdsABirthDateAgainstAName() {
        var matcher = new Matcher(Profile.PARTY, Rarity.NONE);
        var listed =
                Subject.of("l", Schema.PERSON)
                        .name("Ivan Petrov")
                        .add(Property.BIRTH_DATE, "1960-03-01");
        var same =
                Subject.of("q", Schema.PERSON)
                        .name("Ivan Petrov")
                        .add(Property.BIRTH_DATE, "1960-03-01");
        var other =
                Subject.of("q", Schema.PERSON)
                        .name("Ivan Petrov")
                        .add(Property.BIRTH_DATE, "1981-01-01");

        double bare = party("Ivan Petrov", "Ivan Petrov");
        assertThat(matcher.compare(same.build(), listed.build()).score()).isGreaterThan(bare);
        assertThat(matcher.compare(other.build(), listed.build()).score())
                .isLessThan(Profile.PARTY.threshold());
    }

    @Test
    void neverReachesOne() {
        var full =
                vessel("GRAND OCEAN")
                        .add(Property.IMO, ANGARA)
                        .add(Property.FLAG, "PA")
                        .add(Property.OWNER, "Ocean Trading Ltd")
                        .add(Property.CALL_SIGN, "HOAB")
                        .add(Property.BUILD_YEAR, "1999")
                        .add(Property.GROSS_TONNAGE, "12,345");

        assertThat(vessels(full, full).score()).isLessThan(1).isGreaterThan(0.99);
    }

    @Test
    void scoresAsOfacsToolWhenAsked() {
        var matcher = new Matcher(Profile.OFAC_COMPAT, Rarity.NONE);
        var query = Subject.of("q", Schema.PERSON).name("VLADIMIR PUTNI").build();
        var listed = Subject.of("l", Schema.PERSON).name("PUTIN, Vladimir").build();

        assertThat(matcher.compare(query, listed).score()).isEqualTo(0.98);
    }

    @Test
    void namesItsVersionAndConstants() {
        assertThat(Algorithm.VERSION).isEqualTo("fairlead-screening-3.2");
        assertThat(Algorithm.configHash())
                .matches("[0-9a-f]{16}")
                .isEqualTo(Algorithm.configHash());
    }
}
