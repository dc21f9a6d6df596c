package org.fairlead.cases.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import org.fairlead.proof.canonical.CanonicalJson;

/// A record as fetched, in its canonical bytes.
record FrozenRecord(JsonNode content, byte[] bytes, String sha256) {

    static FrozenRecord of(JsonNode content) {
        byte[] bytes = CanonicalJson.bytes(content);
        return new FrozenRecord(content, bytes, CanonicalJson.sha256(bytes));
    }
}
