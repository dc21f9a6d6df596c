package org.fairlead.contracts.ais;

import org.jspecify.annotations.Nullable;

/// A port as `libs/seas` knows it.
///
/// @param country ISO 3166-1 alpha-2; absent on the high seas
public record PortRef(String id, String name, @Nullable String country) {}
