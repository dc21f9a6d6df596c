package org.fairlead.k8s.policy;

import java.util.regex.Pattern;
import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Container;
import org.fairlead.k8s.manifest.Manifests;

/// The same manifest starts the same image, today and in a year.
///
/// A digest is the only name that cannot be given to another image. Where nothing is ever pulled,
/// the node has one image under a name, and a version is enough.
final class Images {

    private static final Pattern DIGEST = Pattern.compile(".+@sha256:[0-9a-f]{64}");
    private static final Pattern VERSION = Pattern.compile(".+:\\d+(\\.\\d+)+");

    private Images() {}

    static void doNotMove(Manifests manifests, Report report) {
        manifests.workloads().stream()
                .flatMap(workload -> workload.containers().stream())
                .forEach(container ->
                        report.unless(
                                isFixed(container),
                                container,
                                "runs '%s', which may be another image tomorrow: a digest, or a version that"
                                        + " is never pulled",
                                container.tree().path("image").asText()));
    }

    private static boolean isFixed(Container container) {
        var image = container.tree().path("image").asText();
        var isNeverPulled = container.tree().path("imagePullPolicy").asText().equals("Never");
        return DIGEST.matcher(image).matches()
                || (isNeverPulled && VERSION.matcher(image).matches());
    }
}
