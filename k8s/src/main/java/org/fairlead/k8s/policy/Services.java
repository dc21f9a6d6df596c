package org.fairlead.k8s.policy;

import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Manifest;
import org.fairlead.k8s.manifest.Manifests;

/// A Service leads to a port that somebody listens on.
final class Services {

    private Services() {}

    static void selectPods(Manifests manifests, Report report) {
        manifests
                .of("Service")
                .forEach(service ->
                        report.unless(
                                manifests.behind(service).size() == 1,
                                service,
                                "selects the pods of %s, not of one workload",
                                manifests.behind(service)));
    }

    static void reachPorts(Manifests manifests, Report report) {
        manifests.of("Service").forEach(service -> reachPorts(service, manifests, report));
    }

    private static void reachPorts(Manifest service, Manifests manifests, Report report) {
        for (var port : service.at("/spec/ports")) {
            var target = port.has("targetPort") ? port.path("targetPort") : port.path("port");
            for (var workload : manifests.behind(service)) {
                report.unless(
                        workload.port(target).isPresent(),
                        service,
                        "leads to port %s, which no container of %s has",
                        target,
                        workload);
            }
        }
    }

    /// The Service a StatefulSet gives its pods names through.
    static void governStatefulSets(Manifests manifests, Report report) {
        manifests
                .of("StatefulSet")
                .forEach(set -> {
                    var name = set.at("/spec/serviceName").asText();
                    var selects =
                            manifests
                                    .find("Service", name)
                                    .map(manifests::behind)
                                    .filter(pods ->
                                            pods.stream()
                                                    .anyMatch(workload ->
                                                            workload.manifest().equals(set)));
                    report.unless(
                            selects.isPresent(),
                            set,
                            "has the service name '%s', and no Service of that name selects its"
                                    + " pods",
                            name);
                });
    }
}
