package org.fairlead.proof.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.proof.canonical.CanonicalJson;

/// Links audit entries, and finds the first that was changed, left out or put in between. A chain
/// cut at its end is not found by this alone: somebody else must know its last hash.
public final class AuditChain {

    public static final String START = "0".repeat(64);

    private AuditChain() {}

    public static AuditEntry link(
            UUID chain,
            Optional<AuditEntry> last,
            Instant at,
            String actor,
            String subject,
            String action,
            String object,
            String detail) {
        int sequence = last.map(AuditEntry::sequence).orElse(0) + 1;
        String previous = last.map(AuditEntry::hash).orElse(START);
        var entry =
                new AuditEntry(
                        chain, sequence, at, actor, subject, action, object, detail, previous, "");
        return withHash(entry);
    }

    /// The sequence number at which the chain no longer holds; empty when it is whole.
    public static Optional<Integer> firstBreak(List<AuditEntry> entries) {
        String previous = START;
        int expected = 1;
        for (AuditEntry entry : entries) {
            boolean holds =
                    entry.sequence() == expected
                            && entry.previousHash().equals(previous)
                            && isAsHashed(entry);
            if (!holds) {
                return Optional.of(expected);
            }
            previous = entry.hash();
            expected++;
        }
        return Optional.empty();
    }

    /// Whether the entry says what its hash was taken of.
    public static boolean isAsHashed(AuditEntry entry) {
        return withHash(entry).hash().equals(entry.hash());
    }

    static ObjectNode content(AuditEntry entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("chain", entry.chain().toString())
                .put("sequence", entry.sequence())
                .put("at", entry.at().toString())
                .put("actor", entry.actor())
                .put("subject", entry.subject())
                .put("action", entry.action())
                .put("object", entry.object())
                .put("detail", entry.detail());
    }

    private static AuditEntry withHash(AuditEntry entry) {
        var hashed = new ByteArrayOutputStream();
        hashed.writeBytes(entry.previousHash().getBytes(StandardCharsets.US_ASCII));
        hashed.writeBytes(CanonicalJson.bytes(content(entry)));
        return new AuditEntry(
                entry.chain(),
                entry.sequence(),
                entry.at(),
                entry.actor(),
                entry.subject(),
                entry.action(),
                entry.object(),
                entry.detail(),
                entry.previousHash(),
                CanonicalJson.sha256(hashed.toByteArray()));
    }
}
