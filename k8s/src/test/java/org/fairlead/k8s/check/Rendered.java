package org.fairlead.k8s.check;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fairlead.k8s.manifest.Manifests;
import org.fairlead.k8s.render.Kustomize;

/// Overlays rendered once per run; a machine without kustomize skips, and says so.
public final class Rendered {

    private static final Map<Path, Manifests> DONE = new ConcurrentHashMap<>();

    private Rendered() {}

    public static Manifests overlay(Path directory) throws IOException, InterruptedException {
        var kustomize = Kustomize.find();
        if (kustomize.isEmpty()) {
            System.err.println("SKIPPED: " + Kustomize.HOW_TO_GET);
        }
        assumeTrue(kustomize.isPresent(), Kustomize.HOW_TO_GET);
        var manifests = DONE.get(directory);
        if (manifests == null) {
            manifests = kustomize.get().render(directory);
            DONE.put(directory, manifests);
        }
        return manifests;
    }
}
