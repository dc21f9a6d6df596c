package org.fairlead.sanctions.list;

/// What became of a handed-in file.
sealed interface Taken {

    ListVersionView version();

    record Accepted(ListVersionView version) implements Taken {}

    record Unchanged(ListVersionView version) implements Taken {}

    record Quarantined(ListVersionView version) implements Taken {}
}
