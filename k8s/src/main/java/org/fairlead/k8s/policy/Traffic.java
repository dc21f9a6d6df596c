package org.fairlead.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fairlead.k8s.manifest.Manifest;
import org.fairlead.k8s.manifest.Manifests;
import org.fairlead.k8s.manifest.Selector;
import org.fairlead.k8s.manifest.Workload;

/// What NetworkPolicies let pass in one direction.
enum Traffic {
    INGRESS("Ingress", "ingress", "from"),
    EGRESS("Egress", "egress", "to");

    private final String type;
    private final String rules;
    private final String peers;

    Traffic(String type, String rules, String peers) {
        this.type = type;
        this.rules = rules;
        this.peers = peers;
    }

    /// Policies that say so; Kubernetes would guess the direction where they do not.
    static Stream<Manifest> policies(Manifests manifests, Traffic direction) {
        return manifests
                .of("NetworkPolicy")
                .filter(policy ->
                        each(policy.at("/spec/policyTypes"))
                                .anyMatch(type -> type.asText().equals(direction.type)));
    }

    static Selector appliesTo(Manifest policy) {
        return new Selector(policy.at("/spec/podSelector"));
    }

    JsonNode rules(Manifest policy) {
        return policy.tree().path("spec").path(rules);
    }

    /// Whether `subject` may talk to (or hear from) `peer` at a port of whichever is the server.
    boolean permits(
            Manifests manifests, Workload subject, Workload peer, Workload server, int port) {
        var policies =
                policies(manifests, this)
                        .filter(policy -> appliesTo(policy).selects(subject.podLabels()))
                        .toList();
        return policies.isEmpty()
                || policies.stream()
                        .flatMap(policy -> each(rules(policy)))
                        .anyMatch(rule -> hasPeer(rule, peer) && hasPort(rule, server, port));
    }

    /// Whether names can be looked up.
    static boolean permitsDns(Manifests manifests, Workload subject) {
        return policies(manifests, EGRESS)
                .filter(policy -> appliesTo(policy).selects(subject.podLabels()))
                .flatMap(policy -> each(EGRESS.rules(policy)))
                .flatMap(rule -> each(rule.path("ports")))
                .anyMatch(port ->
                        port.path("protocol").asText().equals("UDP")
                                && port.path("port").asInt() == 53);
    }

    private boolean hasPeer(JsonNode rule, Workload peer) {
        var allowed = rule.path(peers);
        return allowed.isEmpty()
                || each(allowed)
                        .anyMatch(one ->
                                one.has("podSelector")
                                        && !one.has("namespaceSelector")
                                        && new Selector(one.path("podSelector"))
                                                .selects(peer.podLabels()));
    }

    private static boolean hasPort(JsonNode rule, Workload server, int port) {
        var allowed = rule.path("ports");
        return allowed.isEmpty()
                || each(allowed)
                        .anyMatch(one ->
                                !one.has("port")
                                        || server.port(one.path("port")).orElse(-1) == port);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
