package org.fairlead.cli.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// Versions the parent POM gave this build.
public record Versions(String fairlead, String postgresql, String kafka, String keycloak) {

    public static Versions ofThisBuild() {
        var values = new Properties();
        try (var resource =
                Versions.class.getResourceAsStream("/org/fairlead/cli/versions.properties")) {
            values.load(Objects.requireNonNull(resource));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Versions(
                values.getProperty("fairlead"),
                values.getProperty("postgresql"),
                values.getProperty("kafka"),
                values.getProperty("keycloak"));
    }
}
