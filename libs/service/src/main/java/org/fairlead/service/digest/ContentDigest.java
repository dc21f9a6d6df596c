package org.fairlead.service.digest;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of a body as the header `Content-Digest` says it (RFC 9530).
///
/// @param sha256 64 hexadecimal digits, small
public record ContentDigest(String sha256) {

    public static final String HEADER = "Content-Digest";

    private static final Pattern SHA_256 =
            Pattern.compile(
                    "(?:^|,)\\s*sha-256\\s*=(?:\\s*:([A-Za-z0-9+/=]*):)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    public ContentDigest {
        if (!DIGITS.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }

    /// @return empty where the header is absent or tells other algorithms only
    /// @throws ProblemException where it tells a SHA-256 that cannot be one: passing over it would
    ///   leave the sender in the belief that the body was checked
    public static Optional<ContentDigest> read(@Nullable String header) {
        var found = header == null ? null : SHA_256.matcher(header);
        if (found == null || !found.find()) {
            return Optional.empty();
        }
        String encoded = found.group(1);
        byte[] digest = encoded == null ? new byte[0] : decoded(encoded);
        if (digest.length != 32) {
            throw unreadable();
        }
        return Optional.of(new ContentDigest(HexFormat.of().formatHex(digest)));
    }

    public boolean isOf(String digest) {
        return sha256.equals(digest);
    }

    /// As the header says it.
    public String header() {
        byte[] digest = HexFormat.of().parseHex(sha256);
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
    }

    private static byte[] decoded(String encoded) {
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException notBase64) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return ProblemException.invalid(HEADER, "expected sha-256=:<base64>: (RFC 9530)");
    }
}
