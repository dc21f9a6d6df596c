package org.fairlead.gateway.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/// What a webhook signs with, as Standard Webhooks writes it.
///
/// @param secret `whsec_` and 32 random bytes, known to the receiver as well
/// @param privateKey of Ed25519, PKCS 8, base64
/// @param publicKey `whpk_` and the raw 32 bytes
record Keys(String secret, String privateKey, String publicKey) {

    private static final String SECRET = "whsec_";
    private static final String PUBLIC = "whpk_";
    private static final int SECRET_BYTES = 32;
    private static final int RAW_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Keys make() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            // RFC 8410: the last 32 bytes of the encoding are the key.
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW_BYTES, encoded.length);
            return new Keys(
                    newSecret(),
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                    PUBLIC + Base64.getEncoder().encodeToString(raw));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return SECRET + Base64.getEncoder().encodeToString(bytes);
    }

    /// @throws IllegalArgumentException for what is not a secret
    static byte[] bytes(String secret) {
        if (!secret.startsWith(SECRET)) {
            throw new IllegalArgumentException("a secret begins with " + SECRET);
        }
        return Base64.getDecoder().decode(secret.substring(SECRET.length()));
    }

    @Override
    public String toString() {
        return "Keys[" + publicKey + "]";
    }
}
