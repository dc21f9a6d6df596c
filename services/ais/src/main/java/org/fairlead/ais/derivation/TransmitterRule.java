package org.fairlead.ais.derivation;

import org.jspecify.annotations.Nullable;

/// Derives activities from the fixes of one transmitter after another: a pure step.
public interface TransmitterRule {

    /// Lower case with hyphens; names the store, so it may never change.
    String name();

    /// @param state what this returned last for the transmitter; null at first
    /// @param frame the frame that brought it about: source, watermark, time
    /// @return what to remember; null forgets the transmitter
    byte @Nullable [] on(
            byte @Nullable [] state, HeardTransmitter heard, HeardFrame frame, Outlet outlet);
}
