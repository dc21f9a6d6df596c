package org.fairlead.ais.derivation;

import java.util.Optional;
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

    /// Whether anything may be owed at all; most rules tell at once.
    default boolean canOwe() {
        return false;
    }

    /// Whether something of a cell is still to be told, once nothing has come for it for a while.
    /// Asked after each note, and of all cells when a process begins.
    default boolean isOwing(byte[] state) {
        return false;
    }

    /// How long nothing must have come for a cell that owes something, by the clock.
    default long restsAfterMillis(byte[] state, long nowMillis) {
        return 0;
    }

    /// Tells what is owed.
    ///
    /// @return what to remember
    default byte[] onRest(byte[] state, long cell, long nowMillis, Outlet outlet) {
        return state;
    }

    /// What becomes of the notes this rule itself sends to cells: a second round, whose cells are
    /// others though they may have the same numbers. Without one its notes are dropped.
    default Optional<CellRule> then() {
        return Optional.empty();
    }
}
