package org.fairlead.cases;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import org.fairlead.testing.TimestampServer;

/// What lies outside of the database: a folder for checkpoints and a time-stamp authority.
public class Outside implements QuarkusTestResourceLifecycleManager {

    private static TimestampServer authority = TimestampServer.start();
    private static Path directory = directory();

    private static Path directory() {
        try {
            return Files.createTempDirectory("fairlead-outside");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static TimestampServer authority() {
        return authority;
    }

    static Path checkpoints() {
        return directory.resolve("checkpoints");
    }

    @Override
    public Map<String, String> start() {
        try {
            Path certificate = directory.resolve("authority.der");
            Files.write(certificate, authority.certificate().getEncoded());
            return Map.of(
                    "cases.audit.checkpoint-directory", checkpoints().toString(),
                    "cases.audit.timestamp-url", authority.url(),
                    "cases.audit.timestamp-certificate", certificate.toString(),
                    // Tests make them when they want them.
                    "cases.audit.checkpoint-every", "1h",
                    // So that a file can be too large without costing a test much.
                    "cases.blob.largest-bytes", "300000");
        } catch (IOException | CertificateEncodingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public void stop() {}
}
