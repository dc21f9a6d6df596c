package org.fairlead.cases.casefile;

/// Refuses a change made on an older version, and carries the present one.
class StaleCase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CaseFile current;

    StaleCase(CaseFile current) {
        super("changed meanwhile", null, false, false);
        this.current = current;
    }

    CaseFile current() {
        return current;
    }
}
