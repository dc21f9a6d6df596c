package org.fairlead.cases.evidence;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The SHA-256 in a `Content-Digest` field (RFC 9530): `sha-256=:…:`. Other algorithms are passed
/// over.
///
/// @param sha256 in hexadecimal digits
record AnnouncedDigest(String sha256) {

    private static final Pattern SHA_256 =
            Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/=]*):", Pattern.CASE_INSENSITIVE);

    static Optional<AnnouncedDigest> of(@Nullable String header) {
        var found = header == null ? null : SHA_256.matcher(header);
        if (found == null || !found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new AnnouncedDigest(
                            HexFormat.of().formatHex(Base64.getDecoder().decode(found.group(1)))));
        } catch (IllegalArgumentException notBase64) {
            throw ProblemException.invalid(
                    "Content-Digest", "expected sha-256=:<base64>: (RFC 9530)");
        }
    }

    boolean isOf(String digest) {
        return sha256.equals(digest);
    }
}
