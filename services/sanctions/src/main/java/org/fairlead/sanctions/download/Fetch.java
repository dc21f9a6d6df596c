package org.fairlead.sanctions.download;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of one request.
sealed interface Fetch {

    /// @param file whole, as it came; whoever takes it deletes it
    /// @param etag to be sent back as `If-None-Match`
    /// @param lastModified to be sent back as `If-Modified-Since`, as it was received
    record Fetched(Path file, @Nullable String etag, @Nullable String lastModified)
            implements Fetch {}

    record NotModified() implements Fetch {}

    /// @param reason for a person, without the address
    /// @param retryAfter how long the server asks to be left alone; absent when it does not say
    record Failed(String reason, @Nullable Duration retryAfter) implements Fetch {

        Failed(String reason) {
            this(reason, null);
        }
    }
}
