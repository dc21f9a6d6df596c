package org.fairlead.imagery.chip;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Pictures of sightings and where they are kept. Prefix `fairlead.chip`.
@ConfigMapping(prefix = "fairlead.chip")
public interface ChipConfig {

    /// Largest picture, in bytes.
    @WithDefault("67108864")
    long largestBytes();

    /// Most pixels of a picture: what a browser must hold to show it, at 4 bytes each.
    @WithDefault("100000000")
    long mostPixels();

    /// Where pictures lie while they come in, and where they are kept without a bucket.
    Path directory();

    /// A bucket of a store with the S3 API; used where its name is set.
    S3 s3();

    interface S3 {

        /// Name of the bucket; an operator makes it.
        Optional<String> bucket();

        /// Address of the store; absent for Amazon's own.
        Optional<URI> endpoint();

        /// Region the signature names.
        @WithDefault("us-east-1")
        String region();

        /// In front of the name of every object.
        @WithDefault("chips/")
        String prefix();

        /// The bucket in the path instead of the host name: most stores but Amazon's.
        @WithDefault("true")
        boolean pathStyle();

        /// Absent: the platform gives the process what it needs.
        Optional<String> accessKey();

        /// Beside the access key.
        Optional<String> secretKey();

        /// How long a connection, or silence on one, may take.
        @WithDefault("10s")
        Duration timeout();
    }
}
