package org.fairlead.ais.vessel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fairlead.ais.vessel.IdentityClaim.Said;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.VesselIdentity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IdentityRulesTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");
    private static final int SHE = 273000001;

    private static IdentityClaim claim(
            int minute, @Nullable String name, @Nullable String callSign) {
        var at = NOON.plusSeconds(60L * minute);
        return new IdentityClaim(
                SHE,
                name == null ? "class-b-part-b" : "class-b-part-a",
                new Said(null, name, callSign, null, null, null),
                "pier",
                false,
                at,
                at);
    }

    @Nested
    class WhatHolds {

        @Test
        void isTheNewestValueOfEachField() {
            var said =
                    IdentityRules.current(
                            List.of(
                                    claim(3, null, "NEW"),
                                    claim(1, "OLD NAME", null),
                                    claim(2, "NEW NAME", null),
                                    claim(0, null, "OLD")));

            assertThat(said.name()).isEqualTo("NEW NAME");
            assertThat(said.callSign()).isEqualTo("NEW");
            assertThat(said.imo()).isNull();
        }
    }

    @Nested
    class TheRegister {

        private final Map<Integer, VesselEntity> vessels = new HashMap<>();
        private final Map<java.util.UUID, VesselIdentityEntity> identities = new HashMap<>();
        private final Map<java.util.UUID, VesselDraughtEntity> draughts = new HashMap<>();
        private final List<VesselIdentity> events = new ArrayList<>();

        private void take(List<IdentityClaim> claims) {
            var change =
                    new RegisterChange(
                            Map.of(SHE, claims),
                            new RegisterStore.There(
                                    List.copyOf(vessels.values()),
                                    List.copyOf(identities.values()),
                                    List.copyOf(draughts.values())));
            change.newVessels().forEach(row -> vessels.put(row.mmsi, row));
            change.newIdentities().forEach(row -> identities.put(row.id, row));
            change.events().stream()
                    .filter(event -> event.topic().equals(Topics.AIS_IDENTITIES))
                    .forEach(event -> events.add((VesselIdentity) event.payload()));
            change.newDraughts().forEach(row -> draughts.put(row.id, row));
        }

        @Test
        void publishesEachChangeOnce() {
            take(List.of(claim(0, "ALPHA", null)));
            take(List.of(claim(1, "ALPHA", null)));
            take(List.of(claim(2, "BETA", null)));
            take(List.of(claim(1, "ALPHA", null)));

            assertThat(events).extracting(VesselIdentity::name).containsExactly("ALPHA", "BETA");
            assertThat(events).extracting(VesselIdentity::version).containsExactly(1, 2);
            assertThat(identities.values())
                    .filteredOn(row -> "ALPHA".equals(row.name))
                    .singleElement()
                    .returns(NOON, row -> row.firstSeenAt)
                    .returns(NOON.plusSeconds(60), row -> row.lastSeenAt);
        }

        @Test
        void tellsWhatWasSaidBeforeDated() {
            take(List.of(claim(0, "ALPHA", null)));
            take(List.of(claim(60, "BETA", null)));

            assertThat(events.getLast().past())
                    .extracting(VesselIdentity.Tuple::name, VesselIdentity.Tuple::firstSeenAt)
                    .containsExactly(tuple("BETA", NOON.plusSeconds(3600)), tuple("ALPHA", NOON));
        }

        @Test
        void tellsEachDraughtAsOneSpellAndThatItCameBack() {
            for (int day = 0; day < 9; day++) {
                double metres = day < 3 || day > 6 ? 4.6 : 6.0;
                take(List.of(draught(day * 1440, metres)));
                take(List.of(draught(day * 1440 + 300, metres)));
            }

            assertThat(events).hasSize(3);
            var draughts = requireNonNull(events.getLast().draughts());
            assertThat(draughts)
                    .extracting(VesselIdentity.Draught::metres)
                    .containsExactly(4.6, 6.0, 4.6);
            assertThat(draughts.getFirst())
                    .returns(NOON, VesselIdentity.Draught::firstSeenAt)
                    .returns(
                            NOON.plusSeconds(2 * 86_400 + 300 * 60),
                            VesselIdentity.Draught::lastSeenAt);
            assertThat(identities).hasSize(1);
        }

        private static IdentityClaim draught(int minute, double metres) {
            var at = NOON.plusSeconds(60L * minute);
            return new IdentityClaim(
                    SHE,
                    "class-a-static",
                    new Said("9179842", "ALPHA", null, null, null, null).withDraught(metres),
                    "pier",
                    false,
                    at,
                    at);
        }

        @Test
        void endsAlikeInWhateverOrderClaimsCome() {
            for (int seed = 0; seed < 30; seed++) {
                var random = new Random(seed);
                var claims = new ArrayList<IdentityClaim>();
                for (int i = 0; i < 12; i++) {
                    claims.add(
                            random.nextBoolean()
                                    ? claim(i, "N" + random.nextInt(3), null)
                                    : claim(i, null, "C" + random.nextInt(3)));
                }
                vessels.clear();
                identities.clear();
                claims.forEach(one -> take(List.of(one)));
                var inOrder = vessels.values().iterator().next().said();
                vessels.clear();
                identities.clear();
                Collections.shuffle(claims, random);
                claims.forEach(one -> take(List.of(one)));

                assertThat(vessels.values()).singleElement().returns(inOrder, VesselEntity::said);
            }
        }
    }

    @Nested
    class ASearch {

        @Test
        void takesDigitsForTheBeginningOfAnMmsi() {
            assertThat(VesselSearch.of("2731"))
                    .isEqualTo(new VesselSearch("2731", 273_100_000, 273_199_999));
            assertThat(VesselSearch.of("IMO 9179842").text()).isEqualTo("9179842");
        }

        @Test
        void takesWildcardsForWhatTheyAre() {
            assertThat(VesselSearch.of("100%_\\").text()).isEqualTo("100\\%\\_\\\\");
            assertThat(VesselSearch.of(" ").text()).isNull();
        }
    }
}
