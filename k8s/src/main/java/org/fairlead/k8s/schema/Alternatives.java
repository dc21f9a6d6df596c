package org.fairlead.k8s.schema;

import java.util.Map;
import java.util.Set;

/// Words of which only some are allowed, where the client's models say no more than "a string".
///
/// Those our manifests use; from the Kubernetes API reference.
final class Alternatives {

    private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");
    private static final Map<String, Set<String>> ALLOWED =
            Map.ofEntries(
                    Map.entry(
                            "V1Container.imagePullPolicy",
                            Set.of("Always", "IfNotPresent", "Never")),
                    Map.entry("V1ContainerPort.protocol", PROTOCOLS),
                    Map.entry("V1ServicePort.protocol", PROTOCOLS),
                    Map.entry("V1NetworkPolicyPort.protocol", PROTOCOLS),
                    Map.entry("V1NetworkPolicySpec.policyTypes", Set.of("Ingress", "Egress")),
                    Map.entry("V1PodSpec.restartPolicy", Set.of("Always", "OnFailure", "Never")),
                    Map.entry(
                            "V1PodSecurityContext.fsGroupChangePolicy",
                            Set.of("Always", "OnRootMismatch")),
                    Map.entry(
                            "V1SeccompProfile.type",
                            Set.of("RuntimeDefault", "Localhost", "Unconfined")),
                    Map.entry("V1DeploymentStrategy.type", Set.of("RollingUpdate", "Recreate")),
                    Map.entry(
                            "V1StatefulSetSpec.podManagementPolicy",
                            Set.of("OrderedReady", "Parallel")),
                    Map.entry(
                            "V1TopologySpreadConstraint.whenUnsatisfiable",
                            Set.of("DoNotSchedule", "ScheduleAnyway")),
                    Map.entry(
                            "V1LabelSelectorRequirement.operator",
                            Set.of("In", "NotIn", "Exists", "DoesNotExist")),
                    Map.entry(
                            "V1PersistentVolumeClaimSpec.accessModes",
                            Set.of(
                                    "ReadWriteOnce",
                                    "ReadOnlyMany",
                                    "ReadWriteMany",
                                    "ReadWriteOncePod")),
                    Map.entry(
                            "V1PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy",
                            Set.of("IfHealthyBudget", "AlwaysAllow")));

    private Alternatives() {}

    /// Empty where any word will do.
    static Set<String> of(Class<?> model, String field) {
        return ALLOWED.getOrDefault(model.getSimpleName() + "." + field, Set.of());
    }

    static Set<String> known() {
        return ALLOWED.keySet();
    }
}
