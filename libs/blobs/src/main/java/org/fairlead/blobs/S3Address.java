package org.fairlead.blobs;

import java.net.URI;
import java.util.Optional;

/// Where a bucket is and who asks.
///
/// @param endpoint of a store that is not Amazon's own
/// @param prefix of every object, empty or with a slash at its end
/// @param pathStyle the bucket in the path instead of the host name: most stores but Amazon's
public record S3Address(
        Optional<URI> endpoint,
        String region,
        String bucket,
        String prefix,
        boolean pathStyle,
        Optional<Credentials> credentials) {

    /// A key pair; without one, the SDK's chain finds what the platform gives the process.
    public record Credentials(String accessKey, String secretKey) {

        @Override
        public String toString() {
            return "Credentials[accessKey=" + accessKey + "]";
        }
    }
}
