package org.fairlead.k8s.policy;

import java.util.List;
import org.fairlead.k8s.finding.Finding;
import org.fairlead.k8s.finding.Report;
import org.fairlead.k8s.manifest.Manifests;

/// Something that must hold in everything that is applied together.
public record Rule(String name, Check check) {

    /// Looks at everything and reports what breaks the rule.
    @FunctionalInterface
    public interface Check {
        void run(Manifests manifests, Report report);
    }

    public List<Finding> of(Manifests manifests) {
        var report = new Report(name);
        check.run(manifests, report);
        return report.findings();
    }

    /// Every rule there is; `checks/defects` has at least one breach of each.
    public static List<Rule> all() {
        return List.of(
                new Rule("service-selector", Services::selectPods),
                new Rule("target-port", Services::reachPorts),
                new Rule("governing-service", Services::governStatefulSets),
                new Rule("selector-in-labels", Selectors::areWithinLabels),
                new Rule("no-version-in-selector", Selectors::nameNoVersion),
                new Rule("references", References::exist),
                new Rule("volumes", Volumes::areMountedAndThere),
                new Rule("one-writer", Volumes::haveOneWriter),
                new Rule("environment", Environments::resolve),
                new Rule("service-links", Environments::haveNoServiceLinks),
                new Rule("probes", Probes::areAllThree),
                new Rule("shutdown", Probes::leaveTimeToStop),
                new Rule("resources", Resources::areBounded),
                new Rule("restricted", Security::isRestricted),
                new Rule("service-account", Security::hasNoRights),
                new Rule("namespace", Security::isEnforcedByNamespace),
                new Rule("images", Images::doNotMove),
                new Rule("disruption-budget", Availability::hasBudget),
                new Rule("spread", Availability::isSpread),
                new Rule("default-deny", Network::deniesByDefault),
                new Rule("network-policy", Network::namesEveryWorkload),
                new Rule("only-gateway-open", Network::opensOnlyTheGateway),
                new Rule("flows", Flows::arePermitted));
    }
}
