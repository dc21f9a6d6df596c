package org.fairlead.ais.derivation;

import org.jspecify.annotations.Nullable;

/// Derives activities from the notes of all ships in one cell: a pure step.
public interface CellRule {

    /// @param state what this returned last for the cell; null at first
    /// @param note as a [TransmitterRule] sent it. Notes of one ship keep their order; notes of
    ///   different ships may come in any.
    /// @param storedMillis when the frame behind the note was written
    /// @return what to remember; null forgets the cell
    byte @Nullable [] on(
            byte @Nullable [] state, long cell, byte[] note, long storedMillis, Outlet outlet);
}
