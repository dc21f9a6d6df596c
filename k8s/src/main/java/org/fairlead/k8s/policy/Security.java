package org.fairlead.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Container;
import org.fairlead.k8s.manifest.Manifest;
import org.fairlead.k8s.manifest.Manifests;
import org.fairlead.k8s.manifest.Workload;

/// The pod security standard `restricted`, and a file system that cannot be written to besides.
final class Security {

    private static final int USER = 10001;

    private Security() {}

    static void isRestricted(Manifests manifests, Report report) {
        for (var workload : manifests.workloads()) {
            for (var shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
                report.unless(
                        !workload.podSpec().path(shared).asBoolean(), workload, "has %s", shared);
            }
            report.unless(!hasHostPath(workload), workload, "mounts a path of its node");
            workload.containers().forEach(container -> check(container, report));
        }
    }

    private static boolean hasHostPath(Workload workload) {
        return StreamSupport.stream(workload.podSpec().path("volumes").spliterator(), false)
                .anyMatch(volume -> volume.has("hostPath"));
    }

    private static void check(Container container, Report report) {
        var own = container.tree().path("securityContext");
        report.unless(
                inherited(container, "runAsNonRoot").asBoolean(), container, "may run as root");
        report.unless(
                inherited(container, "runAsUser").asInt() == USER,
                container,
                "does not run as %d",
                USER);
        report.unless(
                inherited(container, "seccompProfile")
                        .path("type")
                        .asText()
                        .equals("RuntimeDefault"),
                container,
                "has no RuntimeDefault seccomp profile");
        report.unless(
                own.path("readOnlyRootFilesystem").asBoolean(),
                container,
                "can write to its image's file system");
        report.unless(
                !own.path("allowPrivilegeEscalation").asBoolean(true)
                        && !own.path("privileged").asBoolean(),
                container,
                "may gain privileges");
        report.unless(
                own.at("/capabilities/drop/0").asText().equals("ALL")
                        && own.at("/capabilities/add").isEmpty(),
                container,
                "keeps capabilities");
    }

    /// A container's own setting goes before its pod's.
    private static JsonNode inherited(Container container, String field) {
        var own = container.tree().path("securityContext").path(field);
        return own.isMissingNode()
                ? container.workload().podSpec().path("securityContext").path(field)
                : own;
    }

    static void hasNoRights(Manifests manifests, Report report) {
        for (var workload : manifests.workloads()) {
            report.unless(
                    workload.podSpec().has("serviceAccountName"),
                    workload,
                    "runs under the account everybody has");
            report.unless(
                    !workload.podSpec().path("automountServiceAccountToken").asBoolean(true),
                    workload,
                    "carries a token for the cluster it has no use for");
        }
    }

    static void isEnforcedByNamespace(Manifests manifests, Report report) {
        for (var workload : manifests.workloads()) {
            report.unless(
                    manifests
                            .find("Namespace", workload.manifest().namespace())
                            .filter(Security::enforcesRestricted)
                            .isPresent(),
                    workload,
                    "is in the namespace '%s', which does not enforce `restricted`",
                    workload.manifest().namespace());
        }
    }

    private static boolean enforcesRestricted(Manifest namespace) {
        return namespace.labels().get("pod-security.kubernetes.io/enforce").equals("restricted");
    }
}
