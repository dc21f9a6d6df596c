package org.fairlead.ais.upload;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The SHA-256 in a `Content-Digest` field (RFC 9530): `sha-256=:…:`. Other algorithms are passed
/// over.
final class AnnouncedDigest {

    private static final Pattern SHA_256 =
            Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/=]*):", Pattern.CASE_INSENSITIVE);

    private final byte[] sha256;

    private AnnouncedDigest(byte[] sha256) {
        this.sha256 = sha256;
    }

    static Optional<AnnouncedDigest> of(@Nullable String header) {
        var found = header == null ? null : SHA_256.matcher(header);
        if (found == null || !found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AnnouncedDigest(Base64.getDecoder().decode(found.group(1))));
        } catch (IllegalArgumentException notBase64) {
            throw ProblemException.invalid(
                    "Content-Digest", "expected sha-256=:<base64>: (RFC 9530)");
        }
    }

    boolean isOf(byte[] digest) {
        return MessageDigest.isEqual(sha256, digest);
    }
}
