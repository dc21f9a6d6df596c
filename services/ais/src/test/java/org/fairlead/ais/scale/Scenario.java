package org.fairlead.ais.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;
import org.fairlead.contracts.Topics;
import org.fairlead.testing.SeparateKafka;

/// One run over all that was recorded, on a broker of its own, by instances that come and go.
public final class Scenario implements AutoCloseable {

    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final String name;
    private final Recorded world;
    private final Path directory;
    private final SeparateKafka kafka;
    private final Observed observed;
    private final List<Process> instances = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();

    /// How far it was at a time.
    record Moment(
            long nanos,
            Map<TopicPartition, Long> committed,
            long fixes,
            Duration processor,
            Duration threads) {}

    public Scenario(int number, String name, Recorded world, Path directory) throws IOException {
        this.name = name;
        this.world = world;
        this.directory = directory.resolve(name);
        this.kafka = SeparateKafka.start(number);
        this.observed = new Observed(kafka.servers(), name);
        world.writeTo(kafka.servers());
    }

    Observed observed() {
        return observed;
    }

    public Process spawn(int standbys, int threads, List<String> options) throws IOException {
        int n = instances.size();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        ScaleInstance.class.getName(),
                        kafka.servers(),
                        name,
                        directory.resolve("state-" + n).toString(),
                        Integer.toString(standbys),
                        Integer.toString(threads)));
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                Path.of(
                                                System.getProperty("java.io.tmpdir"),
                                                name + "-" + n + ".log")
                                        .toFile())
                        .start();
        instances.add(process);
        return process;
    }

    /// Looks again and again, until a share of all frames is done.
    void until(double share) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (look().fixes() < share * world.fixes()) {
            if (System.nanoTime() > end || instances.stream().noneMatch(Process::isAlive)) {
                throw new IllegalStateException(
                        name + ": stands at " + moments.getLast() + " of " + world.fixes());
            }
            Thread.sleep(LOOKS_EVERY);
        }
    }

    Moment look() throws InterruptedException {
        var committed = observed.committed();
        var moment =
                new Moment(
                        System.nanoTime(),
                        committed,
                        world.fixesUntil(committed),
                        processor(),
                        ThreadTime.of(instances, name));
        moments.add(moment);
        return moment;
    }

    private Duration processor() {
        return instances.stream()
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Until every partition goes on, of frames as of what is sent on between its parts.
    double secondsUntilAllMove(Map<TopicPartition, Long> before)
            throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        var topics = new ArrayList<>(observed.topics("-repartition"));
        topics.add(Topics.AIS_FRAMES);
        var waiting = new HashMap<>(observed.ends(topics));
        while (true) {
            var now = look().committed();
            waiting.entrySet()
                    .removeIf(end ->
                            now.getOrDefault(end.getKey(), 0L)
                                            > before.getOrDefault(end.getKey(), 0L)
                                    || now.getOrDefault(end.getKey(), 0L) >= end.getValue() - 1);
            if (waiting.isEmpty()) {
                return (System.nanoTime() - began) / 1e9;
            }
            Thread.sleep(LOOKS_EVERY);
        }
    }

    /// The longest time between two looks in which a partition of frames stood still although there
    /// was more of it, from a moment on.
    double longestPauseSeconds(int fromMoment) {
        double longest = 0;
        for (int partition = 0; partition < world.frames().size(); partition++) {
            var key = new TopicPartition(Topics.AIS_FRAMES, partition);
            long movedAt = moments.get(fromMoment).nanos();
            long at = moments.get(fromMoment).committed().getOrDefault(key, 0L);
            for (Moment moment : moments.subList(fromMoment, moments.size())) {
                long now = moment.committed().getOrDefault(key, 0L);
                if (now > at || at >= world.frames().get(partition).size()) {
                    movedAt = moment.nanos();
                    at = now;
                }
                longest = Math.max(longest, (moment.nanos() - movedAt) / 1e9);
            }
        }
        return longest;
    }

    int looks() {
        return moments.size();
    }

    /// Fixes a second and processor time a fix over the last third: starting, and the compiler
    /// coming to know the code, are before it.
    String pace() {
        var first =
                moments.stream()
                        .filter(one -> one.fixes() >= world.fixes() / 3 * 2)
                        .findFirst()
                        .orElseThrow();
        var last = moments.getLast();
        long fixes = last.fixes() - first.fixes();
        return String.format(
                java.util.Locale.ROOT,
                "%,.0f fixes/s, %.1f us of processor a fix, %.1f of it its derivation's threads'"
                        + " (%,.0f fixes/s from the start)",
                fixes / ((last.nanos() - first.nanos()) / 1e9),
                last.processor().minus(first.processor()).toNanos() / 1e3 / fixes,
                last.threads().minus(first.threads()).toNanos() / 1e3 / fixes,
                last.fixes() / ((last.nanos() - moments.getFirst().nanos()) / 1e9));
    }

    /// Until all is done and no activity has come for a while: what was put off is told then.
    ///
    /// @return what holds in the end, without what tells of the way there: the number of its
    ///   version, the time it was found and, of a silence, the figures of reception it was last
    ///   told with. They go on growing with what others are heard; it is told again when its class
    ///   or its state follows from them
    Map<String, JsonNode> finished() throws Exception {
        var holding = newest();
        holding.values().removeIf(one -> one.path("state").asText().equals("retracted"));
        holding.values()
                .forEach(one -> {
                    var activity = (ObjectNode) one;
                    activity.remove(List.of("version", "supersedes", "derivedAt"));
                    if (activity.get("facts") instanceof ObjectNode facts) {
                        facts.remove("reception");
                        activity.remove("reason");
                    }
                });
        return holding;
    }

    /// The newest version of each activity, once all is done.
    public Map<String, JsonNode> newest() throws Exception {
        until(1);
        long before = -1;
        long now = observed.versions();
        while (before != now) {
            before = now;
            Thread.sleep(Duration.ofSeconds(20));
            now = observed.versions();
        }
        return observed.newest();
    }

    @Override
    public void close() {
        for (Process instance : instances) {
            instance.destroyForcibly();
        }
        observed.close();
        kafka.close();
    }
}
