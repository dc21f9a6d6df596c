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

    /// Their processor time at this moment, and their memory as it was when they were looked at.
    /// That takes the kernel as long as a thousand lines take the platform: so who wants to know
    /// each second how busy they are asks for parts once.
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
