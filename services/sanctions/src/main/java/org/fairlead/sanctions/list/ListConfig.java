package org.fairlead.sanctions.list;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How large a publisher's file may be. Prefix `fairlead.sanctions`.
@ConfigMapping(prefix = "fairlead.sanctions")
public interface ListConfig {

    /// Largest file taken in, in bytes, packed and unpacked; beyond it the upload is refused.
    /// OFAC's advanced list has more than a hundred million.
    @WithDefault("268435456")
    long maxFileBytes();
}
