package org.fairlead.imagery.footprint;

/// What became of one GeoJSON geometry.
public sealed interface FootprintReading {

    record Valid(Footprint footprint) implements FootprintReading {}

    /// @param detail for whoever sent it: what is wrong, and where
    record Faulty(String detail) implements FootprintReading {}
}
