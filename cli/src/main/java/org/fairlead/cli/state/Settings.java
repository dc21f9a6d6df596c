package org.fairlead.cli.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;
import org.fairlead.cli.Refusal;
import org.jspecify.annotations.Nullable;

/// What a platform was first started with; later starts keep to it.
///
/// @param port first port of the block
/// @param demo whether demonstration people, integrator and case exist
public record Settings(int port, boolean demo) {

    public static final int DEFAULT_PORT = 8080;
    private static final String FILE = "platform.properties";

    public static Optional<Settings> read(StateDirectory state) {
        var file = state.file(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Optional.of(
                new Settings(
                        Integer.parseInt(values.getProperty("port")),
                        Boolean.parseBoolean(values.getProperty("demo"))));
    }

    /// The settings to start with: the stored ones, or the asked ones at a first start.
    ///
    /// The realm holds the addresses people return to after login, and its people, so neither
    /// changes later.
    public static Settings reconcile(
            Optional<Settings> stored, @Nullable Integer port, boolean noDemo) {
        if (stored.isEmpty()) {
            return new Settings(port == null ? DEFAULT_PORT : port, !noDemo);
        }
        var settings = stored.get();
        if (port != null && port != settings.port()) {
            throw new Refusal(
                    "This data directory belongs to port %d; use --port %d, or another directory with --data."
                            .formatted(settings.port(), settings.port()));
        }
        if (noDemo && settings.demo()) {
            throw new Refusal(
                    "This data directory was started with the demonstration; use another with --data, or ./fairlead reset first.");
        }
        return settings;
    }

    public void write(StateDirectory state) {
        var values = new Properties();
        values.setProperty("port", Integer.toString(port));
        values.setProperty("demo", Boolean.toString(demo));
        PrivateFile.write(state.file(FILE), values);
    }
}
