package org.fairlead.k8s.render;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairlead.k8s.manifest.Manifests;

/// Kustomize as it is installed here: of its own, or the one inside `kubectl`.
public record Kustomize(List<String> command) {

    /// What to tell somebody who has neither.
    public static final String HOW_TO_GET =
            "There is no kubectl and no kustomize on the PATH, so NOTHING in k8s/ was rendered or"
                    + " checked. Install either: `kubectl` from https://kubernetes.io/docs/tasks/tools/"
                    + " or `kustomize` from https://kubectl.docs.kubernetes.io/installation/kustomize/.";

    public static Optional<Kustomize> find() {
        return program("kubectl")
                .map(path -> new Kustomize(List.of(path.toString(), "kustomize")))
                .or(() ->
                        program("kustomize")
                                .map(path -> new Kustomize(List.of(path.toString(), "build"))));
    }

    private static Optional<Path> program(String name) {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// @throws IOException with kustomize's own words when it does not render
    public Manifests render(Path directory) throws IOException, InterruptedException {
        // The realm's template is outside of k8s/; see backing/plain/keycloak.
        var whole =
                Stream.concat(
                                command.stream(),
                                Stream.of(
                                        "--load-restrictor",
                                        "LoadRestrictionsNone",
                                        directory.toString()))
                        .toList();
        var complaints = Files.createTempFile("kustomize", ".log");
        try {
            var process = new ProcessBuilder(whole).redirectError(complaints.toFile()).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(
                        directory + " does not render: " + Files.readString(complaints));
            }
            return Manifests.parse(said);
        } finally {
            Files.delete(complaints);
        }
    }
}
