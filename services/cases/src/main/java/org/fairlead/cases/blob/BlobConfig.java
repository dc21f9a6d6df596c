package org.fairlead.cases.blob;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/// Where files are kept that are evidence. Prefix `cases.blob`.
@ConfigMapping(prefix = "cases.blob")
public interface BlobConfig {

    /// A directory that outlives the service and is backed up with the database.
    @WithDefault("${fairlead.state-dir:.}/blobs")
    Path directory();

    /// Largest file that is taken. `quarkus.http.limits.max-body-size` bounds it as well.
    @WithDefault("67108864")
    long largestBytes();
}
