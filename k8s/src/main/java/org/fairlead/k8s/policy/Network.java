package org.fairlead.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Labels;
import org.fairlead.k8s.manifest.Manifest;
import org.fairlead.k8s.manifest.Manifests;

/// Who may talk is written down.
final class Network {

    private static final String GATEWAY = "gateway";

    private Network() {}

    static void deniesByDefault(Manifests manifests, Report report) {
        for (var direction : List.of(Traffic.INGRESS, Traffic.EGRESS)) {
            report.unless(
                    Traffic.policies(manifests, direction)
                            .anyMatch(policy ->
                                    Traffic.appliesTo(policy).isEmpty()
                                            && direction.rules(policy).isEmpty()),
                    "NetworkPolicy",
                    "nothing denies all %s there is",
                    direction);
        }
    }

    /// Beside the default, which says nothing about anybody.
    static void namesEveryWorkload(Manifests manifests, Report report) {
        for (var workload : manifests.workloads()) {
            report.unless(
                    Traffic.policies(manifests, Traffic.INGRESS)
                            .map(Traffic::appliesTo)
                            .anyMatch(selector ->
                                    !selector.isEmpty() && selector.selects(workload.podLabels())),
                    workload,
                    "has no NetworkPolicy that says who may reach it");
        }
    }

    static void opensOnlyTheGateway(Manifests manifests, Report report) {
        Traffic.policies(manifests, Traffic.INGRESS)
                .filter(policy -> !isGateway(policy) && isOpen(policy))
                .forEach(policy -> report.add(policy, "lets in callers from outside"));
    }

    private static boolean isGateway(Manifest policy) {
        return policy.at("/spec/podSelector/matchLabels")
                .path(Labels.NAME)
                .asText()
                .equals(GATEWAY);
    }

    private static boolean isOpen(Manifest policy) {
        return StreamSupport.stream(policy.at("/spec/ingress").spliterator(), false)
                .anyMatch(rule -> rule.path("from").isEmpty() || hasOutsider(rule.path("from")));
    }

    private static boolean hasOutsider(JsonNode peers) {
        return StreamSupport.stream(peers.spliterator(), false)
                .anyMatch(peer -> peer.has("ipBlock") || peer.has("namespaceSelector"));
    }
}
