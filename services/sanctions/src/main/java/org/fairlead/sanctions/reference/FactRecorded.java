package org.fairlead.sanctions.reference;

/// A fact was recorded, and its transaction is through.
public record FactRecorded(String list, String imo) {}
