package org.fairlead.ais.ingest;

import java.time.Duration;

/// Small frames and rounds, so that few lines make many.
record IngestDefaults(int fixesPerFrame, long flushEveryLines, long maxDecompressedBytes)
        implements IngestConfig {

    static final IngestDefaults SMALL = new IngestDefaults(7, 50, 1L << 40);

    @Override
    public Duration heldFor() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration terrestrialLateness() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration satelliteLateness() {
        return Duration.ofHours(2);
    }

    @Override
    public Duration outageAfter() {
        return Duration.ofHours(2);
    }

    @Override
    public int outageLeastTransmitters() {
        return 10;
    }

    @Override
    public Duration futureTolerance() {
        return Duration.ofHours(24);
    }
}
