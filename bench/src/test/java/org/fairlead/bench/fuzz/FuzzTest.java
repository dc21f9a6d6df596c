package org.fairlead.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.fairlead.bench.traffic.MixedTraffic;
import org.fairlead.nmea.AisColumnReader;
import org.fairlead.nmea.AisColumns;
import org.fairlead.nmea.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A minute or so of `./fairlead bench fuzz`, bounded by rounds and repeatable.
class FuzzTest {

    private static final int ROUNDS = 500;

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void nothingEscapesAndEveryLineIsAccountedFor(long seed) {
        var rounds = new AtomicInteger();

        var report = new Fuzz(seed).run(() -> rounds.incrementAndGet() <= ROUNDS);

        assertThat(report.rounds()).isEqualTo(ROUNDS);
        assertThat(report.counts().decoded()).isGreaterThan(100_000);
        // All kinds of damage were there: no reason to reject a line was left out.
        assertThat(report.rejects().keySet()).contains(Reason.values());
    }

    @Test
    void aReaderKeepsNoMoreOfAHostileStreamThanItsBound() {
        var reader = new AisColumnReader();
        var columns = new AisColumns(4_096);
        var damage = new Damage(4);
        var traffic = new MixedTraffic(5);
        var openAtMost = 0L;
        for (var round = 0; round < 200; round++) {
            var log = damage.of(traffic.clean(500), 1, 1);
            var at = 0;
            while (at < log.length) {
                var read = reader.read(log, at, log.length, false, columns);
                columns.clear();
                at += read;
                if (read == 0) {
                    break;
                }
            }
            openAtMost = Math.max(openAtMost, reader.counts().openParts());
        }

        // 1,024 messages of nine parts.
        assertThat(openAtMost).isPositive().isLessThan(9 * 1_024);
        assertThat(reader.sources()).isLessThanOrEqualTo(16_384);
    }
}
