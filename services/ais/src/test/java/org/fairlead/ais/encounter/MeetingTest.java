package org.fairlead.ais.encounter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import org.fairlead.ais.Configured;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTest {

    private static final long SLOT = 2_840_000;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final EncounterConfig CONFIG = Configured.defaults(EncounterConfig.class);

    private static Point at(int mmsi, double latitude, double longitude) {
        return new Point(mmsi, SLOT, latitude, longitude, 0.1, false, false, "pier");
    }

    /// The point so many metres from another one, on a sphere.
    private static Point from(
            double latitude, double longitude, double metres, double course, int mmsi) {
        double angle = Math.toRadians(metres / METRES_PER_DEGREE);
        double north = Math.toRadians(latitude);
        double sine =
                Math.sin(north) * Math.cos(angle)
                        + Math.cos(north) * Math.sin(angle) * Math.cos(course);
        double east =
                Math.atan2(
                        Math.sin(course) * Math.sin(angle) * Math.cos(north),
                        Math.cos(angle) - Math.sin(north) * sine);
        return at(
                mmsi,
                Math.toDegrees(Math.asin(Math.clamp(sine, -1, 1))),
                Math.IEEEremainder(longitude + Math.toDegrees(east), 360));
    }

    /// What holds of a set of points, by its definition.
    private static Set<Contact> holding(Collection<Point> points, EncounterConfig config) {
        var uncrowded = new ArrayList<Point>();
        for (Point one : points) {
            long others =
                    points.stream()
                            .filter(other -> other != one)
                            .filter(other -> one.metresTo(other) <= config.wideMetres())
                            .count();
            if (others <= config.crowd()) {
                uncrowded.add(one);
            }
        }
        var contacts = new HashSet<Contact>();
        for (Point one : uncrowded) {
            for (Point other : uncrowded) {
                if (one.mmsi() < other.mmsi() && one.metresTo(other) <= config.wideMetres()) {
                    contacts.add(new Contact(one, other));
                }
            }
        }
        return contacts;
    }

    /// Cells and pairs as the topology runs them. Notes of a ship to a cell keep their order, as do
    /// those of a cell to a pair; nothing else has one.
    private static final class Sea {

        private record Route(long from, long to) {}

        private final EncounterConfig config;
        private final GridPoints grid;
        private final Nearness nearness;
        private final Random random;
        private final Map<Route, Queue<byte[]>> toCells = new LinkedHashMap<>();
        private final Map<Route, Queue<byte[]>> toPairs = new LinkedHashMap<>();
        private final Map<Long, Meeting> cells = new LinkedHashMap<>();
        private final Map<Long, PairState> pairs = new LinkedHashMap<>();
        private int notesToPairs;

        Sea(EncounterConfig config, Random random) {
            this.config = config;
            this.grid = new GridPoints(config, sample -> false);
            this.nearness = Nearness.of(config);
            this.random = random;
        }

        void note(Point point, boolean isThere) {
            for (long cell : grid.cellsOf(point)) {
                toCells.computeIfAbsent(new Route(point.mmsi(), cell), any -> new ArrayDeque<>())
                        .add(point.note(isThere));
            }
        }

        /// Some of what waits; a cell that is written and read on the way stays what it was.
        void deliverSome() {
            for (int n = random.nextInt(4); n > 0; n--) {
                deliver(toCells, this::toCell);
            }
            for (int n = random.nextInt(6); n > 0; n--) {
                deliver(toPairs, this::toPair);
            }
            if (!cells.isEmpty() && random.nextInt(5) == 0) {
                long cell = oneOf(cells.keySet());
                cells.computeIfPresent(
                        cell, (key, state) -> Meeting.decode(state.encode(), nearness));
            }
        }

        void deliverAll() {
            while (!toCells.isEmpty() || !toPairs.isEmpty()) {
                deliver(toCells, this::toCell);
                deliver(toPairs, this::toPair);
            }
        }

        private <T> T oneOf(Collection<T> all) {
            return List.copyOf(all).get(random.nextInt(all.size()));
        }

        private void deliver(
                Map<Route, Queue<byte[]>> waiting,
                java.util.function.BiConsumer<Route, byte[]> receiver) {
            if (waiting.isEmpty()) {
                return;
            }
            var route = oneOf(waiting.keySet());
            var notes = requireNonNull(waiting.get(route));
            byte[] note = notes.remove();
            if (notes.isEmpty()) {
                waiting.remove(route);
            }
            receiver.accept(route, note);
        }

        private void toCell(Route route, byte[] note) {
            cells.put(
                    route.to(),
                    cells.getOrDefault(route.to(), Meeting.NONE)
                            .on(
                                    route.to(),
                                    note,
                                    nearness,
                                    (pair, contact) -> {
                                        notesToPairs++;
                                        toPairs.computeIfAbsent(
                                                        new Route(route.to(), pair),
                                                        any -> new ArrayDeque<>())
                                                .add(contact);
                                    }));
        }

        private void toPair(Route route, byte[] note) {
            pairs.put(route.to(), pairs.getOrDefault(route.to(), PairState.NONE).and(note));
        }

        Set<Contact> contacts() {
            var contacts = new HashSet<Contact>();
            for (PairState pair : pairs.values()) {
                contacts.addAll(pair.oneOfEachTime());
                assertThat(PairState.decode(pair.encode()).oneOfEachTime())
                        .isEqualTo(pair.oneOfEachTime());
            }
            return contacts;
        }
    }

    /// A ship's notes: where she is said to be, twice sometimes, and what corrects it.
    private static List<Map.Entry<Point, Boolean>> story(
            Random random, double latitude, double longitude, int mmsi, List<Point> last) {
        var notes = new ArrayList<Map.Entry<Point, Boolean>>();
        int corrections = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
        for (int n = 0; n <= corrections; n++) {
            var point =
                    from(
                            latitude,
                            longitude,
                            1_600 * Math.sqrt(random.nextDouble()),
                            2 * Math.PI * random.nextDouble(),
                            mmsi);
            notes.add(Map.entry(point, true));
            if (random.nextInt(8) == 0) {
                notes.add(Map.entry(point, true));
            }
            boolean isLast = n == corrections;
            if (isLast && random.nextInt(6) > 0) {
                last.add(point);
                return notes;
            }
            notes.add(Map.entry(point, false));
            if (random.nextInt(8) == 0) {
                notes.add(Map.entry(point, false));
            }
        }
        return notes;
    }

    /// Where four cells meet, at the equator, by 180°, far north, where rows become one cell, and
    /// at both poles.
    @ParameterizedTest
    @CsvSource({
        "30.001, 124.002",
        "0, 0",
        "10.05, 179.999",
        "-10.1, -180",
        "71.099, -150.3",
        "88.995, 12.34",
        "-89.003, 180",
        "89.991, -60",
        "90, 0",
        "-89.9999, 33"
    })
    void whatHoldsFollowsFromThePointsAndNotFromTheirOrder(double latitude, double longitude) {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            int crowd = 1 + random.nextInt(10);
            var config =
                    Configured.with(
                            EncounterConfig.class,
                            Map.of("ais.encounter.crowd", Integer.toString(crowd)));
            var sea = new Sea(config, random);
            var last = new ArrayList<Point>();
            var stories = new ArrayList<List<Map.Entry<Point, Boolean>>>();
            for (int ship = 5 + random.nextInt(60); ship > 0; ship--) {
                stories.add(story(random, latitude, longitude, 200_000_000 + ship, last));
            }
            while (!stories.isEmpty()) {
                var one = stories.get(random.nextInt(stories.size()));
                var note = one.removeFirst();
                sea.note(note.getKey(), note.getValue());
                stories.removeIf(List::isEmpty);
                sea.deliverSome();
            }
            sea.deliverAll();

            assertThat(sea.contacts())
                    .as("seed %d, crowd %d", seed, crowd)
                    .isEqualTo(holding(last, config));
        }
    }

    @Nested
    class AHarbourInNoList {

        private static final int BOATS = 450;

        /// Boats within a kilometre of each other, and two ships out in the roads.
        private List<Point> boats(Random random) {
            var points = new ArrayList<Point>();
            for (int i = 0; i < BOATS; i++) {
                points.add(
                        from(
                                30.05,
                                124.05,
                                500 * Math.sqrt(random.nextDouble()),
                                2 * Math.PI * random.nextDouble(),
                                200_000_000 + i));
            }
            points.add(at(300_000_001, 30.07, 124.05));
            points.add(at(300_000_002, 30.071, 124.05));
            Collections.shuffle(points, random);
            return points;
        }

        @Test
        void hasNoContactsAndTheRoadsBesideItHave() {
            var sea = new Sea(CONFIG, new Random(1));
            boats(new Random(2)).forEach(point -> sea.note(point, true));
            sea.deliverAll();

            assertThat(sea.contacts())
                    .singleElement()
                    .returns(300_000_001, one -> one.a().mmsi())
                    .returns(300_000_002, one -> one.b().mmsi());
        }

        @Test
        void sendsPairsAFewNotesABoatAndNotOneForEachOther() {
            var sea = new Sea(CONFIG, new Random(1));
            boats(new Random(2)).forEach(point -> sea.note(point, true));
            sea.deliverAll();

            assertThat(sea.notesToPairs).isLessThan(BOATS * CONFIG.crowd());
        }

        @Test
        void hasContactsOnceLateDataShowsThatMostWereElsewhere() {
            var points = boats(new Random(2));
            var sea = new Sea(CONFIG, new Random(1));
            points.forEach(point -> sea.note(point, true));
            sea.deliverAll();
            var left = points.subList(0, 8);
            points.subList(8, points.size()).forEach(point -> sea.note(point, false));
            sea.deliverAll();

            assertThat(sea.contacts()).isEqualTo(holding(left, CONFIG)).isNotEmpty();
        }
    }

    @Test
    void aTankerWithFourBesideHerAndAReeferWithTenCatchersMeetThem() {
        for (int others : new int[] {4, 10}) {
            var sea = new Sea(CONFIG, new Random(1));
            for (int i = 0; i <= others; i++) {
                sea.note(from(30.05, 124.05, i == 0 ? 0 : 120, i, 200_000_000 + i), true);
            }
            sea.deliverAll();

            assertThat(sea.contacts().stream().filter(one -> one.a().mmsi() == 200_000_000))
                    .hasSize(others);
        }
    }

    @Nested
    class MoreShipsThanACellHolds {

        private List<Point> far(Random random) {
            var points = new ArrayList<Point>();
            for (int i = 0; i <= Meeting.MOST; i++) {
                points.add(
                        at(
                                200_000_000 + i,
                                30.012 + 0.076 * random.nextDouble(),
                                124.015 + 0.07 * random.nextDouble()));
            }
            return points;
        }

        @Test
        void sayNothingInWhicheverOrderTheyCame() {
            for (int seed = 0; seed < 5; seed++) {
                var points = far(new Random(3));
                Collections.shuffle(points, new Random(seed));
                var sea = new Sea(CONFIG, new Random(seed));
                points.subList(0, Meeting.MOST).forEach(point -> sea.note(point, true));
                sea.deliverAll();
                assertThat(sea.contacts())
                        .isEqualTo(holding(points.subList(0, Meeting.MOST), CONFIG))
                        .isNotEmpty();

                sea.note(points.getLast(), true);
                sea.deliverAll();
                assertThat(sea.contacts()).isEmpty();
            }
        }

        @Test
        void sayNothingEvenWhenSomeWereElsewhereAfterAll() {
            var points = far(new Random(3));
            var sea = new Sea(CONFIG, new Random(4));
            points.forEach(point -> sea.note(point, true));
            sea.deliverAll();
            sea.cells.replaceAll(
                    (cell, state) -> Meeting.decode(state.encode(), Nearness.of(CONFIG)));
            points.subList(0, 300).forEach(point -> sea.note(point, false));
            sea.note(at(300_000_001, 30.05, 124.05), true);
            sea.note(at(300_000_002, 30.0501, 124.05), true);
            sea.deliverAll();

            assertThat(sea.contacts()).isEmpty();
        }

        @Test
        void areForgottenWhenThePlaceBelongsToALaterTime() {
            var nearness = Nearness.of(CONFIG);
            long cell = new GridPoints(CONFIG, any -> false).cellsOf(at(1, 30.05, 124.05))[0];
            var full = Meeting.tooFull(SLOT);
            var later =
                    new Point(200_000_001, SLOT + 8784, 30.05, 124.05, 0.1, false, false, "pier");

            var next = full.on(cell, later.note(true), nearness, (pair, note) -> {});

            assertThat(next.slot()).isEqualTo(later.slot());
            assertThat(next.on(cell, at(2, 30.05, 124.05).note(false), nearness, (p, n) -> {}))
                    .isSameAs(next);
        }
    }

    /// As they stand in stores and topics that an earlier version wrote.
    @Nested
    class BytesOfAnEarlierVersion {

        private static void write(DataOutputStream out, Point point) throws IOException {
            out.writeInt(point.mmsi());
            out.writeLong(point.slot());
            out.writeDouble(point.latitudeDegrees());
            out.writeDouble(point.longitudeDegrees());
            out.writeDouble(point.speedKnots());
            out.writeByte((point.isFishing() ? 1 : 0) | (point.synthetic() ? 2 : 0));
            out.writeUTF(point.source());
        }

        private interface Writing {
            void to(DataOutputStream out) throws IOException;
        }

        private static byte[] bytes(Writing writing) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(bytes)) {
                writing.to(out);
            }
            return bytes.toByteArray();
        }

        private final Point she = at(200_000_001, 30.05, 124.05);
        private final Point other =
                new Point(
                        200_000_002,
                        SLOT,
                        30.051,
                        124.05,
                        0.3,
                        true,
                        true,
                        "Ålesund \0 \ud83d\udea2");

        @Test
        void areWhatIsWrittenNow() throws IOException {
            assertThat(other.note(true))
                    .isEqualTo(
                            bytes(out -> {
                                out.writeBoolean(true);
                                write(out, other);
                            }));
            assertThat(Meeting.slotOf(other.note(true))).isEqualTo(SLOT);
            assertThat(Point.ofNote(other.note(false))).isEqualTo(new Point.Note(false, other));
            assertThat(Contact.of(other, she).note(false))
                    .isEqualTo(
                            bytes(out -> {
                                out.writeBoolean(false);
                                write(out, she);
                                write(out, other);
                            }));
            byte[] pair =
                    bytes(out -> {
                        out.writeLong(Long.MIN_VALUE);
                        out.writeShort(1);
                        write(out, she);
                        write(out, other);
                        out.writeInt(0);
                    });
            assertThat(PairState.NONE.and(Contact.of(she, other).note(true)).encode())
                    .isEqualTo(pair);
            assertThat(PairState.decode(pair).oneOfEachTime())
                    .containsExactly(new Contact(she, other));
        }

        @Test
        void goOnInTheMiddleOfATime() throws IOException {
            var nearness = Nearness.of(CONFIG);
            long cell = new GridPoints(CONFIG, any -> false).cellsOf(she)[0];
            byte[] stored =
                    bytes(out -> {
                        out.writeShort(2);
                        write(out, she);
                        write(out, other);
                    });
            var told = new ArrayList<Contact.Note>();

            var state = Meeting.decode(stored, nearness);
            assertThat(state.encode()).isEqualTo(stored);
            state =
                    state.on(
                            cell,
                            she.note(false),
                            nearness,
                            (pair, note) -> told.add(Contact.ofNote(note)));

            assertThat(told).containsExactly(new Contact.Note(false, new Contact(she, other)));
            assertThat(state.isEmpty()).isFalse();
        }
    }
}
