package org.fairlead.proof.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/// Entries as JSON, as they leave the platform.
public final class AuditJson {

    private AuditJson() {}

    public static ObjectNode node(AuditEntry entry) {
        return AuditChain.content(entry)
                .put("previousHash", entry.previousHash())
                .put("hash", entry.hash());
    }

    /// What of an entry may be shown to somebody who may not read it: its place and its hashes.
    public static ObjectNode hashesOnly(AuditEntry entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sequence", entry.sequence())
                .put("previousHash", entry.previousHash())
                .put("hash", entry.hash());
    }

    public static boolean isWhole(JsonNode node) {
        return node.has("action");
    }

    /// @throws IllegalArgumentException when it is no entry
    public static AuditEntry entry(JsonNode node) {
        try {
            return new AuditEntry(
                    UUID.fromString(text(node, "chain")),
                    node.path("sequence").asInt(),
                    Instant.parse(text(node, "at")),
                    text(node, "actor"),
                    text(node, "subject"),
                    text(node, "action"),
                    text(node, "object"),
                    text(node, "detail"),
                    text(node, "previousHash"),
                    text(node, "hash"));
        } catch (DateTimeException fault) {
            throw new IllegalArgumentException(fault.getMessage(), fault);
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("an audit entry has a text " + field);
        }
        return value.textValue();
    }
}
