package org.fairlead.ais.derivation;

/// Something of one ship that ships near her must be held against.
///
/// @param cell of any grid; all notes of one cell meet in one place
/// @param bytes are the sender's and the [CellRule]'s own
public record CellNote(long cell, byte[] bytes) implements Derived {}
