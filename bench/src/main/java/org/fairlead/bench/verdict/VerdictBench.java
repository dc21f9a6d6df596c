package org.fairlead.bench.verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.fairlead.association.hull.HullSeen;
import org.fairlead.association.ranking.Candidate;
import org.fairlead.association.ranking.IndexedSilence;
import org.fairlead.association.ranking.Outcome;
import org.fairlead.association.ranking.Question;
import org.fairlead.association.ranking.RankSettings;
import org.fairlead.association.ranking.Ranker;
import org.fairlead.association.ranking.Ranking;
import org.fairlead.association.ranking.SilenceIndex;
import org.fairlead.association.ranking.Tied;
import org.fairlead.association.region.SphericalLens;
import org.fairlead.association.region.WaterShare;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.water.SeaDistance;
import org.fairlead.seas.water.WaterGraph;
import org.jspecify.annotations.Nullable;

/// `./fairlead bench verdicts`: sightings with noise of ships that are silent in a made world, of
/// which the truth is known: is the true ship ever excluded, where does she rank, do posterior and
/// chance rate mean what they say, and how long does it take.
public final class VerdictBench {

    private static final long DAY = 86_400_000;
    private static final double PLACE_ERROR_METRES = 300;
    private static final double LENGTH_ERROR_METRES = 8;
    private static final double TOLERANCE_NAUTICAL_MILES = 1.0;
    private static final double SIGMAS = 3;
    private static final double LENGTH_SIGMAS = 5;

    /// Square nautical miles.
    private static final double EARTH = 148.7e6;

    private static final double STRANGERS_WITHIN = 500;

    /// Of a ship that never transmits there is no track to draw from, so more places are tried.
    private static final int STRANGERS_A_SHIP = 2;

    private final SeaDistance sea;
    private final Ranker ranker;
    private final DarkWorld world;
    private final SilenceIndex.Snapshot index;
    private final Random random = new Random(20260101);
    private final WaterGraph graph;
    private final long first;
    private final long last;
    private final long chanceWindow;

    private final Tally sailed = new Tally();
    private final Tally asModelled = new Tally();
    private final ModelDraw model;
    private final Reliability amongSilent =
            new Reliability(0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01);
    private final Reliability chance =
            new Reliability(0, 1e-9, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.01);
    private final List<Integer> ranks = new ArrayList<>();
    private final List<Integer> fields = new ArrayList<>();
    private int excluded;
    private int undecided;
    private int excludedBySingleWay;
    private int singleWays;

    private VerdictBench(WaterGraph graph, DarkWorld world, int days) {
        this.graph = graph;
        this.sea = graph.distances(Set.of());
        this.world = world;
        this.chanceWindow = Math.max(1, days / 4) * DAY;
        this.ranker =
                new Ranker(
                        RankSettings.DEFAULTS.withChanceWindow(chanceWindow),
                        WaterShare.of(graph.land()));
        this.model = new ModelDraw(random, graph.land(), RankSettings.DEFAULTS);
        var all = new SilenceIndex();
        world.silences().forEach(silence -> all.put(Tied.of(silence, sea)));
        this.index = all.snapshot();
        this.first = world.from.toEpochMilli() + days * DAY / 5;
        this.last = world.to.toEpochMilli() - days * DAY / 5;
    }

    /// @param arguments the graph, sightings, ships, days, and where the report goes or `-`
    public static void main(String[] arguments) throws IOException {
        var graph = WaterGraph.open(Path.of(arguments[0]));
        int sightings = Integer.parseInt(arguments[1]);
        int ships = Integer.parseInt(arguments[2]);
        int days = Integer.parseInt(arguments[3]);
        if (sightings > 0) {
            print("a world of %,d ships and %d days is being made", ships, days);
            var bench = new VerdictBench(graph, DarkWorld.made(1, ships, days), days);
            bench.run(sightings);
            bench.report(arguments[4]);
        }
        new RankSpeed(graph).run();
    }

    private void run(int sightings) {
        print(
                "%,d silences of %,d ships; sightings are off by %.0f m (one deviation), lengths by %.0f m",
                world.silences().size(),
                world.silences().stream().map(IndexedSilence::mmsi).distinct().count(),
                PLACE_ERROR_METRES,
                LENGTH_ERROR_METRES);
        double silentHours = 0;
        for (IndexedSilence silence : world.silences()) {
            silentHours +=
                    Math.max(
                                    0,
                                    Math.min(last, silence.endMillis())
                                            - Math.max(first, silence.startMillis()))
                            / 3.6e6;
        }
        for (int sighting = 0; sighting < sightings; sighting++) {
            see(drawn(), silentHours / sightings, sighting < 150);
        }
        int strangers = STRANGERS_A_SHIP * sightings;
        for (int sighting = 0; sighting < strangers; sighting++) {
            seeStranger(strangers, false);
        }
        int modelled = (sightings + 1) / 2;
        for (int sighting = 0; sighting < modelled; sighting++) {
            seeAsModelled(drawn(), silentHours / modelled);
        }
        for (int sighting = 0; sighting < STRANGERS_A_SHIP * modelled; sighting++) {
            seeStranger(STRANGERS_A_SHIP * modelled, true);
        }
        results(sightings);
    }

    /// One moment of one silence, every hour of silence alike.
    private record Moment(IndexedSilence silence, long at) {}

    private Moment drawn() {
        while (true) {
            var silence = world.silences().get(random.nextInt(world.silences().size()));
            long longest = 8 * DAY;
            long at = silence.startMillis() + (long) (random.nextDouble() * longest);
            if (at < silence.endMillis() && at >= first && at < last) {
                return new Moment(silence, at);
            }
        }
    }

    private void see(Moment moment, double weight, boolean bySingleWays) {
        var track = world.track(moment.silence());
        int sample = track.upTo(moment.at());
        var hull =
                new HullSeen(
                        Math.max(
                                5,
                                moment.silence().hull().lengthsMetres()[0]
                                        + LENGTH_ERROR_METRES * random.nextGaussian()),
                        LENGTH_ERROR_METRES,
                        null,
                        null,
                        (track.course(sample) + 5 * random.nextGaussian() + 720) % 360,
                        5.0,
                        true,
                        track.knots(sample) < 0.7,
                        Set.of());
        var question = question(blurred(track.placeAt(moment.at())), moment.at(), hull);
        var ranking = ranked(question);
        int place = placeOf(ranking, moment.silence());
        if (place < 0) {
            excluded++;
        } else {
            undecided += ranking.candidates().get(place).outcome() == Outcome.UNDECIDED ? 1 : 0;
            ranks.add(place + 1);
            fields.add(ranking.candidates().size());
        }
        for (int at = 0; at < ranking.candidates().size(); at++) {
            var candidate = ranking.candidates().get(at);
            amongSilent.add(candidate.posteriorAmongSilent(), at == place, 1);
        }
        sailed.add(ranking, place, false, weight);
        if (bySingleWays) {
            singleWay(moment.silence(), question);
        }
        chances(question, ranking, moment.silence());
    }

    /// The same ship at the same time, where and as the likelihood would have her.
    private void seeAsModelled(Moment moment, double weight) {
        var silence = moment.silence();
        Place to = silence.to();
        var found = model.place(silence, moment.at(), TOLERANCE_NAUTICAL_MILES);
        if (found.isEmpty() || to == null) {
            return;
        }
        Place place = found.get();
        var hull =
                model.hull(
                        silence.hull().lengthsMetres()[0],
                        LENGTH_ERROR_METRES,
                        ModelDraw.bearing(silence.from(), place),
                        ModelDraw.bearing(place, to));
        var ranking = ranked(question(blurred(place), moment.at(), hull));
        asModelled.add(ranking, placeOf(ranking, silence), false, weight);
    }

    private static int placeOf(Ranking ranking, IndexedSilence silence) {
        for (int at = 0; at < ranking.candidates().size(); at++) {
            if (ranking.candidates().get(at).silence().id().equals(silence.id())) {
                return at;
            }
        }
        return -1;
    }

    /// By the single ways verdicts are reached with where few silences are left: tighter bounds.
    private void singleWay(IndexedSilence silence, Question question) {
        singleWays++;
        double knots = silence.exclusionKnots();
        double in = miles(silence.from(), question.place());
        Place to = silence.to();
        double out = to == null ? 0 : miles(question.place(), to);
        double spare =
                Math.min(
                        knots * (question.fromMillis() - silence.startMillis()) / 3.6e6 - in,
                        knots * (silence.endMillis() - question.fromMillis()) / 3.6e6 - out);
        excludedBySingleWay += spare < -question.toleranceNauticalMiles() ? 1 : 0;
    }

    private double miles(Place from, Place to) {
        return sea.between(from, to)
                .map(way -> way.excludingNauticalMiles())
                .orElseGet(() -> GreatCircle.lowerBoundNauticalMiles(from, to));
    }

    /// Other ships drawn at random: how likely each was said to fit by chance, and whether she
    /// does.
    private void chances(Question question, Ranking ranking, IndexedSilence hers) {
        var consistent = new HashSet<String>();
        for (Candidate candidate : ranking.candidates()) {
            if (candidate.outcome() == Outcome.CONSISTENT) {
                consistent.add(candidate.silence().mmsi());
            }
        }
        var bare =
                new Question(
                        question.place(),
                        question.fromMillis(),
                        question.toMillis(),
                        question.toleranceNauticalMiles(),
                        question.hull(),
                        question.lengthGate());
        for (IndexedSilence other : near(question, hers)) {
            double rate = ranker.chanceRate(index, other.mmsi(), bare, null);
            chance.add(rate, consistentByStraightLine(question, other.mmsi()), 1);
        }
    }

    /// By the straight line both times, which costs no search and is the same question.
    private boolean consistentByStraightLine(Question question, String mmsi) {
        return index.ofShip(mmsi).stream()
                .map(Tied::silence)
                .anyMatch(silence -> isConsistent(question, silence));
    }

    private static boolean isConsistent(Question question, IndexedSilence silence) {
        Place to = silence.to();
        if (to == null
                || question.fromMillis() < silence.startMillis()
                || question.fromMillis() > silence.endMillis()
                || question.lengthGate()
                        .isOther(question.hull().lengthMetres(), silence.hull().lengthsMetres())) {
            return false;
        }
        double knots = silence.exclusionKnots();
        return knots * (question.fromMillis() - silence.startMillis()) / 3.6e6
                        >= GreatCircle.lowerBoundNauticalMiles(silence.from(), question.place())
                && knots * (silence.endMillis() - question.fromMillis()) / 3.6e6
                        >= GreatCircle.lowerBoundNauticalMiles(question.place(), to);
    }

    /// Twenty other ships, half of them out of those that fell silent within a thousand miles.
    private List<IndexedSilence> near(Question question, IndexedSilence hers) {
        var found = new ArrayList<IndexedSilence>();
        for (int draw = 0; draw < 400 && found.size() < 20; draw++) {
            var other = world.silences().get(random.nextInt(world.silences().size()));
            boolean isNear = GreatCircle.nauticalMiles(other.from(), question.place()) < 1_000;
            if (!other.mmsi().equals(hers.mmsi()) && (isNear || found.size() < 10)) {
                found.add(other);
            }
        }
        return found;
    }

    /// A ship that never transmits, drawn mostly where silent ships are, and counted for the fewer
    /// the likelier her place was to be drawn: by the prior she is anywhere at sea with equal
    /// right.
    private void seeStranger(int draws, boolean isAsModelled) {
        long at = first + (long) (random.nextDouble() * (last - first));
        var silent = new ArrayList<Place>();
        for (IndexedSilence silence : world.silences()) {
            if (silence.startMillis() <= at && at < silence.endMillis()) {
                silent.add(world.track(silence).placeAt(at));
            }
        }
        Place place =
                silent.isEmpty() || random.nextInt(5) == 0
                        ? anywhere()
                        : model.within(silent.get(random.nextInt(silent.size())), STRANGERS_WITHIN);
        if (graph.land().isLand(place.latitudeDegrees(), place.longitudeDegrees())) {
            return;
        }
        double drawn = silent.isEmpty() ? 1 / EARTH : 0.2 / EARTH;
        for (Place other : silent) {
            drawn +=
                    GreatCircle.nauticalMiles(other, place) <= STRANGERS_WITHIN
                            ? 0.8 / silent.size() / SphericalLens.cap(STRANGERS_WITHIN)
                            : 0;
        }
        double hours =
                RankSettings.DEFAULTS.neverTransmittingPerMillionSquareNauticalMiles()
                        / 1e6
                        * (last - first)
                        / 3.6e6;
        var fleet = world.fleet();
        double length = fleet.get(random.nextInt(fleet.size())).lengthMetres();
        var hull =
                isAsModelled
                        ? model.stranger(LENGTH_ERROR_METRES)
                        : ModelDraw.seen(
                                length + LENGTH_ERROR_METRES * random.nextGaussian(),
                                LENGTH_ERROR_METRES,
                                random.nextDouble() * 360);
        (isAsModelled ? asModelled : sailed)
                .add(ranked(question(place, at, hull)), -1, true, hours / drawn / draws);
    }

    private Place anywhere() {
        double latitude = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
        return new Place(latitude, random.nextDouble() * 360 - 180);
    }

    private Ranking ranked(Question question) {
        var straight = ranker.rank(index, question, null, Ranker.Absence.NONE);
        return straight.candidates().isEmpty()
                ? straight
                : ranker.rank(
                        index,
                        question,
                        sea.around(question.place(), straight.searchNauticalMiles()),
                        Ranker.Absence.NONE);
    }

    private static Question question(Place place, long at, HullSeen hull) {
        return new Question(
                place,
                at,
                at,
                TOLERANCE_NAUTICAL_MILES
                        + SIGMAS * PLACE_ERROR_METRES / GreatCircle.METRES_PER_NAUTICAL_MILE,
                hull,
                new Question.LengthGate(0.20, LENGTH_SIGMAS * LENGTH_ERROR_METRES));
    }

    private Place blurred(Place place) {
        double degree = 111_195;
        double north = PLACE_ERROR_METRES * random.nextGaussian() / degree;
        double east =
                PLACE_ERROR_METRES
                        * random.nextGaussian()
                        / (degree
                                * Math.max(
                                        0.02, Math.cos(Math.toRadians(place.latitudeDegrees()))));
        return new Place(
                Math.clamp(place.latitudeDegrees() + north, -90, 90),
                Math.IEEEremainder(place.longitudeDegrees() + east, 360));
    }

    private void results(int sightings) {
        print("true ship excluded: %d of %,d", excluded, sightings);
        print(
                "  by single ways, the tighter bound: %d of %,d; undecided because within the errors: %d",
                excludedBySingleWay, singleWays, undecided);
        int[] sorted = ranks.stream().mapToInt(Integer::intValue).sorted().toArray();
        int[] many = fields.stream().mapToInt(Integer::intValue).sorted().toArray();
        print(
                "true ship ranked first: %.1f %%, among three: %.1f %%, median %d of %d, 90th percentile %d",
                100.0 * Arrays.stream(sorted).filter(rank -> rank == 1).count() / sorted.length,
                100.0 * Arrays.stream(sorted).filter(rank -> rank <= 3).count() / sorted.length,
                sorted[sorted.length / 2],
                many[many.length / 2],
                sorted[sorted.length * 9 / 10]);
        print(
                "mean distance of posterior from observed: %.4f among silent ships, %.5f with ships that never transmit; of chance rate: %.4f",
                amongSilent.error(), sailed.candidates.error(), chance.error());
        print(
                "true ships that the posteriors promise for each that was: %.2f; a ship that never transmits: said %.3f, was %.3f",
                sailed.candidates.promised(),
                sailed.strangers.meanPredicted(),
                sailed.strangers.meanObserved());
        print(
                "the same of ships drawn by the likelihood itself: %.5f off; promised for each %.2f; a ship that never transmits: said %.3f, was %.3f",
                asModelled.candidates.error(),
                asModelled.candidates.promised(),
                asModelled.strangers.meanPredicted(),
                asModelled.strangers.meanObserved());
        System.out.println(amongSilent.table("posterior among silent ships"));
        System.out.println(sailed.candidates.table("posterior with ships that never transmit"));
        System.out.println(asModelled.candidates.table("the same, drawn by the likelihood"));
        System.out.println(sailed.strangers.table("posterior of a ship that never transmits"));
        System.out.println(chance.table("chance rate of another ship"));
    }

    /// Writes the diagram and the tables where they are asked for.
    private void report(String directory) throws IOException {
        if (directory.equals("-")) {
            return;
        }
        var folder = Path.of(directory);
        var picture =
                Files.createDirectories(folder.resolve("pictures"))
                        .resolve("verdict-reliability.svg");
        Files.writeString(
                picture,
                ReliabilityDiagram.svg(
                        List.of(
                                new ReliabilityDiagram.Panel(
                                        "Posterior among silent ships", amongSilent, 0),
                                new ReliabilityDiagram.Panel(
                                        "With ships that never transmit", sailed.candidates, 1e-5),
                                new ReliabilityDiagram.Panel(
                                        "A ship that never transmits", sailed.strangers, 0),
                                new ReliabilityDiagram.Panel(
                                        "Drawn by the likelihood", asModelled.candidates, 1e-5),
                                new ReliabilityDiagram.Panel("Chance rate", chance, 0))));
        Files.writeString(
                folder.resolve("verdict-calibration.md"),
                Report.of(this.summary(), amongSilent, sailed, asModelled, chance));
        print("written: %s and %s", folder.resolve("verdict-calibration.md"), picture);
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "%,d sightings of silent ships out of a world of %,d silences: **true ship excluded: %d of %,d**; by single ways %d of %,d. She was ranked first in %.0f %%, among the first three in %.0f %%; half of the sightings had %d candidates or fewer. Chance rates are over %d days to either side, the world being short.",
                ranks.size() + excluded,
                world.silences().size(),
                excluded,
                ranks.size() + excluded,
                excludedBySingleWay,
                singleWays,
                100.0 * ranks.stream().filter(rank -> rank == 1).count() / ranks.size(),
                100.0 * ranks.stream().filter(rank -> rank <= 3).count() / ranks.size(),
                fields.stream().sorted().toList().get(fields.size() / 2),
                chanceWindow / DAY);
    }

    static void print(String format, @Nullable Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
