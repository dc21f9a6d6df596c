package org.fairlead.k8s.policy;

import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Container;
import org.fairlead.k8s.manifest.Manifests;

/// Memory that is asked for is memory that is had; CPU that is idle may be used.
final class Resources {

    private Resources() {}

    static void areBounded(Manifests manifests, Report report) {
        manifests.workloads().stream()
                .flatMap(workload -> workload.containers().stream())
                .forEach(container -> check(container, report));
    }

    private static void check(Container container, Report report) {
        var requests = container.tree().at("/resources/requests");
        var limits = container.tree().at("/resources/limits");
        report.unless(requests.has("cpu"), container, "requests no CPU");
        report.unless(requests.has("memory"), container, "requests no memory");
        report.unless(limits.has("memory"), container, "has no memory limit");
        report.unless(
                limits.path("memory").equals(requests.path("memory")),
                container,
                "may use more memory than it asked for, and is the first to be killed then");
        report.unless(
                !limits.has("cpu"),
                container,
                "has a CPU limit, which throttles it on an idle node");
    }
}
