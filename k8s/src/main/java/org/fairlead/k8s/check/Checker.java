package org.fairlead.k8s.check;

import java.util.List;
import java.util.stream.Stream;
import org.fairlead.k8s.finding.Finding;
import org.fairlead.k8s.manifest.Manifests;
import org.fairlead.k8s.policy.Rule;
import org.fairlead.k8s.schema.SchemaCheck;

/// Everything that can be said of manifests without a cluster.
public final class Checker {

    private Checker() {}

    /// Nothing where all is well.
    public static List<Finding> check(Manifests manifests) {
        return Stream.concat(
                        manifests.all().stream()
                                .flatMap(manifest -> SchemaCheck.of(manifest).stream()),
                        Rule.all().stream().flatMap(rule -> rule.of(manifests).stream()))
                .toList();
    }

    /// Names of everything that can be found wrong.
    public static List<String> rules() {
        return Stream.concat(
                        Stream.of(
                                SchemaCheck.NO_MODEL,
                                SchemaCheck.UNKNOWN_FIELD,
                                SchemaCheck.MISSING_FIELD,
                                SchemaCheck.WRONG_VALUE),
                        Rule.all().stream().map(Rule::name))
                .toList();
    }
}
