package org.fairlead.proof.note;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;

/// Signs notes with Ed25519 (RFC 8032): the same note gives the same signature.
public final class NoteSigner {

    public static final int SEED_BYTES = 32;

    private final NoteKey publicKey;
    private final PrivateKey privateKey;

    private NoteSigner(NoteKey publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /// @param name who signs: no blanks, no `+`
    /// @param seed the 32 bytes RFC 8032 §5.1.5 calls the private key
    public static NoteSigner of(String name, byte[] seed) {
        if (name.isBlank()
                || name.contains("+")
                || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "name of a signer with a blank or a plus in it: " + name);
        }
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException(
                    "seed of %d bytes, expected %d".formatted(seed.length, SEED_BYTES));
        }
        try {
            // The generator takes its seed from the random numbers and nothing else: the one way
            // the
            // Java library has to derive the public key from a seed.
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Fixed(seed));
            KeyPair pair = generator.generateKeyPair();
            return new NoteSigner(NoteKey.of(name, pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }

    public NoteKey key() {
        return publicKey;
    }

    byte[] sign(byte[] text) {
        try {
            var signature = java.security.Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("asked for " + bytes.length + " bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }

        @Override
        public String toString() {
            return "fixed " + Arrays.hashCode(seed);
        }
    }
}
