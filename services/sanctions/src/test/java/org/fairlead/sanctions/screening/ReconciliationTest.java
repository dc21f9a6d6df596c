package org.fairlead.sanctions.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.contracts.sanctions.ScreeningHit;
import org.fairlead.screening.Matcher;
import org.fairlead.screening.Profile;
import org.fairlead.screening.Property;
import org.fairlead.screening.Subject;
import org.fairlead.screening.name.Schema;
import org.fairlead.screening.score.Rarity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final String MMSI = "273300000";
    private static final String IMO = "9179842";
    private static final String OTHER_IMO = "9187629";
    private static final Instant NOW = Instant.parse("2024-02-09T06:00:00Z");

    private static Candidate candidate(
            @Nullable String ownImo, @Nullable String listedImo, @Nullable String listedMmsi) {
        var vessel = new VesselRef(MMSI, ownImo, null);
        var listing =
                new ListingRef(
                        "ofac-sdn", "OFAC", "37059", "vessel", "ANGARA", List.of(), listedImo);
        var own = new WatchedVessel(vessel, false, null, null, List.of(), List.of()).subject();
        var listed = Subject.of("ofac-sdn/37059", Schema.VESSEL).name("ANGARA");
        if (listedImo != null) {
            listed.add(Property.IMO, listedImo);
        }
        if (listedMmsi != null) {
            listed.add(Property.MMSI, listedMmsi);
        }
        var comparison = new Matcher(Profile.VESSEL, Rarity.NONE).compare(own, listed.build());
        return new Candidate(
                vessel,
                false,
                listing,
                2,
                null,
                Screening.of(comparison, ownImo, listing, 0.85).orElse(null));
    }

    private static Reconciliation found(Candidate... candidates) {
        return Reconciliation.of(List.of(), List.of(candidates), NOW);
    }

    @Nested
    class ANewPair {

        @Test
        void withTheSameImoNumberIsTold() {
            var changes = found(candidate(IMO, IMO, null));

            assertThat(changes.toTell())
                    .singleElement()
                    .returns(ScreeningHit.State.HIT, ScreeningHit::state)
                    .returns(0.99, ScreeningHit::score)
                    .returns(1, ScreeningHit::version)
                    .returns(List.of("imo"), ScreeningHit::matchedBy);
        }

        @Test
        void withTheSameImoNumberAndMmsiNamesBoth() {
            assertThat(found(candidate(IMO, IMO, MMSI)).toTell().getFirst().matchedBy())
                    .containsExactly("imo", "mmsi");
        }

        @Test
        void withTheSameMmsiAndNoImoNumberIsTold() {
            assertThat(found(candidate(null, IMO, MMSI)).toTell())
                    .singleElement()
                    .returns(0.85, ScreeningHit::score)
                    .returns(List.of("mmsi"), ScreeningHit::matchedBy);
        }

        @Test
        void withTheSameMmsiButAnotherHullIsKeptAndNotTold() {
            var changes = found(candidate(OTHER_IMO, IMO, MMSI));

            assertThat(changes.toTell()).isEmpty();
            assertThat(changes.toKeep())
                    .singleElement()
                    .returns(MatchState.CONTRADICTED, KeptMatch::state)
                    .returns(0.45, kept -> kept.match().score());
            assertThat(changes.toKeep().getFirst().match().contradictions()).hasSize(1);
        }

        @Test
        void withTheSameWrongImoNumberIsToldWithADoubt() {
            assertThat(found(candidate("9179843", "9179843", null)).toTell())
                    .singleElement()
                    .returns(0.95, ScreeningHit::score)
                    .returns(
                            List.of("The check digit of IMO 9179843 is wrong in both."),
                            ScreeningHit::contradictions);
        }

        @Test
        void ofAListsFirstVersionIsMarkedAsNoNews() {
            var changes =
                    Reconciliation.of(List.of(), List.of(candidate(IMO, IMO, null)), NOW, true);

            assertThat(changes.toTell()).singleElement().returns(true, ScreeningHit::baseline);
        }

        @Test
        void withAWrongImoNumberOnTheAirDoesNotContradictTheMmsi() {
            assertThat(found(candidate("9179843", IMO, MMSI)).toTell())
                    .singleElement()
                    .returns(0.85, ScreeningHit::score);
        }
    }

    @Nested
    class AKnownPair {

        private final List<KeptMatch> kept = found(candidate(IMO, IMO, null)).toKeep();

        @Test
        void thatSaysTheSameIsNotToldAgain() {
            var changes =
                    Reconciliation.of(
                            kept, List.of(candidate(IMO, IMO, null)), NOW.plusSeconds(60));

            assertThat(changes.toKeep()).isEmpty();
            assertThat(changes.toTell()).isEmpty();
        }

        @Test
        void thatSaysMoreIsToldAsItsNextVersion() {
            var changes = Reconciliation.of(kept, List.of(candidate(IMO, IMO, MMSI)), NOW);

            assertThat(changes.toTell())
                    .singleElement()
                    .returns(2, ScreeningHit::version)
                    .returns(kept.getFirst().match().id(), ScreeningHit::id);
        }

        @Test
        void thatIsNoPairAnyMoreIsCleared() {
            var changes = Reconciliation.of(kept, List.of(), NOW);

            assertThat(changes.toTell())
                    .singleElement()
                    .returns(ScreeningHit.State.CLEARED, ScreeningHit::state)
                    .returns(2, ScreeningHit::version)
                    .returns(kept.getFirst().match().id(), ScreeningHit::id);
        }

        @Test
        void thatIsContradictedNowIsCleared() {
            var changes = Reconciliation.of(kept, List.of(candidate(OTHER_IMO, IMO, MMSI)), NOW);

            assertThat(changes.toTell())
                    .singleElement()
                    .returns(ScreeningHit.State.CLEARED, ScreeningHit::state);
            assertThat(changes.toKeep().getFirst().state()).isEqualTo(MatchState.CONTRADICTED);
        }

        @Test
        void thatWasClearedIsNotClearedTwice() {
            var cleared = Reconciliation.of(kept, List.of(), NOW).toKeep();

            assertThat(Reconciliation.of(cleared, List.of(), NOW).toKeep()).isEmpty();
        }

        @Test
        void thatComesBackIsToldAgain() {
            var cleared = Reconciliation.of(kept, List.of(), NOW).toKeep();
            var changes = Reconciliation.of(cleared, List.of(candidate(IMO, IMO, null)), NOW);

            assertThat(changes.toTell())
                    .singleElement()
                    .returns(ScreeningHit.State.HIT, ScreeningHit::state)
                    .returns(3, ScreeningHit::version);
        }
    }
}
