package org.fairlead.cli.build;

import java.nio.file.Path;

/// The checkout the launcher runs from.
public record Workspace(Path root) {

    /// Named by the `fairlead` script, which knows where it lies.
    public static Workspace ofTheScript() {
        return new Workspace(
                Path.of(System.getProperty("fairlead.home", ".")).toAbsolutePath().normalize());
    }

    /// PostgreSQL and Keycloak as Maven fetched them.
    public Path runtime() {
        return root.resolve("cli/target/runtime");
    }

    /// The launcher's own class path, from which Kafka runs as well.
    public Path libraries() {
        return root.resolve("cli/target/lib");
    }

    public Path module(String path) {
        return root.resolve(path);
    }

    /// What `java -jar` starts for a Quarkus module.
    public Path application(String module) {
        return module(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
