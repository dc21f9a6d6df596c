package org.fairlead.cli.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fairlead.cli.platform.PartStatus;
import org.fairlead.cli.platform.Platform;

/// Processor time and memory of the platform's parts at one moment.
record Costs(Map<String, Duration> processor, Map<String, Long> memoryBytes) {

    static Costs of(Platform platform) {
        return of(platform.status());
    }

    static Costs of(List<PartStatus> parts) {
        var processor = new TreeMap<String, Duration>();
        var memory = new TreeMap<String, Long>();
        for (PartStatus part : parts) {
            part.pid()
                    .flatMap(ProcessHandle::of)
                    .ifPresent(process -> {
                        processor.put(part.part(), processorTime(process));
                        memory.put(part.part(), part.memoryBytes());
                    });
        }
        return new Costs(processor, memory);
    }

    /// Seconds of processor time of all parts so far, without asking them anything: what is looked
    /// at each second must cost next to nothing, and a look at their memory takes as long as a
    /// thousand lines.
    ///
    /// @param parts as they were a while ago
    static double processorSeconds(List<PartStatus> parts) {
        return parts.stream()
                        .flatMap(part -> part.pid().stream())
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .mapToLong(process -> processorTime(process).toMillis())
                        .sum()
                / 1e3;
    }

    private static Duration processorTime(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    Map<String, Duration> since(Costs before) {
        var spent = new TreeMap<String, Duration>();
        processor.forEach((part, now) ->
                spent.put(part, now.minus(before.processor.getOrDefault(part, Duration.ZERO))));
        return spent;
    }

    static double seconds(Map<String, Duration> spent) {
        return spent.values().stream().mapToLong(Duration::toMillis).sum() / 1e3;
    }

    long memoryMegabytes() {
        return memoryBytes.values().stream().mapToLong(Long::longValue).sum() >> 20;
    }

    long memoryMegabytes(String part) {
        return memoryBytes.getOrDefault(part, 0L) >> 20;
    }
}
