package org.fairlead.ais.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.fairlead.ais.segment.SegmentDefaults;
import org.fairlead.contracts.ais.Silence.State;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SilenceTrackerTest {

    private static final long NOON = Instant.parse("2024-01-02T12:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private final SilenceTracker tracker =
            new SilenceTracker(Defaults.ALL_LONG, SegmentDefaults.VALUES);
    private final Map<String, Coverage> onAir = new HashMap<>();
    private final List<Told> told = new ArrayList<>();
    private TransmitterState state = TransmitterState.NONE;

    private static Contact at(long millis) {
        return new Contact(
                millis, 25_000_000, 78_000_000, 120, 450, 0, false, false, false, "pier");
    }

    /// Reports every ten minutes, as many as `n`.
    private static List<Contact> stretch(long from, int n) {
        var contacts = new ArrayList<Contact>();
        for (int i = 0; i < n; i++) {
            contacts.add(at(from + i * 10 * MINUTE));
        }
        return contacts;
    }

    private List<Told> hear(List<Contact> contacts) {
        return step(contacts, contacts.getLast().atMillis());
    }

    private List<Told> look() {
        return step(List.of(), Long.MAX_VALUE);
    }

    private Coverage coverage(String source) {
        return onAir.getOrDefault(source, Coverage.NONE);
    }

    private List<Told> step(List<Contact> contacts, long horizon) {
        var step = tracker.on(state, contacts, this::coverage, horizon);
        state = step.next();
        told.addAll(step.found());
        return step.found();
    }

    private void listened(String source, long from, long to) {
        onAir.put(
                source,
                onAir.getOrDefault(source, Coverage.NONE).and("file-" + from, from, to, HOUR));
    }

    @Nested
    class AVesselHeardEveryTenMinutes {

        @Test
        void isSilentFromItsLastReportToItsNext() {
            listened("pier", NOON, NOON + 48 * HOUR);
            hear(stretch(NOON, 7));

            var found = hear(stretch(NOON + 9 * HOUR, 3));

            assertThat(found)
                    .singleElement()
                    .returns(State.REAPPEARED, Told::state)
                    .returns(1, Told::version)
                    .returns(8 * HOUR, Told::observedMillis)
                    .returns(10 * MINUTE, Told::usualMillis);
            assertThat(found.getFirst().start().atMillis()).isEqualTo(NOON + HOUR);
        }

        @Test
        void hasNoSilenceUnderSixHours() {
            listened("pier", NOON, NOON + 48 * HOUR);
            hear(stretch(NOON, 7));

            assertThat(hear(stretch(NOON + 7 * HOUR - 1, 1))).isEmpty();
        }

        @Test
        void isCalledSilentWhileTheSourceGoesOn() {
            listened("pier", NOON, NOON + HOUR);
            hear(stretch(NOON, 7));
            assertThat(look()).isEmpty();

            listened("pier", NOON, NOON + 7 * HOUR - 1);
            assertThat(look()).isEmpty();
            listened("pier", NOON, NOON + 7 * HOUR);
            assertThat(look()).singleElement().returns(State.OPEN, Told::state);
            listened("pier", NOON, NOON + 9 * HOUR);
            assertThat(look()).isEmpty();

            assertThat(hear(List.of(at(NOON + 9 * HOUR))))
                    .singleElement()
                    .returns(State.REAPPEARED, Told::state)
                    .returns(2, Told::version);
        }

        /// Of her first reports nothing is judged but that one must look again.
        @Test
        void isCalledSilentAfterHerFirstReportsAsWell() {
            listened("pier", NOON, NOON + 24 * HOUR);
            long wakeAt = 0;
            for (Contact contact : stretch(NOON, 4)) {
                var step =
                        tracker.on(
                                state,
                                List.of(contact),
                                SilenceTrackerTest.this::coverage,
                                contact.atMillis());
                state = step.next();
                assertThat(step.found()).isEmpty();
                wakeAt = step.wakeAt().orElse(0);
            }

            // She is looked at whenever that was said.
            var found = new ArrayList<Told>();
            for (int looks = 0; looks < 3 && found.isEmpty(); looks++) {
                var step = tracker.on(state, List.of(), SilenceTrackerTest.this::coverage, wakeAt);
                state = step.next();
                found.addAll(step.found());
                wakeAt = step.wakeAt().orElse(Long.MAX_VALUE);
            }

            assertThat(found).singleElement().returns(State.OPEN, Told::state);
            assertThat(found.getFirst().start().atMillis()).isEqualTo(NOON + 30 * MINUTE);
        }

        @Test
        void saysWhenToLookAgain() {
            listened("pier", NOON, NOON + HOUR);

            var step =
                    tracker.on(
                            state,
                            stretch(NOON, 7),
                            SilenceTrackerTest.this::coverage,
                            NOON + HOUR);

            assertThat(step.wakeAt()).hasValue(NOON + 7 * HOUR);
        }

        @Test
        void isNotSilentBecauseAFileEnds() {
            listened("pier", NOON, NOON + HOUR);
            listened("other", NOON, NOON + 48 * HOUR);
            hear(stretch(NOON, 7));

            assertThat(look()).isEmpty();
        }

        @Test
        void isNotSilentBetweenTwoRecordings() {
            listened("pier", NOON, NOON + HOUR);
            hear(stretch(NOON, 7));
            listened("pier", NOON + 72 * HOUR, NOON + 73 * HOUR);

            assertThat(hear(stretch(NOON + 72 * HOUR, 7))).isEmpty();
        }

        @Test
        void isSilentAcrossRecordingsThatFollowEachOther() {
            listened("pier", NOON, NOON + 3 * HOUR);
            hear(stretch(NOON, 7));
            listened("pier", NOON + 3 * HOUR + 20 * MINUTE, NOON + 24 * HOUR);

            assertThat(look()).singleElement().returns(State.OPEN, Told::state);
        }
    }

    @Nested
    class AVesselHeardRarely {

        @Test
        void isNotSilentForPausesThatAreItsHabit() {
            listened("pier", NOON, NOON + 500 * HOUR);
            var rare = new ArrayList<Contact>();
            for (int i = 0; i < 20; i++) {
                rare.add(at(NOON + i * 7 * HOUR));
            }

            assertThat(hear(rare)).isEmpty();
            assertThat(hear(List.of(at(NOON + (19 * 7 + 84) * HOUR))))
                    .singleElement()
                    .returns(State.REAPPEARED, Told::state);
        }

        @Test
        void isNotJudgedBeforeItsHabitIsKnown() {
            listened("pier", NOON, NOON + 500 * HOUR);

            assertThat(hear(List.of(at(NOON), at(NOON + MINUTE), at(NOON + 100 * HOUR)))).isEmpty();
        }
    }

    @Nested
    class AShortTransmission {

        @Test
        void liesBetweenTwoSilences() {
            listened("pier", NOON, NOON + 500 * HOUR);
            hear(stretch(NOON, 7));

            hear(stretch(NOON + 100 * HOUR, 3));
            hear(stretch(NOON + 150 * HOUR, 3));

            assertThat(told)
                    .filteredOn(one -> one.state() == State.REAPPEARED)
                    .extracting(one -> (one.start().atMillis() - NOON) / HOUR)
                    .containsExactly(1L, 1L, 100L);
            assertThat(told)
                    .extracting(one -> one.marks().reappearance())
                    .containsExactly(
                            Told.Reappearance.UNCONFIRMED,
                            Told.Reappearance.BLIP,
                            Told.Reappearance.UNCONFIRMED);
        }
    }

    @Nested
    class LateData {

        private void silentForTwentyHours() {
            listened("pier", NOON, NOON + 40 * HOUR);
            hear(stretch(NOON, 7));
            hear(stretch(NOON + 21 * HOUR, 7));
            told.clear();
        }

        @Test
        void thatFillsASilenceRetractsIt() {
            silentForTwentyHours();

            var found = hear(stretch(NOON + HOUR, 121));

            assertThat(found)
                    .singleElement()
                    .returns(State.RETRACTED, Told::state)
                    .returns(2, Told::version);
            assertThat(SilenceWording.reason(found.getFirst(), null, state.presences()))
                    .isEqualTo("Late data shows that she was heard within the silence.");
        }

        @Test
        void inTheMiddleEndsItEarlierAndBeginsAnother() {
            silentForTwentyHours();

            var found = hear(List.of(at(NOON + 11 * HOUR)));

            assertThat(found).hasSize(2);
            assertThat(found.getFirst())
                    .returns(State.REAPPEARED, Told::state)
                    .returns(2, Told::version)
                    .returns(10 * HOUR, Told::observedMillis);
            assertThat(found.getLast())
                    .returns(State.REAPPEARED, Told::state)
                    .returns(1, Told::version)
                    .returns(10 * HOUR, Told::observedMillis);
        }

        @Test
        void thatMovesItsStartRetractsItAndBeginsAnother() {
            silentForTwentyHours();

            var found = hear(List.of(at(NOON + 2 * HOUR)));

            assertThat(found)
                    .extracting(Told::state)
                    .containsExactly(State.RETRACTED, State.REAPPEARED);
        }

        @Test
        void ofTheTimeBeforeLeavesAnOpenSilenceOpen() {
            listened("pier", NOON, NOON + 20 * HOUR);
            hear(stretch(NOON, 7));
            assertThat(look()).singleElement().returns(State.OPEN, Told::state);

            assertThat(hear(List.of(at(NOON + 5 * MINUTE)))).isEmpty();
        }

        @Test
        void thatFillsAnOpenSilenceUpToNowRetractsIt() {
            listened("pier", NOON, NOON + 20 * HOUR);
            hear(stretch(NOON, 7));
            assertThat(look()).singleElement().returns(State.OPEN, Told::state);

            // Ten minutes apart, to the end: she was there all the time.
            assertThat(hear(stretch(NOON + HOUR + 10 * MINUTE, 114)))
                    .singleElement()
                    .returns(State.RETRACTED, Told::state)
                    .returns(2, Told::version);
        }

        @Test
        void thatIsThereAlreadyChangesNothing() {
            silentForTwentyHours();

            assertThat(hear(stretch(NOON, 7))).isEmpty();
            assertThat(hear(stretch(NOON + 21 * HOUR, 7))).isEmpty();
        }
    }

    @Nested
    class TheOrderOfArrival {

        /// Reports with pauses of all lengths, by two sources of which one ends early.
        private static List<Contact> track(Random random) {
            var contacts = new ArrayList<Contact>();
            long at = NOON;
            for (int stretch = random.nextInt(2, 25); stretch > 0; stretch--) {
                long usual = random.nextLong(MINUTE, 25 * MINUTE);
                for (int n = random.nextInt(1, 40); n > 0; n--) {
                    String source = random.nextInt(4) == 0 ? "ship" : "pier";
                    contacts.add(
                            new Contact(
                                    at,
                                    random.nextInt(1000),
                                    random.nextInt(1000),
                                    1,
                                    2,
                                    0,
                                    false,
                                    random.nextBoolean(),
                                    random.nextBoolean(),
                                    source));
                    at += 1 + random.nextLong(usual);
                }
                at += random.nextLong(random.nextBoolean() ? 3 * HOUR : 60 * HOUR);
            }
            return contacts;
        }

        private static List<String> newest(
                List<Contact> contacts, int most, Random random, Function<String, Coverage> onAir) {
            var tracker = new SilenceTracker(Defaults.ALL_LONG, SegmentDefaults.VALUES);
            var state = TransmitterState.NONE;
            var versions = new HashMap<Long, Integer>();
            for (int from = 0; from < contacts.size(); ) {
                int to = Math.min(contacts.size(), from + random.nextInt(1, most + 1));
                var step = tracker.on(state, contacts.subList(from, to), onAir, Long.MAX_VALUE);
                for (Told one : step.found()) {
                    int before = versions.getOrDefault(one.start().atMillis(), 0);
                    assertThat(one.version()).isEqualTo(before + 1);
                    versions.put(one.start().atMillis(), one.version());
                }
                state = StateCodec.decode(StateCodec.encode(step.next()));
                assertThat(state).isEqualTo(step.next());
                from = to;
            }
            return state.told().values().stream()
                    .filter(one -> !one.isRetracted())
                    .map(one -> one.start() + " " + one.end() + " " + one.state())
                    .toList();
        }

        @Test
        void makesNoDifferenceToWhatHoldsInTheEnd() {
            int silences = 0;
            for (int seed = 0; seed < 40; seed++) {
                var random = new Random(seed);
                var track = track(random);
                long end = track.getLast().atMillis() + random.nextLong(20 * HOUR);
                long half = NOON + (end - NOON) / 2;
                Function<String, Coverage> onAir =
                        source ->
                                Coverage.NONE.and(
                                        "file", NOON, source.equals("pier") ? end : half, HOUR);

                var inOrder = newest(track, 1, random, onAir);

                silences += inOrder.size();
                for (int round = 0; round < 4; round++) {
                    var shuffled = new ArrayList<>(track);
                    shuffled.addAll(track.subList(0, track.size() / 3));
                    Collections.shuffle(shuffled, random);
                    assertThat(newest(shuffled, 1 + round * 20, random, onAir))
                            .as("seed %d, round %d", seed, round)
                            .isEqualTo(inOrder);
                }
            }
            // The property would hold of a tracker that finds nothing, too.
            assertThat(silences).isGreaterThan(80);
        }
    }

    @Nested
    class WhatIsRemembered {

        @Test
        void isBounded() {
            listened("pier", NOON, NOON + 100_000 * HOUR);
            for (int i = 0; i < 1000; i++) {
                hear(stretch(NOON + i * 20 * HOUR, 5));
            }

            assertThat(state.presences().inOrder()).hasSize(64);
            assertThat(state.told().size()).isLessThanOrEqualTo(64);
            assertThat(StateCodec.encode(state).length).isLessThan(60_000);
            assertThat(told).noneMatch(Told::isRetracted);
            assertThat(told)
                    .filteredOn(one -> one.state() == State.REAPPEARED && one.version() == 1)
                    .hasSize(999);
        }

        /// The blip alone says nothing of a habit: what came before it must still be known when it
        /// is the oldest that is remembered.
        @Test
        void endsWithoutTakingBackATrueSilence() {
            listened("pier", NOON, NOON + 100_000 * HOUR);
            hear(stretch(NOON, 50));
            hear(stretch(NOON + 100 * HOUR, 2));
            for (int i = 2; i < 140; i++) {
                hear(stretch(NOON + i * 100 * HOUR, 1 + i % 3));
            }

            assertThat(told).noneMatch(Told::isRetracted);
            assertThat(told)
                    .filteredOn(one -> one.state() == State.REAPPEARED && one.version() == 1)
                    .hasSize(139);
            assertThat(told).allMatch(one -> one.usualMillis() == 10 * MINUTE);
        }

        @Test
        void endsWithoutFindingSilencesInWhatWasAHabit() {
            listened("pier", NOON, NOON + 100_000 * HOUR);
            for (int i = 0; i < 30; i++) {
                hear(List.of(at(NOON + i * 7 * HOUR)));
            }
            for (int i = 30; i < 120; i++) {
                hear(stretch(NOON + i * 7 * HOUR, 4));
            }

            assertThat(told).isEmpty();
        }

        @Test
        void takesNoMoreLateDataOlderThanThat() {
            listened("pier", NOON, NOON + 100_000 * HOUR);
            for (int i = 1; i < 100; i++) {
                hear(stretch(NOON + i * 20 * HOUR, 5));
            }
            var before = state;

            assertThat(hear(List.of(at(NOON), at(NOON + 500 * HOUR)))).isEmpty();
            assertThat(state).isEqualTo(before);
        }

        @Test
        void ofItsSourceEndsWithoutTakingBackATrueSilence() {
            listened("pier", NOON, NOON + 20 * HOUR);
            hear(stretch(NOON, 7));
            hear(stretch(NOON + 10 * HOUR, 7));
            assertThat(look()).singleElement().returns(State.OPEN, Told::state);
            for (int i = 1; i <= 600; i++) {
                listened("pier", NOON + i * 100 * HOUR, NOON + (i * 100 + 1) * HOUR);
            }
            assertThat(look()).isEmpty();

            hear(stretch(NOON + 60_000 * HOUR, 3));

            assertThat(told)
                    .extracting(Told::state)
                    .containsExactly(State.REAPPEARED, State.OPEN, State.REAPPEARED);
        }

        @Test
        void isNotMuchForAShipThatIsAlwaysHeard() {
            listened("pier", NOON, NOON + 100_000 * HOUR);
            for (int i = 0; i < 5000; i++) {
                hear(List.of(at(NOON + i * 10_000L)));
            }

            assertThat(StateCodec.encode(state).length).isLessThan(800);
            assertThat(
                            Duration.ofMillis(
                                    state.presences().inOrder().getFirst().last().atMillis()
                                            - NOON))
                    .isEqualTo(Duration.ofSeconds(49_990));
        }
    }
}
