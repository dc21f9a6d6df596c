package org.fairlead.k8s.policy;

import java.util.HashSet;
import java.util.stream.StreamSupport;
import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Manifest;
import org.fairlead.k8s.manifest.Manifests;
import org.fairlead.k8s.manifest.Workload;

/// What is mounted is there, and what is there is mounted.
final class Volumes {

    private Volumes() {}

    static void areMountedAndThere(Manifests manifests, Report report) {
        for (var workload : manifests.workloads()) {
            var unused = new HashSet<>(workload.volumeNames());
            for (var container : workload.containers()) {
                container
                        .each("volumeMounts")
                        .map(mount -> mount.path("name").asText())
                        .forEach(name -> {
                            unused.remove(name);
                            report.unless(
                                    workload.volumeNames().contains(name),
                                    container,
                                    "mounts '%s', which is no volume",
                                    name);
                        });
            }
            report.unless(unused.isEmpty(), workload, "mounts nowhere its volumes %s", unused);
        }
    }

    /// A volume that one node may write at a time does not go with two pods, nor with a roll-out
    /// that starts the new pod before the old one is gone.
    static void haveOneWriter(Manifests manifests, Report report) {
        for (var workload : manifests.workloads()) {
            report.unless(
                    !workload.manifest().is("Deployment")
                            || !hasVolumeOfOneWriter(workload, manifests)
                            || isAloneAtAnyTime(workload.manifest()),
                    workload,
                    "shares a ReadWriteOnce volume between pods: one replica and Recreate, or a StatefulSet");
        }
    }

    private static boolean isAloneAtAnyTime(Manifest deployment) {
        return deployment.at("/spec/replicas").asInt(1) <= 1
                && deployment.at("/spec/strategy/type").asText().equals("Recreate");
    }

    private static boolean hasVolumeOfOneWriter(Workload workload, Manifests manifests) {
        return StreamSupport.stream(workload.podSpec().path("volumes").spliterator(), false)
                .map(volume -> volume.at("/persistentVolumeClaim/claimName").asText())
                .flatMap(name -> manifests.find("PersistentVolumeClaim", name).stream())
                .anyMatch(claim ->
                        claim.at("/spec/accessModes/0").asText().startsWith("ReadWriteOnce"));
    }
}
