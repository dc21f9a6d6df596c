package org.fairlead.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same for both stores; the second one against a real S3 server.
class BlobStoreContractTest {

    abstract static class Contract {

        @TempDir Path files;

        abstract BlobStore store();

        private Path file(byte[] content) throws IOException {
            return Files.write(Files.createTempFile(files, "chip", ""), content);
        }

        private static BlobKey keyOf(byte[] content) throws NoSuchAlgorithmException {
            return new BlobKey(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }

        private static byte[] read(Optional<InputStream> stream) throws IOException {
            try (InputStream in = stream.orElseThrow()) {
                return in.readAllBytes();
            }
        }

        @Test
        void givesBackWhatItWasGiven() throws Exception {
            byte[] content = new byte[300_000];
            new Random(7).nextBytes(content);
            BlobKey key = keyOf(content);

            store().put(key, file(content));

            assertThat(store().size(key)).hasValue(content.length);
            assertThat(read(store().open(key, 0, content.length))).isEqualTo(content);
        }

        @Test
        void givesAPart() throws Exception {
            byte[] content = "0123456789".getBytes(StandardCharsets.US_ASCII);
            BlobKey key = keyOf(content);
            store().put(key, file(content));

            assertThat(read(store().open(key, 3, 4))).asString().isEqualTo("3456");
            assertThat(read(store().open(key, 9, 1))).asString().isEqualTo("9");
        }

        @Test
        void takesTheSameTwice() throws Exception {
            byte[] content = "twice".getBytes(StandardCharsets.US_ASCII);
            BlobKey key = keyOf(content);

            store().put(key, file(content));
            store().put(key, file(content));

            assertThat(read(store().open(key, 0, content.length))).asString().isEqualTo("twice");
        }

        @Test
        void saysThatNothingIsThere() throws Exception {
            BlobKey none = keyOf("none".getBytes(StandardCharsets.US_ASCII));

            assertThat(store().size(none)).isEmpty();
            assertThat(store().open(none, 0, 1)).isEmpty();
        }

        @Test
        void isReachable() {
            assertThat(store().isReachable()).isTrue();
        }
    }

    @Nested
    class ADirectory extends Contract {

        @TempDir Path root;

        @Override
        BlobStore store() {
            try {
                return new DirectoryBlobStore(root);
            } catch (IOException fault) {
                throw new IllegalStateException(fault);
            }
        }

        @Test
        void forgetsTheHalvesAKillLeftBehind() throws IOException {
            store().close();
            Path half = Files.writeString(root.resolve("incoming/half"), "ha");

            store().close();

            assertThat(half).doesNotExist();
        }
    }

    @Nested
    class ABucket extends Contract {

        private S3Proxy server;
        private BlobStoreContext kept;

        @BeforeEach
        void startServer(@TempDir Path objects) throws Exception {
            var properties = new Properties();
            properties.setProperty("jclouds.filesystem.basedir", objects.toString());
            kept =
                    ContextBuilder.newBuilder("filesystem")
                            .credentials("identity", "credential")
                            .overrides(properties)
                            .build(BlobStoreContext.class);
            kept.getBlobStore().createContainerInLocation(null, "chips");
            server =
                    S3Proxy.builder()
                            .blobStore(kept.getBlobStore())
                            .endpoint(URI.create("http://127.0.0.1:0"))
                            .awsAuthentication(AuthenticationType.AWS_V4, "the-key", "the-secret")
                            .build();
            server.start();
        }

        @AfterEach
        void stopServer() throws Exception {
            server.stop();
            kept.close();
        }

        private S3BlobStore bucket(String name, String secret) {
            return new S3BlobStore(
                    new S3Address(
                            Optional.of(URI.create("http://127.0.0.1:" + server.getPort())),
                            "us-east-1",
                            name,
                            "imagery/",
                            true,
                            Optional.of(new S3Address.Credentials("the-key", secret))),
                    Duration.ofSeconds(10));
        }

        @Override
        BlobStore store() {
            return bucket("chips", "the-secret");
        }

        @Test
        void refusesAnotherSecret() {
            try (var stranger = bucket("chips", "another")) {
                assertThat(stranger.isReachable()).isFalse();
                assertThatThrownBy(() -> stranger.open(new BlobKey("0".repeat(64)), 0, 1))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("bucket chips");
            }
        }

        @Test
        void saysThatTheBucketIsNotThere() {
            try (var none = bucket("none", "the-secret")) {
                assertThat(none.isReachable()).isFalse();
            }
        }

        @Test
        void failsWithAnAnswerWhenTheServerIsAway() throws Exception {
            try (var store = store()) {
                server.stop();

                assertThat(store.isReachable()).isFalse();
                assertThatThrownBy(() -> store.size(new BlobKey("0".repeat(64))))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aKeyIsASha256() {
        assertThatThrownBy(() -> new BlobKey("../../etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
