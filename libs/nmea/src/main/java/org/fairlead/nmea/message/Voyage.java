package org.fairlead.nmea.message;

import org.jspecify.annotations.Nullable;

/// The part of message 5 that the crew types in for a voyage.
///
/// @param draughtMetres greatest present draught, 0.1 to 25.5; 25.5 stands for that or more
public record Voyage(
        @Nullable Double draughtMetres, @Nullable String destination, @Nullable Eta eta) {

    public static final Voyage NONE = new Voyage(null, null, null);
}
