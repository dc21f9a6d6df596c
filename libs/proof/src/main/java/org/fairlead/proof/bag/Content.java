package org.fairlead.proof.bag;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Bytes that can be read more than once, wherever they lie.
@FunctionalInterface
public interface Content {

    InputStream open() throws IOException;

    static Content of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Content of(Path file) {
        return new OfFile(file);
    }

    /// Bytes that lie in a file.
    record OfFile(Path file) implements Content {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    default byte[] bytes() throws IOException {
        try (var in = open()) {
            return in.readAllBytes();
        }
    }

    /// @param sha256 in hexadecimal digits
    record Digest(String sha256, long size) {}

    default Digest digest() throws IOException {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(open(), sha256)) {
                long size = in.transferTo(OutputStream.nullOutputStream());
                return new Digest(HexFormat.of().formatHex(sha256.digest()), size);
            }
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
