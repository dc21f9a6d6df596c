package org.fairlead.ais.derivation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Derives activities from the notes of all ships in one cell: a pure step.
///
/// @param <S> what is remembered of a cell; never changed, but replaced
public interface CellRule<S> {

    /// Before all times.
    long TIMELESS = Long.MIN_VALUE;

    /// @param state what this returned last for the cell; null at first
    /// @param note as a [TransmitterRule] sent it. Notes of one ship keep their order; notes of
    ///   different ships may come in any.
    /// @param storedMillis when the frame behind the note was written
    /// @return what to remember, the same object when nothing changed; null forgets the cell
    @Nullable S on(@Nullable S state, long cell, byte[] note, long storedMillis, Outlet outlet);

    /// Once for all the notes between two commits.
    byte[] encode(S state);

    S decode(byte[] bytes);

    /// Whether cells belong to times, which grow: then a state of another time than a note's is
    /// nothing to the note, and of a time newer than all before there is none.
    default boolean hasTimes() {
        return false;
    }

    /// The time a cell belongs to by a note to it.
    ///
    /// @return [#TIMELESS] for a cell of none
    default long timeOf(long cell, byte[] note) {
        return TIMELESS;
    }

    /// The time a cell belongs to by its state.
    default long timeOf(S state) {
        return TIMELESS;
    }

    /// Whether telling waits until all notes of a while are in; most rules tell at once.
    default boolean canOwe() {
        return false;
    }

    /// Whether a look at it could tell anything; only such cells are looked at. Asked of a state
    /// after each note, so it must cost next to nothing; a wrong yes costs a look.
    default boolean mayTell(S state) {
        return true;
    }

    /// Tells what can be told by now. Asked a little after notes came for a cell, and of all cells
    /// that may tell something when a process begins.
    ///
    /// @return what to remember
    default S onLook(S state, long cell, long nowMillis, Outlet outlet) {
        return state;
    }

    /// Whether something is left to be told once nothing has come for the cell for a while. Asked
    /// after [#onLook].
    default boolean isOwing(S state) {
        return false;
    }

    /// How long nothing must have come for a cell that owes something, by the clock.
    default long restsAfterMillis(S state, long nowMillis) {
        return 0;
    }

    /// Tells what is owed.
    ///
    /// @return what to remember
    default S onRest(S state, long cell, long nowMillis, Outlet outlet) {
        return state;
    }

    /// What becomes of the notes this rule itself sends to cells: a second round, whose cells are
    /// others though they may have the same numbers. Without one its notes are dropped.
    default Optional<CellRule<?>> then() {
        return Optional.empty();
    }
}
