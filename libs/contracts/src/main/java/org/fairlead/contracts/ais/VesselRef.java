package org.fairlead.contracts.ais;

import org.jspecify.annotations.Nullable;

/// A vessel as the sender knew it at that moment. `mmsi` is nine digits, `imo` seven digits without
/// prefix; both are claims of the transmitter.
public record VesselRef(String mmsi, @Nullable String imo, @Nullable String name) {}
