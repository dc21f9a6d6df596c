package org.fairlead.ais.archive;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.fairlead.ais.instance.Instance;

/// Finds archived files by the time of their fixes.
@ApplicationScoped
public class ArchiveReading {

    private final ArchiveStore entries;
    private final Archive archive;
    private final Instance instance;

    @Inject
    ArchiveReading(ArchiveStore entries, Archive archive, Instance instance) {
        this.entries = entries;
        this.archive = archive;
        this.instance = instance;
    }

    public Uni<List<ArchiveEntry>> around(Instant from, Instant to, int limit) {
        return entries.around(instance.id(), from, to, limit);
    }

    public Path file(ArchiveEntry entry) {
        return archive.file(entry);
    }
}
