package org.fairlead.ais.instance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// This instance: the same as long as its state directory is.
@ApplicationScoped
public class Instance {

    private final Path directory;
    private final UUID id;

    @Inject
    public Instance(@ConfigProperty(name = "fairlead.state-dir") Path stateDirectory)
            throws IOException {
        directory = Files.createDirectories(stateDirectory);
        id = read(directory.resolve("instance-id"));
    }

    /// For the container, which makes a proxy of this class.
    protected Instance() {
        directory = Path.of("");
        id = new UUID(0, 0);
    }

    private static UUID read(Path file) throws IOException {
        if (Files.exists(file)) {
            return UUID.fromString(Files.readString(file).strip());
        }
        var made = UUID.randomUUID();
        var draft = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(draft, made.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    public UUID id() {
        return id;
    }

    /// A directory of this instance, made when it is not there.
    public Path directory(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }
}
