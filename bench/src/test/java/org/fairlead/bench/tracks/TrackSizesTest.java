package org.fairlead.bench.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The goals of the track store on real logs; a size is the same on every machine.
class TrackSizesTest {

    private static final Path LOGS = Path.of("../../shared/data/ais");

    @ParameterizedTest
    @CsvSource({
        "dma-2013-pghp-part1.nmea, 5.5",
        "dma-drift-212123000.nmea, 5.5",
        "exactearth-sat-2012-1.nmea, 8.5"
    })
    void takeNoMoreBytesAPositionThanTheGoal(String file, double goal) throws IOException {
        Path log = LOGS.resolve(file);
        assumeTrue(Files.exists(log), "needs " + log);

        var sizes = TrackSizes.of(TrackFile.read(Files.readAllBytes(log)).values(), 1);

        assertThat(sizes.positions()).isPositive();
        assertThat(sizes.further()).isLessThanOrEqualTo(goal).isLessThan(sizes.gorilla() / 2);
    }
}
