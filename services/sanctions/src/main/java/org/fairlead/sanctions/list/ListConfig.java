package org.fairlead.sanctions.list;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How large a publisher's file may be. Prefix `fairlead.sanctions`.
@ConfigMapping(prefix = "fairlead.sanctions")
public interface ListConfig {

    /// Largest file taken in, in bytes; beyond it the upload is refused.
    @WithDefault("67108864")
    long maxFileBytes();
}
