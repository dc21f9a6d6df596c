package org.fairlead.ais.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What is taken in. Prefix `ais.upload`.
@ConfigMapping(prefix = "ais.upload")
public interface UploadConfig {

    /// Largest file, in bytes as sent.
    @WithDefault("2147483648")
    long maxBytes();

    /// Rejects of one file that are listed; all are counted.
    @WithDefault("1000")
    int listedRejects();

    /// Whether a file stays in the state directory when it has been decoded: it is the evidence
    /// behind every fix.
    @WithDefault("true")
    boolean keepFiles();
}
