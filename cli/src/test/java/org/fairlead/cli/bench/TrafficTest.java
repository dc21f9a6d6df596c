package org.fairlead.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fairlead.nmea.AisColumnReader;
import org.fairlead.nmea.AisColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficTest {

    private static final int VESSELS = 500;

    @TempDir Path directory;

    /// `ais.derivation.gather-within`, which the slowest interval of ITU-R M.1371-5 equals.
    private static final long PAUSE_MILLIS = Duration.ofMinutes(3).toMillis();

    /// Who says for the first time who she is costs a hundred times as much as another line, and
    /// who is heard again after a pause is derived from at once.
    @Test
    void afterTheIntroductionNobodyIsNewAndEverybodyIsLive() throws IOException {
        var traffic =
                Traffic.introduced(
                        directory,
                        Traffic.quiet(11, VESSELS, Instant.parse("2026-03-01T00:00:00Z")),
                        50_000,
                        2);

        var introduced = read(traffic.introduction().file());
        var then =
                read(traffic.then().getFirst().file()).and(read(traffic.then().getLast().file()));
        assertThat(introduced.named()).hasSize(VESSELS);
        assertThat(introduced.heard()).hasSize(VESSELS);
        assertThat(traffic.then()).extracting(Traffic::lines).containsExactly(50_000L, 50_000L);
        assertThat(traffic.introduction().positions()).isEqualTo(introduced.positions());
        assertThat(traffic.then().stream().mapToLong(Traffic::positions).sum())
                .isEqualTo(then.positions());
        assertThat(then.named()).hasSizeGreaterThan(VESSELS / 2);
        assertThat(introduced.named()).containsAll(then.named());
        assertThat(introduced.heard()).containsKeys(then.heard().keySet().toArray(Integer[]::new));
        then.heard()
                .forEach((mmsi, heard) -> {
                    var before = Objects.requireNonNull(introduced.heard().get(mmsi));
                    assertThat(heard.first() - before.last()).isBetween(0L, PAUSE_MILLIS + 1_000);
                });
    }

    private record Span(long first, long last) {

        Span with(Span later) {
            return new Span(first, later.last);
        }
    }

    /// @param heard of whom there is a position, and when
    /// @param named who said who she is
    private record Read(long positions, Map<Integer, Span> heard, Set<Integer> named) {

        Read and(Read later) {
            var heardThen = new HashMap<>(heard);
            later.heard.forEach((mmsi, span) -> heardThen.merge(mmsi, span, Span::with));
            var namedThen = new HashSet<>(named);
            namedThen.addAll(later.named);
            return new Read(positions + later.positions, heardThen, namedThen);
        }
    }

    private static Read read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var reader = new AisColumnReader();
        var columns = new AisColumns(4_096);
        var heard = new HashMap<Integer, Span>();
        var named = new HashSet<Integer>();
        long positions = 0;
        int at = 0;
        while (at < bytes.length) {
            at += reader.read(bytes, at, bytes.length, true, columns);
            for (int i = 0; i < columns.size(); i++) {
                long millis = columns.epochMillis[i];
                heard.merge(columns.mmsi[i], new Span(millis, millis), Span::with);
                positions++;
            }
            columns.statics().forEach(row -> named.add(row.report().mmsi()));
            columns.clear();
        }
        return new Read(positions, heard, named);
    }
}
