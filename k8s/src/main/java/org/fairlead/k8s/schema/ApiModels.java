package org.fairlead.k8s.schema;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The official client's class for each kind, found as the client itself would send it: through the
/// method that creates one.
final class ApiModels {

    private static final String APIS = "io.kubernetes.client.openapi.apis.";

    private ApiModels() {}

    /// Empty where Kubernetes itself has no such kind: a misspelt one, or another's.
    static Optional<Class<?>> of(String apiVersion, String kind) {
        return api(apiVersion).flatMap(api -> created(api, kind));
    }

    private static Optional<Class<?>> created(Class<?> api, String kind) {
        return Arrays.stream(api.getMethods())
                .filter(method -> creates(method, kind))
                .<Class<?>>map(method -> method.getParameterTypes()[method.getParameterCount() - 1])
                .findFirst();
    }

    private static boolean creates(Method method, String kind) {
        return method.getName().equals("create" + kind)
                || method.getName().equals("createNamespaced" + kind);
    }

    private static Optional<Class<?>> api(String apiVersion) {
        var slash = apiVersion.indexOf('/');
        var group = slash < 0 ? "core" : apiVersion.substring(0, slash);
        var version = apiVersion.substring(slash + 1);
        try {
            return Optional.of(
                    Class.forName(
                            APIS + camel(group.replace(".k8s.io", "")) + camel(version) + "Api"));
        } catch (ClassNotFoundException none) {
            return Optional.empty();
        }
    }

    private static String camel(String dotted) {
        return Arrays.stream(dotted.split("\\."))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
