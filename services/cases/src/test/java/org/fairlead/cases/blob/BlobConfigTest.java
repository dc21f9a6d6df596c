package org.fairlead.cases.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlobConfigTest {

    private static BlobConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(BlobConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(BlobConfig.class);
    }

    @Test
    void keepsFilesUpTo64MebibytesWithTheStateOfTheService() {
        BlobConfig config = config(Map.of("fairlead.state-dir", "/state"));

        assertThat(config.directory()).isEqualTo(Path.of("/state/blobs"));
        assertThat(config.largestBytes()).isEqualTo(64L << 20);
    }

    @Test
    void hasTheseKeys() {
        BlobConfig config =
                config(Map.of("cases.blob.directory", "/blobs", "cases.blob.largest-bytes", "7"));

        assertThat(config.directory()).isEqualTo(Path.of("/blobs"));
        assertThat(config.largestBytes()).isEqualTo(7);
    }
}
