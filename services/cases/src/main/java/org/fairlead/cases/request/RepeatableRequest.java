package org.fairlead.cases.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fairlead.proof.canonical.CanonicalJson;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A request that may come twice: the key its sender gave it, and what identifies its content.
///
/// @param hash SHA-256 of method, path and body
public record RepeatableRequest(Optional<String> key, String hash) {

    private static final int LONGEST_KEY = 200;

    /// @param key the header `Idempotency-Key`; without it every request is a new one
    public static RepeatableRequest of(
            @Nullable String key, String path, Object body, ObjectMapper json) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw ProblemException.invalid(
                    "Idempotency-Key", "expected 1 to %d characters".formatted(LONGEST_KEY));
        }
        String content = "POST " + path + "\n" + json.valueToTree(body);
        return new RepeatableRequest(
                Optional.ofNullable(key),
                CanonicalJson.sha256(content.getBytes(StandardCharsets.UTF_8)));
    }
}
