package org.fairlead.blobs;

/// The SHA-256 of a blob, in 64 small hexadecimal digits.
public record BlobKey(String sha256) {

    public BlobKey {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal digits: " + sha256);
        }
    }

    /// Where it lies: two levels, so that no directory grows large.
    String path() {
        return sha256.substring(0, 2) + '/' + sha256.substring(2, 4) + '/' + sha256;
    }
}
