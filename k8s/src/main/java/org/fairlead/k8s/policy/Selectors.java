package org.fairlead.k8s.policy;

import java.util.stream.Stream;
import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Manifest;
import org.fairlead.k8s.manifest.Manifests;
import org.fairlead.k8s.manifest.Selector;

/// Selectors of what makes pods. They cannot be changed later, so they name what never changes.
final class Selectors {

    private Selectors() {}

    static void areWithinLabels(Manifests manifests, Report report) {
        for (var workload : manifests.workloads()) {
            var selector = new Selector(workload.manifest().at("/spec/selector"));
            // A Job makes its own selector.
            report.unless(
                    workload.isJob()
                            || (!selector.isEmpty() && selector.selects(workload.podLabels())),
                    workload,
                    "does not select the pods it makes");
        }
    }

    static void nameNoVersion(Manifests manifests, Report report) {
        manifests.all().stream()
                .filter(manifest -> keys(manifest).anyMatch(key -> key.contains("version")))
                .forEach(manifest ->
                        report.add(manifest, "selects by a version, which the next one breaks"));
    }

    private static Stream<String> keys(Manifest manifest) {
        var selector = manifest.at("/spec/selector");
        return Stream.concat(
                new Selector(selector).keys().stream(),
                Selector.ofLabels(selector).keys().stream());
    }
}
