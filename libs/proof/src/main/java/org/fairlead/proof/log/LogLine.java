package org.fairlead.proof.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.audit.AuditJson;
import org.fairlead.proof.canonical.CanonicalJson;
import org.fairlead.proof.merkle.MerkleTree;

/// One entry of the instance's log, as it is exported: whole for those who may read it, else only
/// its hash. Either way the log can be held against a checkpoint.
///
/// @param index 0 for the first
/// @param hash of the entry
/// @param chained SHA-256 over the chained hash before and this hash, both as text
public record LogLine(long index, String hash, String chained, Optional<AuditEntry> entry) {

    /// What stands before the first.
    public static final String START = "0".repeat(64);

    private static final ObjectMapper JSON = new ObjectMapper();

    public static String chain(String chainedBefore, String hash) {
        return CanonicalJson.sha256((chainedBefore + hash).getBytes(StandardCharsets.US_ASCII));
    }

    /// The leaf of the tree: of the 32 bytes of the entry's hash.
    public static byte[] leaf(String hash) {
        return MerkleTree.leafHash(HexFormat.of().parseHex(hash));
    }

    public byte[] leaf() {
        return leaf(hash);
    }

    public String text() {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("index", index)
                        .put("hash", hash)
                        .put("chained", chained);
        entry.ifPresent(whole -> node.set("entry", AuditJson.node(whole)));
        return new String(CanonicalJson.bytes(node), StandardCharsets.UTF_8);
    }

    /// @throws IllegalArgumentException when it is no such line
    public static LogLine parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            String hash = node.path("hash").asText();
            if (HexFormat.of().parseHex(hash).length != 32 || !node.path("index").isNumber()) {
                throw new IllegalArgumentException("a line of the log has an index and a hash");
            }
            var line =
                    new LogLine(
                            node.path("index").asLong(),
                            hash,
                            node.path("chained").asText(),
                            node.has("entry")
                                    ? Optional.of(AuditJson.entry(node.path("entry")))
                                    : Optional.empty());
            // A changed name of a field would hide what it names.
            if (!line.text().equals(text)) {
                throw new IllegalArgumentException("not written as the platform writes it");
            }
            return line;
        } catch (JsonProcessingException fault) {
            throw new IllegalArgumentException("not JSON: " + fault.getOriginalMessage(), fault);
        }
    }
}
