package org.fairlead.sanctions.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.sanctions.asof.Answer.Basis;
import org.fairlead.sanctions.asof.Answer.Status;
import org.fairlead.sanctions.list.VersionSpan;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTest {

    private static final ListingRef SHIP =
            new ListingRef("a-list", "Somebody", "7", "vessel", "SHIP", List.of(), "9179842");

    /// Seen on the 2nd to 4th, the 10th, the 20th and the 24th of January.
    private static final List<VersionSpan> VERSIONS =
            List.of(span(1, 2, 4), span(3, 10, 10), span(4, 20, 20), span(6, 24, 24));

    private static VersionSpan span(int number, int from, int to) {
        return new VersionSpan(number, "sha" + number, at(from), at(to));
    }

    private static Instant at(int day) {
        return Instant.parse("2024-01-%02dT13:17:00Z".formatted(day));
    }

    private static AsOfDate day(int day) {
        return AsOfDate.of(LocalDate.of(2024, 1, day));
    }

    private static Entry entry(int first, @Nullable Integer last, @Nullable LocalDate listedOn) {
        return new Entry(SHIP, listedOn, first, last);
    }

    private static Answer answer(AsOfDate date, List<Entry> entries, List<Claim> facts) {
        return new AsOf("a-list", "Somebody", date, Neighbours.of(VERSIONS, date), entries, facts)
                .answer();
    }

    private static Claim fact(int day) {
        return new Claim(SHIP, LocalDate.of(2024, 1, day), "a gazette");
    }

    @Nested
    class OfAnEntryThatLeftAndCameBackUnderItsOldDate {

        private final LocalDate oldDate = LocalDate.of(2006, 10, 14);
        private final List<Entry> entries = List.of(entry(1, 1, oldDate), entry(4, null, oldDate));

        @ParameterizedTest
        @CsvSource({
            "1, LISTED, CLAIMED",
            "2, LISTED, OBSERVED",
            "3, LISTED, OBSERVED",
            "4, LISTED, OBSERVED",
            "5, UNKNOWN, BETWEEN_OBSERVATIONS",
            "10, NOT_LISTED, OBSERVED",
            "15, UNKNOWN, BETWEEN_OBSERVATIONS",
            "20, LISTED, OBSERVED",
            "22, LISTED, OBSERVED",
            "24, LISTED, OBSERVED",
            "25, LISTED, CLAIMED",
        })
        void theGapIsNeverFilledFromThatDate(int day, Status status, Basis basis) {
            var answer = answer(day(day), entries, List.of());

            assertThat(answer).returns(status, Answer::status).returns(basis, Answer::basis);
        }
    }

    @Nested
    class OfAnEntryWithoutADate {

        private final List<Entry> entries = List.of(entry(3, null, null));

        @ParameterizedTest
        @CsvSource({
            "1, UNKNOWN, NO_COVERAGE",
            "4, NOT_LISTED, OBSERVED",
            "7, UNKNOWN, BETWEEN_OBSERVATIONS",
            "10, LISTED, OBSERVED",
            "23, LISTED, OBSERVED",
            "25, LISTED, NO_COVERAGE",
        })
        void onlyWhatWasSeenCounts(int day, Status status, Basis basis) {
            var answer = answer(day(day), entries, List.of());

            assertThat(answer).returns(status, Answer::status).returns(basis, Answer::basis);
        }

        @Test
        void bothNeighboursAreGivenWhereItChanged() {
            var answer = answer(day(7), entries, List.of());

            assertThat(answer.before()).isEqualTo(new Answer.Neighbour(1, at(4)));
            assertThat(answer.after()).isEqualTo(new Answer.Neighbour(3, at(10)));
        }

        @Test
        void anInstantIsHeldAgainstTheMinuteOfTheFile() {
            var before = answer(AsOfDate.parse("2024-01-10T13:16:00Z"), entries, List.of());
            var after = answer(AsOfDate.parse("2024-01-10T13:17:00Z"), entries, List.of());

            assertThat(before.basis()).isEqualTo(Basis.BETWEEN_OBSERVATIONS);
            assertThat(after.status()).isEqualTo(Status.LISTED);
        }
    }

    @Nested
    class OfAnEntryThatWasTakenOff {

        private final List<Entry> entries = List.of(entry(1, 4, null));

        @Test
        void itsAbsenceProvesNothingForLaterDays() {
            assertThat(answer(day(25), entries, List.of()))
                    .returns(Status.UNKNOWN, Answer::status)
                    .returns(Basis.NO_COVERAGE, Answer::basis);
        }

        @Test
        void aFactFromBeforeTheAbsenceDoesNotReachBeyondIt() {
            assertThat(answer(day(26), entries, List.of(fact(3))).status())
                    .isEqualTo(Status.UNKNOWN);
        }

        @Test
        void aFactFromAfterItDoes() {
            assertThat(answer(day(26), entries, List.of(fact(25))))
                    .returns(Status.LISTED, Answer::status)
                    .returns(Basis.CLAIMED, Answer::basis);
        }
    }

    @Nested
    class OfAListWithoutAFile {

        private Answer answer(int day, List<Claim> facts) {
            return new AsOf(
                            "a-list",
                            "Somebody",
                            day(day),
                            Neighbours.of(List.of(), day(day)),
                            List.of(),
                            facts)
                    .answer();
        }

        @ParameterizedTest
        @CsvSource({"14, NOT_LISTED", "15, LISTED", "16, LISTED"})
        void aFactHoldsFromItsDayOn(int day, Status status) {
            assertThat(answer(day, List.of(fact(15))))
                    .returns(status, Answer::status)
                    .returns(Basis.CLAIMED, Answer::basis);
        }

        @Test
        void nothingIsKnownWithoutOne() {
            assertThat(answer(15, List.of()))
                    .returns(Status.UNKNOWN, Answer::status)
                    .returns(Basis.NO_COVERAGE, Answer::basis);
        }
    }

    @Test
    void whatAFileSaysOutweighsAFact() {
        assertThat(answer(day(3), List.of(), List.of(fact(1))))
                .returns(Status.NOT_LISTED, Answer::status)
                .returns(Basis.OBSERVED, Answer::basis);
    }

    @Test
    void theLaterOfTwoVersionsOfADaySpeaksForIt() {
        var versions =
                List.of(
                        new VersionSpan(
                                1,
                                "a",
                                Instant.parse("2024-01-02T08:00:00Z"),
                                Instant.parse("2024-01-02T08:00:00Z")),
                        new VersionSpan(
                                2,
                                "b",
                                Instant.parse("2024-01-02T18:00:00Z"),
                                Instant.parse("2024-01-02T18:00:00Z")));

        var neighbours = Neighbours.of(versions, day(2));

        assertThat(neighbours).isEqualTo(new Neighbours(versions.get(1), versions.get(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-13-01", "2024-1-1", "", "20240101"})
    void whatIsNoDateIsRefused(String text) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> AsOfDate.parse(text));
    }
}
