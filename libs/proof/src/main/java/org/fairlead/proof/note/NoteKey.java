package org.fairlead.proof.note;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The public half of a signer, as C2SP signed-note writes it: `<name>+<hash>+<base64>`, where the
/// bytes are `0x01` for Ed25519 and the 32 bytes of the key (RFC 8032), and the hash is the first
/// four bytes of SHA-256 over name, newline and those bytes.
public record NoteKey(String name, byte[] hash, PublicKey key) {

    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final int HASH_BYTES = 4;

    /// What stands before the key in its X.509 form (RFC 8410 §4).
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    public NoteKey {
        hash = hash.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    static NoteKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        return new NoteKey(name, hash(name, typed(raw)), key);
    }

    /// @throws IllegalArgumentException when it is no such line; the message says what is wrong
    public static NoteKey parse(String line) {
        String[] parts = line.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a key is <name>+<hash>+<base64>, was: " + line);
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != KEY_BYTES + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("expected an Ed25519 key of 33 bytes: " + line);
        }
        byte[] hash = hash(parts[0], typed);
        if (!HexFormat.of().formatHex(hash).equals(parts[1])) {
            throw new IllegalArgumentException("name and key do not belong together: " + line);
        }
        try {
            byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY_BYTES);
            System.arraycopy(typed, 1, encoded, PREFIX.length, KEY_BYTES);
            var key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded));
            return new NoteKey(parts[0], hash, key);
        } catch (GeneralSecurityException fault) {
            throw new IllegalArgumentException("no Ed25519 key: " + line, fault);
        }
    }

    public String line() {
        byte[] encoded = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        return name
                + "+"
                + HexFormat.of().formatHex(hash)
                + "+"
                + Base64.getEncoder().encodeToString(typed(raw));
    }

    private static byte[] typed(byte[] raw) {
        var out = new ByteArrayOutputStream();
        out.write(ED25519);
        out.writeBytes(raw);
        return out.toByteArray();
    }

    private static byte[] hash(String name, byte[] typed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed), HASH_BYTES);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    @Override
    public String toString() {
        return line();
    }
}
