package org.fairlead.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// Files by their SHA-256. A blob is there as a whole or not at all, and is never changed.
///
/// Every method may block. A store that does not answer throws [IOException].
public interface BlobStore extends AutoCloseable {

    /// Keeps a copy of the file; one that is there already stays as it is.
    ///
    /// @param file whose SHA-256 the caller has taken
    void put(BlobKey key, Path file) throws IOException;

    /// Bytes it has; empty where it is not there.
    OptionalLong size(BlobKey key) throws IOException;

    /// Its bytes from an offset on; empty where it is not there. Whoever asks closes the stream.
    ///
    /// @param from below its size
    /// @param length over 0, not beyond its end
    Optional<InputStream> open(BlobKey key, long from, long length) throws IOException;

    /// Whether the store answers now.
    boolean isReachable();

    @Override
    void close();
}
