package org.fairlead.ais.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Optional;
import org.fairlead.ais.instance.Instance;
import org.jspecify.annotations.Nullable;

/// Works out the hashes of the archive again.
@ApplicationScoped
class Verifier {

    private static final int PAGE = 500;

    private final ArchiveStore entries;
    private final Archive archive;
    private final Instance instance;

    @Inject
    Verifier(ArchiveStore entries, Archive archive, Instance instance) {
        this.entries = entries;
        this.archive = archive;
        this.instance = instance;
    }

    /// @param after sequence of the last entry that was looked at before; 0 to begin
    Verification verify(long after) throws IOException {
        var before =
                after == 0
                        ? Optional.<ArchiveEntry>empty()
                        : entries.after(instance.id(), after - 1, 1).await().indefinitely().stream()
                                .findFirst();
        String head = before.map(ArchiveEntry::hash).orElse(ArchiveEntry.FIRST);
        long expected = after + 1;
        long bytes = 0;
        Verification.Fault fault = null;
        var page = entries.after(instance.id(), after, PAGE).await().indefinitely();
        for (ArchiveEntry entry : page) {
            var found = fault(entry, expected, head);
            fault = fault == null ? found : fault;
            bytes += entry.storedBytes();
            head = entry.hash();
            expected = entry.sequence() + 1;
        }
        Long next = page.size() == PAGE ? page.getLast().sequence() : null;
        return new Verification(fault == null, page.size(), bytes, fault, head, next);
    }

    private Verification.@Nullable Fault fault(ArchiveEntry entry, long expected, String head)
            throws IOException {
        if (entry.sequence() != expected
                || !entry.previous().equals(head)
                || !entry.rightHash().equals(entry.hash())) {
            return new Verification.Fault(
                    entry.sequence(),
                    "chain",
                    "The index was changed here, or an entry before this one is gone.");
        }
        Path file = archive.file(entry);
        if (!Files.exists(file)) {
            return new Verification.Fault(
                    entry.sequence(), "missing", "The file is gone: " + entry.file() + ".");
        }
        if (!sha256(file).equals(entry.sha256())) {
            return new Verification.Fault(
                    entry.sequence(),
                    "altered",
                    "The file is not as it was archived: " + entry.file() + ".");
        }
        return null;
    }

    private static String sha256(Path file) throws IOException {
        var digest = ArchiveEntry.newSha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] chunk = new byte[1 << 16];
            while (in.read(chunk) >= 0) {
                // The digest is what is wanted.
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
