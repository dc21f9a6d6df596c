package org.fairlead.k8s.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Manifest;
import org.fairlead.k8s.manifest.Manifests;
import org.fairlead.k8s.manifest.Selector;
import org.fairlead.k8s.manifest.Workload;

/// A node may go at any time, and a zone once in a while.
final class Availability {

    private static final Set<String> TOPOLOGIES =
            Set.of("topology.kubernetes.io/zone", "kubernetes.io/hostname");

    private Availability() {}

    static void hasBudget(Manifests manifests, Report report) {
        for (var workload : manifests.workloads()) {
            var budgets =
                    manifests
                            .of("PodDisruptionBudget")
                            .filter(budget -> selector(budget).selects(workload.podLabels()))
                            .toList();
            report.unless(
                    workload.isJob() || isOneAtATime(budgets),
                    workload,
                    "has the disruption budgets %s, not one that lets go of one pod at a time",
                    budgets);
        }
    }

    private static boolean isOneAtATime(List<Manifest> budgets) {
        return budgets.size() == 1 && budgets.getFirst().at("/spec/maxUnavailable").asInt() == 1;
    }

    private static Selector selector(Manifest budget) {
        return new Selector(budget.at("/spec/selector"));
    }

    static void isSpread(Manifests manifests, Report report) {
        manifests.workloads().stream()
                .filter(workload -> workload.isService() && !workload.isJob())
                .forEach(workload ->
                        report.unless(
                                topologies(workload).containsAll(TOPOLOGIES),
                                workload,
                                "is spread over %s, not over %s",
                                topologies(workload),
                                TOPOLOGIES));
    }

    /// Those over which its own pods are spread; a constraint that selects others spreads nothing.
    private static Set<String> topologies(Workload workload) {
        var constraints = workload.podSpec().path("topologySpreadConstraints");
        return StreamSupport.stream(constraints.spliterator(), false)
                .filter(constraint ->
                        new Selector(constraint.path("labelSelector"))
                                .selects(workload.podLabels()))
                .map(constraint -> constraint.path("topologyKey").asText())
                .collect(Collectors.toSet());
    }
}
