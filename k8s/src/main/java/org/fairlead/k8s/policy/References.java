package org.fairlead.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Manifest;
import org.fairlead.k8s.manifest.Manifests;
import org.fairlead.k8s.manifest.Workload;

/// Whatever a pod names is there, down to the key. A pod that names what is not there never starts.
final class References {

    private final Manifests manifests;
    private final Report report;

    private References(Manifests manifests, Report report) {
        this.manifests = manifests;
        this.report = report;
    }

    static void exist(Manifests manifests, Report report) {
        var references = new References(manifests, report);
        manifests.workloads().forEach(references::check);
    }

    private void check(Workload workload) {
        optionalObject(workload, "ServiceAccount", workload.podSpec().path("serviceAccountName"));
        for (var container : workload.containers()) {
            container.each("env").forEach(variable -> variable(workload, variable));
            container
                    .each("envFrom")
                    .forEach(source -> {
                        optionalObject(workload, "ConfigMap", source.at("/configMapRef/name"));
                        optionalObject(workload, "Secret", source.at("/secretRef/name"));
                    });
        }
        workload.podSpec().path("volumes").forEach(volume -> volume(workload, volume));
    }

    private void variable(Workload workload, JsonNode variable) {
        var map = variable.at("/valueFrom/configMapKeyRef");
        var secret = variable.at("/valueFrom/secretKeyRef");
        keyed(workload, "ConfigMap", map.path("name"), map);
        keyed(workload, "Secret", secret.path("name"), secret);
    }

    private void volume(Workload workload, JsonNode volume) {
        optionalObject(
                workload, "PersistentVolumeClaim", volume.at("/persistentVolumeClaim/claimName"));
        source(workload, volume);
        volume.at("/projected/sources").forEach(source -> source(workload, source));
    }

    /// A Secret as a volume has a `secretName`, as a part of one it has a `name`.
    private void source(Workload workload, JsonNode volume) {
        var secret = volume.path("secret");
        var name = secret.has("secretName") ? secret.path("secretName") : secret.path("name");
        items(workload, "ConfigMap", volume.at("/configMap/name"), volume.at("/configMap/items"));
        items(workload, "Secret", name, secret.path("items"));
    }

    private void items(Workload workload, String kind, JsonNode name, JsonNode items) {
        optionalObject(workload, kind, name);
        items.forEach(item -> keyed(workload, kind, name, item));
    }

    private void keyed(Workload workload, String kind, JsonNode name, JsonNode holder) {
        if (name.isMissingNode()) {
            return;
        }
        var key = holder.path("key").asText();
        var keys = manifests.find(kind, name.asText()).map(References::keys).orElse(Set.of());
        report.unless(
                keys.contains(key),
                workload,
                "needs the key '%s' of %s/%s, which has %s",
                key,
                kind,
                name.asText(),
                keys);
    }

    private void optionalObject(Workload workload, String kind, JsonNode name) {
        if (!name.isMissingNode()) {
            object(workload, kind, name.asText());
        }
    }

    private void object(Workload workload, String kind, String name) {
        report.unless(
                manifests.find(kind, name).isPresent(),
                workload,
                "needs %s/%s, which is not there",
                kind,
                name);
    }

    private static Set<String> keys(Manifest manifest) {
        var keys = new TreeSet<String>();
        for (var field : Set.of("data", "stringData", "binaryData")) {
            manifest.tree().path(field).fieldNames().forEachRemaining(keys::add);
        }
        return keys;
    }
}
