package org.fairlead.cases.request;

/// Refuses a change made on an older version, and carries the present one.
public class StaleRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient Object current;
    private final int version;

    /// @param name what it is called in a sentence, "the finding"
    public StaleRecord(String name, Object current, int version) {
        super("changed meanwhile", null, false, false);
        this.name = name;
        this.current = current;
        this.version = version;
    }

    String name() {
        return name;
    }

    Object current() {
        return current;
    }

    int version() {
        return version;
    }
}
