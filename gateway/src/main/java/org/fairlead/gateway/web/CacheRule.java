package org.fairlead.gateway.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long an answer may be kept.
final class CacheRule {

    /// What the build names after its content: `assets/index-B3xk9f2a.js`.
    private static final Pattern NAMED_BY_CONTENT =
            Pattern.compile("/assets/.+-[A-Za-z0-9_-]{8}\\.[a-z0-9.]+");

    private CacheRule() {}

    /// @param given what the answer says already, kept where the path has no rule
    static Optional<String> of(String path, boolean isOk, @Nullable String given) {
        if (path.startsWith("/api/")) {
            return Optional.of("no-store");
        }
        if (isOk && NAMED_BY_CONTENT.matcher(path).matches()) {
            return Optional.of("public, max-age=31536000, immutable");
        }
        return path.startsWith("/q/") && given != null ? Optional.empty() : Optional.of("no-cache");
    }
}
