package org.fairlead.proof.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// One deed, and its place in the chain of the case or lead it is about.
///
/// @param sequence 1 for the first entry of the chain, then one more each
/// @param previousHash hash of the entry before; 64 zeros for the first
/// @param hash SHA-256 over the previous hash and the canonical JSON of everything else
public record AuditEntry(
        UUID chain,
        int sequence,
        Instant at,
        String actor,
        String subject,
        String action,
        String object,
        String detail,
        String previousHash,
        String hash) {

    private static final Set<String> READS =
            Set.of("read", "listed", "downloaded", "exported", "verified");

    /// Whether somebody only looked: actions end in the word for what was done.
    public boolean isRead() {
        return READS.contains(action.substring(action.lastIndexOf('-') + 1));
    }
}
