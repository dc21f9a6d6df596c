package org.fairlead.cases.blob;

import java.io.IOException;
import java.io.InputStream;
import org.fairlead.proof.bag.Content;

/// Keeps files by team and SHA-256. What is kept never changes; the same bytes are kept once.
public interface Blobs {

    /// A file as it came, not kept yet.
    ///
    /// @param warnings what whoever opens it should know first
    interface Received {
        String sha256();

        long sizeBytes();

        java.util.List<String> warnings();
    }

    /// More bytes came than may.
    final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        public TooLarge(long largest) {
            super("larger than %d bytes".formatted(largest));
        }
    }

    /// Reads the body to its end, hashing it on the way. Never opens, unpacks or interprets it.
    Received receive(InputStream body, long largestBytes) throws IOException;

    /// Keeps what was received. Once this returns it survives a crash.
    void keep(String team, Received received) throws IOException;

    /// Forgets what was received and not kept; nothing after it was kept.
    void discard(Received received) throws IOException;

    Content open(String team, String sha256);

    /// Ends what was kept; ended twice is the same as once.
    void delete(String team, String sha256) throws IOException;
}
