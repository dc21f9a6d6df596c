package org.fairlead.imagery.chip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.util.Optional;
import org.fairlead.blobs.BlobStore;
import org.fairlead.blobs.DirectoryBlobStore;
import org.fairlead.blobs.S3Address;
import org.fairlead.blobs.S3BlobStore;

/// The store that the configuration names.
@ApplicationScoped
class ChipBlobs {

    @Produces
    @ApplicationScoped
    BlobStore store(ChipConfig config) throws IOException {
        Optional<String> bucket = config.s3().bucket();
        return bucket.isEmpty()
                ? new DirectoryBlobStore(config.directory().resolve("kept"))
                : new S3BlobStore(address(config.s3(), bucket.get()), config.s3().timeout());
    }

    private static S3Address address(ChipConfig.S3 s3, String bucket) {
        return new S3Address(
                s3.endpoint(),
                s3.region(),
                bucket,
                s3.prefix(),
                s3.pathStyle(),
                s3.accessKey()
                        .flatMap(access ->
                                s3.secretKey()
                                        .map(secret -> new S3Address.Credentials(access, secret))));
    }

    void close(@Disposes BlobStore store) {
        store.close();
    }
}
