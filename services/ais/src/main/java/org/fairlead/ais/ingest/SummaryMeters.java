package org.fairlead.ais.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/// Carries what a summary gained into the service's counters.
public final class SummaryMeters {

    private SummaryMeters() {}

    public static void count(MeterRegistry meters, Summary before, Summary now) {
        meters.counter("fairlead.ais.lines")
                .increment(now.counts().lines() - before.counts().lines());
        meters.counter("fairlead.ais.fixes")
                .increment(now.counts().fixes() - before.counts().fixes());
        meters.counter("fairlead.ais.duplicates")
                .increment(now.counts().duplicates() - before.counts().duplicates());
        byReason(meters, "fairlead.ais.rejects", before.rejectsByReason(), now.rejectsByReason());
        byReason(meters, "fairlead.ais.doubts", before.doubtsByReason(), now.doubtsByReason());
    }

    private static void byReason(
            MeterRegistry meters, String name, Map<String, Long> before, Map<String, Long> now) {
        now.forEach((reason, count) ->
                meters.counter(name, "reason", reason)
                        .increment(count - before.getOrDefault(reason, 0L)));
    }
}
