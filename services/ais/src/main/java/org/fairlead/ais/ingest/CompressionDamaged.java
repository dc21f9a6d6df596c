package org.fairlead.ais.ingest;

import java.io.IOException;

/// A compressed file ends early or is damaged; what came before it can be used.
public final class CompressionDamaged extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /// @param reason lower-kebab, as in a reject: `truncated-gzip`, `damaged-zstd` …
    /// @param detail one sentence
    public CompressionDamaged(String reason, String detail, IOException cause) {
        super(detail, cause);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
