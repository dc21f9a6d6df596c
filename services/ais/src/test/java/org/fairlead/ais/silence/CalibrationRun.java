package org.fairlead.ais.silence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fairlead.ais.scale.Recorded;
import org.fairlead.ais.scale.Scenario;
import org.fairlead.ais.segment.Point;
import org.fairlead.ais.segment.SegmentDefaults;
import org.fairlead.ais.segment.Segmenter;
import org.fairlead.bench.world.Shares;
import org.fairlead.bench.world.Truth;
import org.fairlead.bench.world.Truth.Cause;
import org.fairlead.bench.world.WorldSettings;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.Silence.State;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.service.json.StrictJson;
import org.fairlead.testing.PlatformResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scores the rule of silences and the rule of identity switches on labelled data, and writes
/// `docs/calibration.md`: `./fairlead bench calibrate`. Not part of a build's tests, for its
/// length.
class CalibrationRun {

    private static final Instant BEGIN = Instant.parse("2024-03-01T00:00:00Z");
    private static final int VESSELS = Integer.getInteger("calibration.vessels", 2_000);
    private static final int DAYS = Integer.getInteger("calibration.days", 2);
    private static final int PARTITIONS = 4;

    /// A world that no threshold was chosen on; those were 7 and 8.
    private static final long DOCUMENTED_SEED = 20261126;

    private static final long SEED = Long.getLong("calibration.seed", DOCUMENTED_SEED);

    /// Which ports the rules know: `made` are those of the made world beside the register, `listed`
    /// the register alone, in which most of them are not.
    private static final String PORTS = System.getProperty("calibration.ports", "made");

    /// Of other worlds than the documented one the page is not among the documents.
    private static final Path PAGE =
            Path.of(
                    System.getProperty(
                            "calibration.page",
                            SEED == DOCUMENTED_SEED && PORTS.equals("made")
                                    ? "../../docs/calibration.md"
                                    : "target/calibration.md"));

    private static final String MADE_PORTS =
            "The rules know the world's ports, as if an operator had imported them; where ships lie"
                    + " in a port that no list has, what follows from lying there is found wrongly:"
                    + " pairs with few others around them are encounters.";

    private static final String LISTED_PORTS =
            "The rules know the ports of the register alone, and most of the world's are not where"
                    + " these are.";

    private static final Duration SWITCH_WITHIN = Duration.ofHours(3);

    /// A silence found is the one that is true when they begin this near to each other.
    private static final Duration SAME = Duration.ofMinutes(30);

    @Test
    void scoresTheRulesAndWritesThePage(@TempDir Path directory) throws Exception {
        var settings =
                WorldSettings.of(SEED, VESSELS, BEGIN, Duration.ofDays(DAYS)).with(Shares.EVENTFUL);
        var found = new ArrayList<Silence>();
        var others = new ArrayList<JsonNode>();
        var heardHours = new HashMap<Integer, Long>();
        var world =
                Recorded.world(
                        settings,
                        PARTITIONS,
                        Duration.ofMinutes(20),
                        fix -> heard(fix, heardHours));
        var json = StrictJson.mapper();
        try (var run = new Scenario(21, "calibrate", world, directory)) {
            run.spawn(0, 1, List.of("-Dscale.ports=" + PORTS));
            for (JsonNode one : run.newest().values()) {
                if (!one.has("details")) {
                    found.add(json.treeToValue(one, Silence.class));
                } else {
                    others.add(one);
                }
            }
        }
        var page = page(world.truth(), found, others, world.fixes(), heardHours);
        Files.writeString(PAGE, page);
        System.out.println(page);
        assertThat(found).isNotEmpty();
    }

    private static void heard(Fix fix, Map<Integer, Long> heardHours) {
        long hour = (fix.epochMillis() - BEGIN.toEpochMilli()) / 3_600_000;
        heardHours.merge(fix.mmsi(), 1L << Math.clamp(hour, 0, 63), (one, other) -> one | other);
    }

    private static String page(
            List<Truth> truth,
            List<Silence> found,
            List<JsonNode> others,
            long fixes,
            Map<Integer, Long> heardHours)
            throws IOException {
        var reported =
                found.stream().filter(silence -> silence.state() != State.RETRACTED).toList();
        var trueOnes =
                truth.stream()
                        .filter(Truth.Silence.class::isInstance)
                        .map(Truth.Silence.class::cast)
                        .toList();
        var lines = new ArrayList<String>();
        lines.add("# Calibration");
        lines.add("");
        lines.add(
                "Written by `./fairlead bench calibrate`; not edited. Shares come with their 95 %"
                        + " Wilson interval and their counts.");
        lines.add("");
        lines.add(
                String.format(
                        Locale.ROOT,
                        "**On what.** A made world (`bench`, seed %d, %d ships, %d days, more"
                                + " trouble than the real one): %,d reports heard by 90 stations and 4"
                                + " satellites with outages, lost messages and two areas of false"
                                + " positions. The world knows why each ship was not heard. What it"
                                + " cannot say is how far it is like the sea: these figures compare"
                                + " settings with each other, and are no promise for real feeds."
                                + " Thresholds marked *calibrated* were chosen on two other worlds, seeds 7"
                                + " and 8, and this one was scored once they stood. %s",
                        SEED,
                        VESSELS,
                        DAYS,
                        fixes,
                        PORTS.equals("made") ? MADE_PORTS : LISTED_PORTS));
        lines.add("");
        var switches = only(truth);
        classes(lines, reported, trueOnes, switches);
        rule(lines, reported, trueOnes, switches);
        thresholds(lines, reported, trueOnes, switches);
        identity(lines, reported, truth);
        lines.addAll(
                new ActivityScores(
                                truth, others, BEGIN, BEGIN.plus(Duration.ofDays(DAYS)), heardHours)
                        .lines());
        sample(lines);
        return String.join("\n", lines) + "\n";
    }

    private static List<Truth.IdentitySwitch> only(List<Truth> truth) {
        return truth.stream()
                .filter(Truth.IdentitySwitch.class::isInstance)
                .map(Truth.IdentitySwitch.class::cast)
                .toList();
    }

    /// Whether the ship went on under another number: this one was silent for good.
    private static boolean isSwitched(Silence silence, List<Truth.IdentitySwitch> switches) {
        return switches.stream()
                .anyMatch(one ->
                        text(one.before().mmsi()).equals(silence.vessel().mmsi())
                                && one.at().isAfter(silence.start().at().minus(Duration.ofHours(1)))
                                && one.at().isBefore(silence.start().at().plus(SWITCH_WITHIN)));
    }

    private static void classes(
            List<String> lines,
            List<Silence> reported,
            List<Truth.Silence> trueOnes,
            List<Truth.IdentitySwitch> switches) {
        lines.add("## What silences are called, and why there really was one");
        lines.add("");
        var causes = new ArrayList<String>();
        for (Cause cause : Cause.values()) {
            causes.add(cause.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        causes.add("became another number");
        causes.add("not in the truth");
        lines.add("| called | " + String.join(" | ", causes) + " |");
        lines.add("|---|" + "---|".repeat(causes.size()));
        Map<String, int[]> counts = new TreeMap<>();
        for (Silence silence : reported) {
            var row =
                    counts.computeIfAbsent(silence.classification(), any -> new int[causes.size()]);
            var real = match(silence, trueOnes);
            row[
                    isSwitched(silence, switches)
                            ? causes.size() - 2
                            : real == null ? causes.size() - 1 : real.cause().ordinal()]++;
        }
        counts.forEach((name, row) -> {
            var cells = new ArrayList<String>();
            for (int n : row) {
                cells.add(Integer.toString(n));
            }
            lines.add("| `" + name + "` | " + String.join(" | ", cells) + " |");
        });
        lines.add("");
    }

    private static void rule(
            List<String> lines,
            List<Silence> reported,
            List<Truth.Silence> trueOnes,
            List<Truth.IdentitySwitch> switches) {
        var unexplained = reported.stream().filter(CalibrationRun::isUnexplained).toList();
        var long6 =
                trueOnes.stream()
                        .filter(CalibrationRun::isOff)
                        .filter(one -> hours(one) >= 6)
                        .toList();
        lines.add("## The rule of silences");
        lines.add("");
        lines.add("| figure | share |");
        lines.add("|---|---|");
        lines.add(
                "| precision: of the unexplained ones, nothing was really sent under the number | "
                        + share(
                                unexplained,
                                silence ->
                                        isTrulyOff(silence, trueOnes)
                                                || isSwitched(silence, switches))
                        + " |");
        lines.add(
                "| of these, the transponder was off or broken; the others went on under another number | "
                        + share(
                                unexplained.stream()
                                        .filter(silence ->
                                                isTrulyOff(silence, trueOnes)
                                                        || isSwitched(silence, switches))
                                        .toList(),
                                silence -> !isSwitched(silence, switches))
                        + " |");
        lines.add(
                "| of the unexplained ones, she had sailed out of range | "
                        + share(
                                unexplained,
                                silence ->
                                        !isSwitched(silence, switches)
                                                && isOutOfRange(silence, trueOnes))
                        + " |");
        lines.add(
                "| of the unexplained ones, a receiver or a feed was down | "
                        + share(unexplained, silence -> isReceivers(silence, trueOnes))
                        + " |");
        lines.add(
                "| reported at all, of the times of 6 h and more without transmission | "
                        + share(long6, one -> find(one, reported) != null)
                        + " |");
        lines.add(
                "| recall: of these, called unexplained | "
                        + share(
                                long6,
                                one -> {
                                    var silence = find(one, reported);
                                    return silence != null && isUnexplained(silence);
                                })
                        + " |");
        var known =
                long6.stream()
                        .filter(one -> {
                            var silence = find(one, reported);
                            return silence != null
                                    && !silence.classification().equals(Silence.UNKNOWN);
                        })
                        .toList();
        lines.add(
                "| recall where reception is known (not called unknown) | "
                        + share(known, one -> isUnexplained(requireNonNull(find(one, reported))))
                        + " |");
        lines.add("");
    }

    private static void thresholds(
            List<String> lines,
            List<Silence> reported,
            List<Truth.Silence> trueOnes,
            List<Truth.IdentitySwitch> switches) {
        lines.add("## `ais.silence.unexplained-below`");
        lines.add("");
        lines.add("Among the silences with known reception that nothing else explains.");
        lines.add("");
        lines.add("| P below | precision | recall |");
        lines.add("|---|---|---|");
        var judged =
                reported.stream()
                        .filter(silence ->
                                silence.facts() != null
                                        && silence.facts().reception() != null
                                        && silence.facts().reception().ships() >= 8
                                        && silence.facts().reception().silentIfTransmitting()
                                                != null)
                        .filter(silence ->
                                isUnexplained(silence)
                                        || silence.classification().equals(Silence.COVERAGE_HOLE)
                                        || silence.classification().equals(Silence.UNCLASSIFIED))
                        .toList();
        for (double below : new double[] {0.0001, 0.001, 0.01, 0.05, 0.2}) {
            var named =
                    judged.stream()
                            .filter(silence -> silentIfTransmitting(silence) < below)
                            .toList();
            Predicate<Silence> isOff =
                    silence -> isTrulyOff(silence, trueOnes) || isSwitched(silence, switches);
            var off = judged.stream().filter(isOff).toList();
            lines.add(
                    "| "
                            + below
                            + " | "
                            + share(named, isOff)
                            + " | "
                            + share(off, named::contains)
                            + " |");
        }
        lines.add("");
    }

    private static void identity(List<String> lines, List<Silence> reported, List<Truth> truth) {
        var switches =
                truth.stream()
                        .filter(Truth.IdentitySwitch.class::isInstance)
                        .map(Truth.IdentitySwitch.class::cast)
                        .toList();
        var named =
                reported.stream()
                        .filter(silence -> silence.classification().equals(Silence.IDENTITY_SWITCH))
                        .toList();
        lines.add("## The rule of identity switches");
        lines.add("");
        lines.add("| figure | share |");
        lines.add("|---|---|");
        lines.add(
                "| precision: of the switches named, the two numbers are one ship's | "
                        + share(
                                named,
                                silence -> switches.stream().anyMatch(one -> isThat(one, silence)))
                        + " |");
        lines.add(
                "| recall: of the true switches, named | "
                        + share(
                                switches,
                                one -> named.stream().anyMatch(silence -> isThat(one, silence)))
                        + " |");
        lines.add("");
    }

    private static boolean isThat(Truth.IdentitySwitch one, Silence silence) {
        return silence.vessel().mmsi().equals(text(one.before().mmsi()))
                && silence.facts() != null
                && text(one.after().mmsi()).equals(silence.facts().switchedToMmsi());
    }

    private static String text(int mmsi) {
        return String.format(Locale.ROOT, "%09d", mmsi);
    }

    /// All of these are true: what can be scored is whether we would report them.
    private static void sample(List<String> lines) throws IOException {
        lines.add("## Global Fishing Watch's sample of disabling events");
        lines.add("");
        var file = PlatformResource.realInput("gaps_gfw_disabling_events_sample.csv");
        if (file.isEmpty()) {
            lines.add("Not scored: the sample was not there.");
            return;
        }
        int all = 0;
        int reported = 0;
        int oneShip = 0;
        for (String row :
                Files.readAllLines(file.get()).subList(1, Files.readAllLines(file.get()).size())) {
            String[] cells = row.split(",", -1);
            var start = point(cells, 6);
            var end = point(cells, 10);
            all++;
            reported +=
                    end.atMillis() - start.atMillis() >= Defaults.VALUES.opensAfter().toMillis()
                            ? 1
                            : 0;
            oneShip += Segmenter.canFollow(start, end, SegmentDefaults.VALUES) ? 1 : 0;
        }
        lines.add("| figure | share |");
        lines.add("|---|---|");
        lines.add("| recall of the length rule | " + new Wilson(reported, all) + " |");
        lines.add(
                "| not marked as two ships' (`multiVessel`) | " + new Wilson(oneShip, all) + " |");
        lines.add("");
        lines.add(
                "The sample has only true events and only their ends, so neither precision nor the"
                        + " rule of reception can be scored on it.");
    }

    private static Point point(String[] cells, int at) {
        return new Point(
                Instant.parse(cells[at].replace(" ", "T").replace("+00:00", "Z")).toEpochMilli(),
                Double.parseDouble(cells[at + 1]),
                Double.parseDouble(cells[at + 2]),
                0,
                Double.NaN);
    }

    private static <T> Wilson share(List<T> all, Predicate<T> hit) {
        return new Wilson((int) all.stream().filter(hit).count(), all.size());
    }

    private static boolean isUnexplained(Silence silence) {
        return silence.classification().equals(Silence.UNEXPLAINED);
    }

    private static boolean isOff(Truth.Silence one) {
        return one.cause() == Cause.SWITCHED_OFF || one.cause() == Cause.ANTENNA_FAILURE;
    }

    private static boolean isTrulyOff(Silence silence, List<Truth.Silence> trueOnes) {
        var real = match(silence, trueOnes);
        return real != null && isOff(real);
    }

    private static boolean isOutOfRange(Silence silence, List<Truth.Silence> trueOnes) {
        var real = match(silence, trueOnes);
        return real != null && real.cause() == Cause.OUT_OF_RANGE;
    }

    private static boolean isReceivers(Silence silence, List<Truth.Silence> trueOnes) {
        var real = match(silence, trueOnes);
        return real != null
                && (real.cause() == Cause.RECEIVER_DOWN || real.cause() == Cause.FEED_OUTAGE);
    }

    private static double hours(Truth.Silence one) {
        var end = one.to();
        var until = end == null ? BEGIN.plus(Duration.ofDays(DAYS)) : end;
        return Duration.between(one.from(), until).toMinutes() / 60.0;
    }

    /// Of a silence that was judged by its reception, so that the figure is there.
    private static double silentIfTransmitting(Silence silence) {
        var reception = requireNonNull(requireNonNull(silence.facts()).reception());
        return requireNonNull(reception.silentIfTransmitting());
    }

    private static Truth.@Nullable Silence match(Silence silence, List<Truth.Silence> trueOnes) {
        return trueOnes.stream().filter(one -> isSame(one, silence)).findFirst().orElse(null);
    }

    private static @Nullable Silence find(Truth.Silence one, List<Silence> reported) {
        return reported.stream().filter(silence -> isSame(one, silence)).findFirst().orElse(null);
    }

    private static boolean isSame(Truth.Silence one, Silence silence) {
        return text(one.mmsi()).equals(silence.vessel().mmsi())
                && Duration.between(one.from(), silence.start().at()).abs().compareTo(SAME) <= 0;
    }
}
