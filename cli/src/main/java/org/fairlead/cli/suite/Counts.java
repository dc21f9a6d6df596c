package org.fairlead.cli.suite;

import java.util.stream.Stream;

/// How many tests went which way.
record Counts(int passed, int failed, int skipped) {

    static final Counts NONE = new Counts(0, 0, 0);
    static final Counts ONE_PASSED = new Counts(1, 0, 0);
    static final Counts ONE_FAILED = new Counts(0, 1, 0);
    static final Counts ONE_SKIPPED = new Counts(0, 0, 1);

    Counts plus(Counts other) {
        return new Counts(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    static Counts sum(Stream<Counts> all) {
        return all.reduce(NONE, Counts::plus);
    }

    @Override
    public String toString() {
        return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
    }
}
