package org.fairlead.sanctions.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fairlead.lists.Listing;
import org.fairlead.lists.ListingBuilder;
import org.fairlead.lists.Reading;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.file.FileFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {

    private static final Instant THEN = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant PUBLISHED = Instant.parse("2023-12-31T00:00:00Z");

    private record Policy(double largestLoss, double largestGrowth, Duration period)
            implements AcceptancePolicy {}

    private final Acceptance acceptance =
            new Acceptance(new Policy(0.05, 0.30, Duration.ofDays(90)));

    private static Acceptance.Before before(int listings) {
        return new Acceptance.Before(
                3,
                listings,
                THEN,
                PUBLISHED,
                Map.of("0", new KnownShip("9179842", "OLD SHIP")),
                Map.of("p", List.of("HANIYA, Ismail Abdul Salah", "HANIYYA, Ismaeel")));
    }

    private static Reading.Read file(int entries, @Nullable Instant publishedAt, String imo) {
        List<Listing> listings =
                IntStream.range(0, entries).mapToObj(id -> listing("" + id, imo)).toList();
        return new Reading.Read(listings, publishedAt);
    }

    private static Listing listing(String id, String imo) {
        return ship(id, "SHIP", "", imo);
    }

    private static Listing ship(String id, String name, String alias, String imo) {
        try {
            return new ListingBuilder(id)
                    .type(Listing.VESSEL)
                    .primary(name)
                    .aka(alias)
                    .imo(imo)
                    .build();
        } catch (UnreadableFile e) {
            throw new AssertionError(e);
        }
    }

    private Optional<String> judged(
            Reading.Read file, Acceptance.Before before, Instant observedAt) {
        return acceptance.objection(
                file, before, observedAt, file.publishedAt(), FileFormat.OFAC_XML);
    }

    private Optional<String> renamed(String name, String... aliases) throws UnreadableFile {
        var person = new ListingBuilder("p").type(Listing.INDIVIDUAL).primary(name);
        List.of(aliases).forEach(person::aka);
        return judged(
                new Reading.Read(List.of(person.build()), null), before(1), THEN.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HANIYEH, Ismail Abdel Salam",
                "HANIYAH, Ismaeel Abdal-Salah Ahmad",
                "HANIYA, Ismail"
            })
    void anotherSpellingOfAPersonIsTheSamePerson(String name) throws UnreadableFile {
        assertThat(renamed(name)).isEmpty();
    }

    @Test
    void aPersonWithAnotherNameWhoKeepsTheOldOneIs() throws UnreadableFile {
        assertThat(renamed("ABU SOMEBODY, Else", "HANIYA, Ismail Abdul Salah")).isEmpty();
    }

    @Test
    void aPersonWhoseNameIsGoneWithoutTraceIsNot() throws UnreadableFile {
        assertThat(renamed("HANIYA, Wholly Different Person", "HANIYYA, Ismaeel"))
                .hasValueSatisfying(reason ->
                        assertThat(reason)
                                .contains("HANIYA, Wholly Different Person", "without trace"));
    }

    @Test
    void aTestFileIsNotEvenAListsFirst() throws UnreadableFile {
        var entry = new ListingBuilder("9").primary("HANIYA, INFOSEC TEST FILE").build();

        assertThat(acceptance.objectionToFirst(new Reading.Read(List.of(entry), null)))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("entry 9", "a test file"));
    }

    private Optional<String> objection(int entries, int days) {
        return judged(
                file(entries, null, "9179842"), before(1000), THEN.plus(Duration.ofDays(days)));
    }

    @ParameterizedTest
    @CsvSource({"950, 1", "1300, 1", "1000, 0", "903, 180", "1690, 180"})
    void aCountWithinTheSharesIsPlausible(int entries, int days) {
        assertThat(objection(entries, days)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"949, 1", "1301, 1", "902, 180", "1691, 180"})
    void aCountBeyondThemIsNot(int entries, int days) {
        assertThat(objection(entries, days))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains(entries + " entries", "had 1000"));
    }

    @Test
    void aPublicationOlderThanTheLastIsNot() {
        var reading = file(1000, PUBLISHED.minusSeconds(1), "9179842");

        assertThat(judged(reading, before(1000), THEN.plusSeconds(60)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("version 3 already"));
    }

    @Test
    void theSamePublicationAgainIs() {
        var reading = file(1000, PUBLISHED, "9179842");

        assertThat(judged(reading, before(1000), THEN.plusSeconds(60))).isEmpty();
    }

    @Test
    void anIdThatMovesToAnotherShipIsNot() {
        assertThat(judged(file(1000, null, "9187629"), before(1000), THEN.plusSeconds(60)))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("another ship under a used id"));
    }

    @ParameterizedTest
    @CsvSource({"OLD SHIP, ''", "Óld-Ship, ''", "NEW NAME, OLD SHIP"})
    void anImoNumberCorrectedUnderTheShipsNameIs(String name, String alias) {
        var corrected = ship("0", name, alias, "9187629");

        assertThat(
                        judged(
                                new Reading.Read(List.of(corrected), null),
                                before(1),
                                THEN.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void anIdWhoseImoNumberWasOrIsInvalidMayChangeIt() {
        assertThat(judged(file(1000, null, "9187620"), before(1000), THEN.plusSeconds(60)))
                .isEmpty();
    }
}
