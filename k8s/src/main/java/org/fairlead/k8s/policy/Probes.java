package org.fairlead.k8s.policy;

import java.util.List;
import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Container;
import org.fairlead.k8s.manifest.Manifests;

/// Whoever stays up is asked how it is, and is given time to stop.
final class Probes {

    private static final List<String> PROBES =
            List.of("startupProbe", "livenessProbe", "readinessProbe");
    private static final List<String> ACTIONS = List.of("httpGet", "tcpSocket", "exec", "grpc");

    /// `quarkus.shutdown.timeout` of every service.
    private static final int REQUESTS_IN_FLIGHT_SECONDS = 10;

    private Probes() {}

    static void areAllThree(Manifests manifests, Report report) {
        for (var workload : manifests.workloads()) {
            workload.containers().stream()
                    .filter(container -> !container.runsToItsEnd())
                    .forEach(container -> PROBES.forEach(probe -> check(container, probe, report)));
        }
    }

    private static void check(Container container, String name, Report report) {
        var probe = container.tree().path(name);
        report.unless(
                ACTIONS.stream().anyMatch(probe::has), container, "has no %s that asks", name);
        for (var port : List.of(probe.at("/httpGet/port"), probe.at("/tcpSocket/port"))) {
            report.unless(
                    port.isMissingNode() || container.port(port).isPresent(),
                    container,
                    "has a %s that asks at %s, which is none of its ports",
                    name,
                    port);
        }
    }

    /// A pod is sent requests for a moment after it was told to stop; it must still answer them.
    static void leaveTimeToStop(Manifests manifests, Report report) {
        for (var workload : manifests.workloads()) {
            var grace = workload.podSpec().path("terminationGracePeriodSeconds").asInt(30);
            workload.containers().stream()
                    .filter(container -> workload.isService() && !container.runsToItsEnd())
                    .forEach(container -> {
                        var sleep = container.tree().at("/lifecycle/preStop/sleep/seconds");
                        report.unless(sleep.asInt() > 0, container, "stops answering at once");
                        report.unless(
                                grace > sleep.asInt() + REQUESTS_IN_FLIGHT_SECONDS,
                                container,
                                "is killed after %d s, before its requests are answered",
                                grace);
                    });
        }
    }
}
