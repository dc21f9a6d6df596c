package org.fairlead.proof.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.fairlead.testing.TimestampServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class TimestampTest {

    private static final byte[] STAMPED = "a checkpoint\n".getBytes(StandardCharsets.UTF_8);
    private static final long NONCE = 4711;

    private static TimestampServer server;

    @BeforeAll
    static void start() {
        server = TimestampServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] ask(byte[] stamped) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(server.url()))
                                    .header("Content-Type", "application/timestamp-query")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofByteArray(
                                                    Timestamp.request(stamped, NONCE)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static TimestampAuthority authority() {
        return new TimestampAuthority(server.certificate());
    }

    @Test
    void saysWhenSomethingExisted() throws IOException, InterruptedException {
        var stamp = Timestamp.answered(ask(STAMPED), STAMPED, NONCE);

        assertThat(stamp.isOf(STAMPED)).isTrue();
        assertThat(stamp.isOf(new byte[0])).isFalse();
        assertThat(stamp.isSignedBy(authority())).isTrue();
        assertThat(stamp.at())
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(5)),
                        Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(Timestamp.parse(stamp.bytes()).at()).isEqualTo(stamp.at());
    }

    @Test
    void isNotTakenForAnotherQuestion() throws IOException, InterruptedException {
        byte[] answer = ask(STAMPED);

        assertThatThrownBy(() -> Timestamp.answered(answer, STAMPED, NONCE + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonce");
        assertThatThrownBy(() -> Timestamp.answered(answer, new byte[1], NONCE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Timestamp.parse("no answer".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNotSignedByAnotherAuthority() throws IOException, InterruptedException {
        var stamp = Timestamp.answered(ask(STAMPED), STAMPED, NONCE);
        try (var other = TimestampServer.start()) {
            assertThat(stamp.isSignedBy(new TimestampAuthority(other.certificate()))).isFalse();
        }
    }

    /// A flipped byte is refused, or leaves time and signer as they were (the answer's free text).
    @Test
    void doesNotHoldWhenAByteIsFlipped() throws IOException, InterruptedException {
        byte[] answer = ask(STAMPED);
        var honest = Timestamp.parse(answer);
        for (int at = 0; at < answer.length; at++) {
            byte[] changed = answer.clone();
            changed[at] ^= 1;
            try {
                var stamp = Timestamp.parse(changed);
                boolean holds = stamp.isOf(STAMPED) && stamp.isSignedBy(authority());
                assertThat(!holds || stamp.at().equals(honest.at())).as("byte %d", at).isTrue();
            } catch (RuntimeException refused) {
                assertThat(refused).as("byte %d", at).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    static boolean hasOpenssl() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /// What a third party would use.
    @Test
    @EnabledIf("hasOpenssl")
    void isVerifiedByOpenssl(@TempDir Path directory) throws IOException, InterruptedException {
        Files.write(directory.resolve("checkpoint.txt"), STAMPED);
        Files.write(directory.resolve("checkpoint.txt.tsr"), ask(STAMPED));
        Files.writeString(
                directory.resolve("tsa.pem"),
                "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                        .formatted(Base64.getMimeEncoder().encodeToString(encoded())));

        var process =
                new ProcessBuilder(
                                "openssl",
                                "ts",
                                "-verify",
                                "-data",
                                "checkpoint.txt",
                                "-in",
                                "checkpoint.txt.tsr",
                                "-CAfile",
                                "tsa.pem")
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("Verification: OK");
    }

    private static byte[] encoded() {
        try {
            return server.certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
