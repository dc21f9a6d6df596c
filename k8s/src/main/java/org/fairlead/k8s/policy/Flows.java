package org.fairlead.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Manifest;
import org.fairlead.k8s.manifest.Manifests;
import org.fairlead.k8s.manifest.Workload;

/// Every address in a workload's environment is that of a Service, and the way there is open at
/// both ends.
final class Flows {

    private static final Pattern ADDRESS =
            Pattern.compile("(?<![a-z0-9.-])([a-z][a-z0-9-]*):([0-9]{2,5})(?![0-9])");

    /// The browser's own machine, in addresses that are for browsers.
    private static final String BROWSER = "localhost";

    private final Manifests manifests;
    private final Report report;

    private Flows(Manifests manifests, Report report) {
        this.manifests = manifests;
        this.report = report;
    }

    static void arePermitted(Manifests manifests, Report report) {
        var flows = new Flows(manifests, report);
        manifests.workloads().forEach(flows::check);
    }

    private void check(Workload workload) {
        var addresses =
                workload.containers().stream()
                        .flatMap(container ->
                                Environment.of(container, manifests).values().values().stream())
                        .flatMap(value -> ADDRESS.matcher(value).results())
                        .filter(address -> !address.group(1).equals(BROWSER))
                        .map(address ->
                                new Address(address.group(1), Integer.parseInt(address.group(2))))
                        .distinct()
                        .toList();
        report.unless(
                addresses.isEmpty() || Traffic.permitsDns(manifests, workload),
                workload,
                "may not ask for the address of a name");
        addresses.forEach(address -> check(workload, address));
    }

    private record Address(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    private void check(Workload caller, Address address) {
        var service = manifests.find("Service", address.host());
        var target = service.flatMap(found -> target(found, address.port()));
        if (service.isEmpty() || target.isEmpty()) {
            report.add(caller, "is to talk to %s, where there is no Service", address);
            return;
        }
        for (var server : manifests.behind(service.get())) {
            check(caller, server, server.port(target.get()).orElse(-1));
        }
    }

    private void check(Workload caller, Workload server, int port) {
        report.unless(
                Traffic.EGRESS.permits(manifests, caller, server, server, port),
                caller,
                "is to talk to %s, but no policy lets it out",
                server);
        report.unless(
                Traffic.INGRESS.permits(manifests, server, caller, server, port),
                caller,
                "is to talk to %s, but no policy there lets it in",
                server);
    }

    private static Optional<JsonNode> target(Manifest service, int port) {
        return StreamSupport.stream(service.at("/spec/ports").spliterator(), false)
                .filter(one -> one.path("port").asInt() == port)
                .map(one -> one.has("targetPort") ? one.path("targetPort") : one.path("port"))
                .findFirst();
    }
}
