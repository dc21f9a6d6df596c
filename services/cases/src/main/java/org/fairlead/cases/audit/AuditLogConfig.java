package org.fairlead.cases.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How the audit is proved. Prefix `cases.audit`.
@ConfigMapping(prefix = "cases.audit")
public interface AuditLogConfig {

    /// How often what was written is put under a new signed checkpoint.
    @WithDefault("5m")
    Duration checkpointEvery();

    /// Where checkpoints are kept beside the database: best on a machine that the database's
    /// administrators do not run. Absent: nowhere.
    Optional<Path> checkpointDirectory();

    /// A time-stamp authority (RFC 3161 over HTTP) that stamps every checkpoint. Absent: none.
    Optional<URI> timestampUrl();

    /// The authority's certificate (PEM or DER): a stamp that is not its own is not kept.
    Optional<Path> timestampCertificate();

    /// How long the authority may take to answer.
    @WithDefault("10s")
    Duration timestampDeadline();

    /// How many entries are put into the log in one transaction.
    @WithDefault("5000")
    int batchEntries();
}
