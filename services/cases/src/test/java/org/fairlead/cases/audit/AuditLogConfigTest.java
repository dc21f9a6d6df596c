package org.fairlead.cases.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditLogConfigTest {

    private static AuditLogConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(AuditLogConfig.class)
                .withDefaultValues(values)
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(AuditLogConfig.class);
    }

    @Test
    void makesACheckpointEveryFiveMinutesAndAsksNobodyByDefault() {
        AuditLogConfig config = config(Map.of());

        assertThat(config.checkpointEvery()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.batchEntries()).isEqualTo(5_000);
        assertThat(config.timestampDeadline()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.checkpointDirectory()).isEmpty();
        assertThat(config.timestampUrl()).isEmpty();
        assertThat(config.timestampCertificate()).isEmpty();
    }

    @Test
    void hasTheseKeys() {
        AuditLogConfig config =
                config(
                        Map.of(
                                "cases.audit.checkpoint-every", "1m",
                                "cases.audit.checkpoint-directory", "/outside",
                                "cases.audit.timestamp-url", "http://127.0.0.1/",
                                "cases.audit.timestamp-certificate", "/authority.pem",
                                "cases.audit.timestamp-deadline", "1s",
                                "cases.audit.batch-entries", "7"));

        assertThat(config.checkpointEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.checkpointDirectory()).contains(Path.of("/outside"));
        assertThat(config.timestampUrl()).contains(URI.create("http://127.0.0.1/"));
        assertThat(config.timestampCertificate()).contains(Path.of("/authority.pem"));
        assertThat(config.timestampDeadline()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.batchEntries()).isEqualTo(7);
    }
}
