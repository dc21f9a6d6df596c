package org.fairlead.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The header `webhook-signature` of the Standard Webhooks specification, version 1.0.0: over
/// `id.timestamp.payload`, one signature a scheme and secret, with blanks between them.
final class Signature {

    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /// @param secrets the present one, and the one before while it is still good
    static String of(
            String id, Instant at, String payload, List<String> secrets, String privateKey) {
        byte[] content =
                "%s.%d.%s"
                        .formatted(id, at.getEpochSecond(), payload)
                        .getBytes(StandardCharsets.UTF_8);
        return Stream.concat(
                        secrets.stream().map(secret -> "v1," + symmetric(content, secret)),
                        Stream.of("v1a," + asymmetric(content, privateKey)))
                .collect(Collectors.joining(" "));
    }

    private static String symmetric(byte[] content, String secret) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Keys.bytes(secret), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String asymmetric(byte[] content, String privateKey) {
        try {
            var key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(
                                            Base64.getDecoder().decode(privateKey)));
            var signer = java.security.Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(content);
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
