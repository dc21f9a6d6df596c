package org.fairlead.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);

    /// The example that the libraries of the Standard Webhooks specification test themselves with.
    @Test
    void signsAsTheSpecificationsExample() {
        String signature =
                Signature.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        AT,
                        "{\"test\": 2432232314}",
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        Keys.make().privateKey());

        assertThat(signature).startsWith("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1a,");
    }

    @Test
    void signsWithTheOldSecretTooWhileItIsGood() {
        Keys keys = Keys.make();

        String signature =
                Signature.of(
                        "id",
                        AT,
                        "{}",
                        List.of(keys.secret(), Keys.newSecret()),
                        keys.privateKey());

        assertThat(signature.split(" ")).hasSize(3);
        assertThat(signature.split(" ")[0]).startsWith("v1,").isNotEqualTo(signature.split(" ")[1]);
    }

    @Test
    void verifiesWithThePublicKeyAlone() throws Exception {
        Keys keys = Keys.make();
        String signature = Signature.of("id", AT, "{}", List.of(keys.secret()), keys.privateKey());
        byte[] raw = Base64.getDecoder().decode(keys.publicKey().substring("whpk_".length()));
        var verifier = java.security.Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(raw))));
        verifier.update("id.1614265330.{}".getBytes(StandardCharsets.UTF_8));

        String last = signature.split(" ")[1];
        assertThat(verifier.verify(Base64.getDecoder().decode(last.substring("v1a,".length()))))
                .isTrue();
    }

    /// RFC 8032, 5.1.2: little-endian, the sign of x in the highest bit.
    private static EdECPoint point(byte[] raw) {
        byte[] reversed = new byte[raw.length];
        for (int at = 0; at < raw.length; at++) {
            reversed[at] = raw[raw.length - 1 - at];
        }
        boolean isOdd = (reversed[0] & 0x80) != 0;
        reversed[0] &= 0x7f;
        return new EdECPoint(isOdd, new java.math.BigInteger(1, reversed));
    }

    @Test
    void tellsNoSecretInItsText() {
        Keys keys = Keys.make();

        assertThat(keys.toString()).doesNotContain(keys.secret()).doesNotContain(keys.privateKey());
    }

    @Test
    void refusesWhatIsNoSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keys.bytes("hunter2"))
                .withMessageContaining("whsec_");
    }
}
