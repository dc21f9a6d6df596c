package org.fairlead.k8s.finding;

import java.util.ArrayList;
import java.util.List;

/// Where one rule writes what it finds.
public final class Report {

    private final String rule;
    private final List<Finding> findings = new ArrayList<>();

    public Report(String rule) {
        this.rule = rule;
    }

    public void add(Object where, String message, Object... values) {
        findings.add(new Finding(rule, where.toString(), message.formatted(values)));
    }

    public void unless(boolean holds, Object where, String message, Object... values) {
        if (!holds) {
            add(where, message, values);
        }
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
