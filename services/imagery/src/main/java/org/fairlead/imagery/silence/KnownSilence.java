package org.fairlead.imagery.silence;

import org.fairlead.contracts.ais.Silence;
import org.jspecify.annotations.Nullable;

/// A silence, and what is known of the transmitter that fell silent.
public record KnownSilence(Silence silence, @Nullable KnownVessel vessel) {}
