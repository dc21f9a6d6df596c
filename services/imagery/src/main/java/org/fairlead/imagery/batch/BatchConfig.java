package org.fairlead.imagery.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Bounds of a file of sightings. Prefix `fairlead.batch`.
@ConfigMapping(prefix = "fairlead.batch")
public interface BatchConfig {

    /// Largest file, in bytes as sent.
    @WithDefault("33554432")
    long largestBytes();

    /// Most rows of one file.
    @WithDefault("100000")
    int mostRows();

    /// Rows recorded in one transaction.
    @WithDefault("200")
    int rowsPerTransaction();

    /// Longest single value, in characters.
    @WithDefault("65536")
    int longestValue();

    /// Rejected rows listed one by one; the rest are only counted.
    @WithDefault("1000")
    int mostRejectsListed();
}
