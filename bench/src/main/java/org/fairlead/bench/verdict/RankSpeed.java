package org.fairlead.bench.verdict;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fairlead.association.hull.HullKnown;
import org.fairlead.association.hull.HullSeen;
import org.fairlead.association.ranking.IndexedSilence;
import org.fairlead.association.ranking.Question;
import org.fairlead.association.ranking.RankSettings;
import org.fairlead.association.ranking.Ranker;
import org.fairlead.association.ranking.SilenceIndex;
import org.fairlead.association.ranking.Tied;
import org.fairlead.association.region.WaterShare;
import org.fairlead.seas.distance.Arc;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.Ports;
import org.fairlead.seas.water.SeaDistance;
import org.fairlead.seas.water.SeaField;
import org.fairlead.seas.water.WaterGraph;

/// How long ranking takes: every silence spans the sighting, which is the worst there is.
final class RankSpeed {

    private static final long HOUR = 3_600_000;
    private static final long NOW = 1_767_225_600_000L;
    private static final int RUNS = 15;

    private final SeaDistance sea;
    private final Ranker ranker;
    private final List<Port> ports;
    private final Random random = new Random(7);
    private double sink;

    RankSpeed(WaterGraph graph) {
        sea = graph.distances(Set.of());
        ranker = new Ranker(RankSettings.DEFAULTS, WaterShare.of(graph.land()));
        ports =
                Ports.register().all().stream()
                        .filter(port -> graph.nodeNear(port.place()) >= 0)
                        .toList();
    }

    void run() {
        var field = sea.around(new Place(42.233, 130.300), Double.MAX_VALUE);
        double before = 0;
        for (int size : new int[] {1_000, 10_000, 100_000}) {
            var silences = IntStream.range(0, size).mapToObj(this::spanning).toList();
            var index = index(silences);
            double time = ranking(index, field);
            VerdictBench.print(
                    "rank %,7d silences that all span the sighting, after its one-to-all, median %7.2f ms of CPU%s",
                    size,
                    time,
                    before == 0 ? "" : String.format(Locale.ROOT, ", %.1f times", time / before));
            before = time;
            if (size == 100_000) {
                VerdictBench.print(
                        "  baseline, two great circles each and no more      %7.2f ms",
                        greatCircles(silences, field.from()));
                VerdictBench.print(
                        "  baseline, the sea distance of each looked up      %7.2f ms",
                        lookups(silences, field));
            }
        }
        thousand();
        if (sink == 42) {
            System.out.println();
        }
    }

    /// Of this thread: others have the machine as well.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long processCpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private SilenceIndex.Snapshot index(List<IndexedSilence> silences) {
        var all = new SilenceIndex();
        silences.forEach(silence -> all.put(Tied.of(silence, sea)));
        return all.snapshot();
    }

    private double ranking(SilenceIndex.Snapshot index, SeaField field) {
        var question = question(field.from(), NOW);
        double[] times = new double[RUNS];
        for (int run = -10; run < RUNS; run++) {
            long begin = cpuNanos();
            var ranking = ranker.rank(index, question, field, Ranker.Absence.NONE);
            if (run >= 0) {
                times[run] = (cpuNanos() - begin) / 1e6;
            }
            sink += ranking.never();
            if (run == RUNS - 1) {
                VerdictBench.print(
                        "  (%,d consistent, %,d undecided, %,d excluded)",
                        ranking.consistent(), ranking.undecided(), ranking.excluded());
            }
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private double greatCircles(List<IndexedSilence> silences, Place place) {
        long begin = cpuNanos();
        for (IndexedSilence silence : silences) {
            sink += GreatCircle.lowerBoundNauticalMiles(place, silence.from());
            Place to = silence.to();
            sink += to == null ? 0 : GreatCircle.lowerBoundNauticalMiles(place, to);
        }
        return (cpuNanos() - begin) / 1e6;
    }

    private double lookups(List<IndexedSilence> silences, SeaField field) {
        long begin = cpuNanos();
        for (IndexedSilence silence : silences) {
            sink += field.excludingNauticalMiles(silence.from());
            Place to = silence.to();
            sink += to == null ? 0 : field.excludingNauticalMiles(to);
        }
        return (cpuNanos() - begin) / 1e6;
    }

    /// The world's silences of a month, and a thousand sightings in it, each at another place.
    private void thousand() {
        var silences = new ArrayList<IndexedSilence>();
        for (int at = 0; at < 100_000; at++) {
            silences.add(of(at, NOW + (long) (random.nextDouble() * 720 * HOUR)));
        }
        var index = index(silences);
        var questions = new ArrayList<Question>();
        for (int at = 0; at < 1_000; at++) {
            questions.add(
                    question(
                            ports.get(random.nextInt(ports.size())).place(),
                            NOW + (long) (random.nextDouble() * 720 * HOUR)));
        }
        long begin = System.nanoTime();
        long beginOfCpu = processCpuNanos();
        double found =
                questions.parallelStream().mapToDouble(question -> answered(index, question)).sum();
        double seconds = (System.nanoTime() - begin) / 1e9;
        sink += found;
        VerdictBench.print(
                "a thousand sightings against 100,000 silences of a month, one-to-all and all, %d threads: %.1f s by the clock, %.1f s of CPU (%.0f candidates each)",
                Runtime.getRuntime().availableProcessors(),
                seconds,
                (processCpuNanos() - beginOfCpu) / 1e9,
                found / questions.size());
    }

    private double answered(SilenceIndex.Snapshot index, Question question) {
        var straight = ranker.rank(index, question, null, Ranker.Absence.NONE);
        if (straight.candidates().isEmpty()) {
            return 0;
        }
        var field = sea.around(question.place(), straight.searchNauticalMiles());
        return ranker.rank(index, question, field, Ranker.Absence.NONE).candidates().size();
    }

    private static Question question(Place place, long at) {
        return new Question(
                place,
                at,
                at,
                1.8,
                HullSeen.ofLength(120.0, 8.0),
                new Question.LengthGate(0.2, 24));
    }

    /// Between 6 hours and 40 days long, most of them short, and somewhere in it the sighting.
    private IndexedSilence spanning(int number) {
        return of(number, NOW);
    }

    private IndexedSilence of(int number, long within) {
        double hours = 6 * Math.exp(random.nextDouble() * Math.log(160));
        long start = within - (long) (random.nextDouble() * hours * HOUR);
        Place port = ports.get(random.nextInt(ports.size())).place();
        Place from = blurred(port, 60);
        double way = 12 * hours * random.nextDouble() * 0.7;
        Place to = new Arc(from, blurred(port, 600)).at(Math.min(way, 2_000));
        return new IndexedSilence(
                new UUID(number, 1),
                "ship" + number * 2 / 3,
                start,
                start + (long) (hours * HOUR),
                from,
                to,
                18 + 8 * random.nextDouble(),
                11 + 4 * random.nextDouble(),
                new HullKnown(new int[] {60 + random.nextInt(200)}, null, 70),
                false);
    }

    private Place blurred(Place place, double miles) {
        return new Place(
                Math.clamp(place.latitudeDegrees() + random.nextGaussian() * miles / 60, -80, 80),
                Math.IEEEremainder(
                        place.longitudeDegrees() + random.nextGaussian() * miles / 60, 360));
    }
}
