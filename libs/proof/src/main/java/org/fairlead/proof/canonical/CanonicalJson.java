package org.fairlead.proof.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/// JSON Canonicalization Scheme (RFC 8785): sorted keys, one way to write a number, no spaces.
///
/// Numbers are IEEE 754 doubles there: an integer beyond 2^53 loses its last digits, so ids are
/// text.
public final class CanonicalJson {

    private CanonicalJson() {}

    /// @param node an object or an array
    public static byte[] bytes(JsonNode node) {
        try {
            return new JsonCanonicalizer(node.toString())
                    .getEncodedString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public static String sha256(JsonNode node) {
        return sha256(bytes(node));
    }
}
