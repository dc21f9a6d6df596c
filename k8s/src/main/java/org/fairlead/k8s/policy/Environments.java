package org.fairlead.k8s.policy;

import java.util.HashSet;
import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Manifests;

/// Variables are what they look like.
final class Environments {

    private Environments() {}

    static void resolve(Manifests manifests, Report report) {
        for (var workload : manifests.workloads()) {
            for (var container : workload.containers()) {
                var unresolved = Environment.of(container, manifests).unresolved();
                report.unless(
                        unresolved.isEmpty(), container, "names no variable above: %s", unresolved);
                var seen = new HashSet<String>();
                container
                        .each("env")
                        .map(variable -> variable.path("name").asText())
                        .filter(name -> !seen.add(name))
                        .forEach(name -> report.add(container, "sets %s twice", name));
            }
        }
    }

    static void haveNoServiceLinks(Manifests manifests, Report report) {
        for (var workload : manifests.workloads()) {
            report.unless(
                    !workload.podSpec().path("enableServiceLinks").asBoolean(true),
                    workload,
                    "gets a variable for every Service, such as KAFKA_PORT, which read as settings");
        }
    }
}
