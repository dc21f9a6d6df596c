package org.fairlead.sanctions.download;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// What became of one request.
sealed interface Fetch {

    /// @param etag to be sent back as `If-None-Match`
    /// @param lastModified to be sent back as `If-Modified-Since`, as it was received
    record Fetched(InputStream body, @Nullable String etag, @Nullable String lastModified)
            implements Fetch {}

    record NotModified() implements Fetch {}

    /// @param reason for a person, without the address
    record Failed(String reason) implements Fetch {}
}
