package org.fairlead.sanctions.list;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/// Where files are kept and how large they may be. Prefix `fairlead`.
@ConfigMapping(prefix = "fairlead")
public interface ListConfig {

    /// Directory of this service's own: `spool` while a file comes in, `blobs` for good.
    Path stateDir();

    Sanctions sanctions();

    /// Prefix `fairlead.sanctions`.
    interface Sanctions {

        /// Largest file taken in, in bytes; beyond it the upload is refused.
        @WithDefault("67108864")
        long maxFileBytes();
    }
}
