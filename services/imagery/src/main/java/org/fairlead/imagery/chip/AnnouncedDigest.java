package org.fairlead.imagery.chip;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The SHA-256 in a `Content-Digest` field (RFC 9530), in hexadecimal digits. Other algorithms are
/// passed over.
final class AnnouncedDigest {

    private static final Pattern SHA_256 =
            Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/=]*):", Pattern.CASE_INSENSITIVE);

    private AnnouncedDigest() {}

    static Optional<String> of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        var found = SHA_256.matcher(header);
        if (!found.find()) {
            if (header.toLowerCase(java.util.Locale.ROOT).contains("sha-256")) {
                throw unreadable();
            }
            return Optional.empty();
        }
        try {
            byte[] digest = Base64.getDecoder().decode(found.group(1));
            if (digest.length == 32) {
                return Optional.of(HexFormat.of().formatHex(digest));
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw unreadable();
    }

    static String header(String sha256) {
        return "sha-256=:"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256))
                + ":";
    }

    private static ProblemException unreadable() {
        return ProblemException.invalid("Content-Digest", "expected sha-256=:<base64>: (RFC 9530)");
    }
}
