package org.fairlead.proof.note;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/// A text that ends in a newline, a blank line, and signatures, as C2SP signed-note defines them:
/// `— <name> <base64 of key hash and signature>`.
///
/// @param text what was signed, with its last newline
/// @param signatures the lines below the blank one, with their newlines
public record SignedNote(String text, String signatures) {

    private static final String DASH = "\u2014 ";
    private static final int HASH_BYTES = 4;

    public static SignedNote sign(String text, NoteSigner signer) {
        if (!text.endsWith("\n") || text.contains("\n\n")) {
            throw new IllegalArgumentException(
                    "a note ends in one newline and has no blank line in it");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(signer.key().hash());
        bytes.writeBytes(signer.sign(text.getBytes(StandardCharsets.UTF_8)));
        return new SignedNote(
                text,
                DASH
                        + signer.key().name()
                        + " "
                        + Base64.getEncoder().encodeToString(bytes.toByteArray())
                        + "\n");
    }

    /// @throws IllegalArgumentException when it is no signed note
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new IllegalArgumentException("no blank line before the signatures");
        }
        return new SignedNote(note.substring(0, blank + 1), note.substring(blank + 2));
    }

    public String note() {
        return text + "\n" + signatures;
    }

    public boolean isSignedBy(NoteKey key) {
        return signatures.lines().anyMatch(line -> isSignature(line, key));
    }

    private boolean isSignature(String line, NoteKey key) {
        String begin = DASH + key.name() + " ";
        if (!line.startsWith(begin)) {
            return false;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(line.substring(begin.length()));
            if (bytes.length <= HASH_BYTES
                    || !Arrays.equals(Arrays.copyOf(bytes, HASH_BYTES), key.hash())) {
                return false;
            }
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key.key());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Arrays.copyOfRange(bytes, HASH_BYTES, bytes.length));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }
}
