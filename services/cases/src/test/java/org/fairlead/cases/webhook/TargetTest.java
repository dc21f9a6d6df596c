package org.fairlead.cases.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.fairlead.service.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "240.0.0.1",
                "::1",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "::ffff:10.0.0.1"
            })
    void isNotInAPrivateNetwork(String address) throws UnknownHostException {
        assertThat(Target.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "2001:4860:4860::8888"})
    void isOnTheInternet(String address) throws UnknownHostException {
        assertThat(Target.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void isEncryptedUnlessTheOperatorAllowsOtherwise() {
        assertThatThrownBy(() -> Target.parse("/url", "http://example.org/", false))
                .isInstanceOf(ProblemException.class);
        assertThat(Target.parse("/url", "https://example.org/x", false).port()).isEqualTo(443);
        assertThat(Target.parse("/url", "http://127.0.0.1:81/x", true).port()).isEqualTo(81);
        assertThat(Target.parse("/url", "https://localhost/x", false).resolve(false)).isEmpty();
    }

    @Test
    void isTriedEverMoreRarely() {
        var backoff = new Backoff(Duration.ofSeconds(5));

        assertThat(backoff.after(1, 0.5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(backoff.after(3, 0.5)).isEqualTo(Duration.ofSeconds(45));
        assertThat(backoff.after(30, 0.5)).isEqualTo(Duration.ofHours(1));
        assertThat(backoff.after(1, 0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(backoff.after(1, 1)).isEqualTo(Duration.ofSeconds(6));
    }

    /// The example of the Standard Webhooks specification.
    @Test
    void isSignedAsTheStandardSays() {
        assertThat(
                        Signature.of(
                                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1614265330,
                                "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNLOLJ1OE=");
    }
}
