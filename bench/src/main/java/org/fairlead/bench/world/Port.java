package org.fairlead.bench.world;

import org.fairlead.seas.distance.Place;

/// A port of the world's own small table.
///
/// @param place in the entrance or roads, on water
public record Port(int index, String code, String name, String country, Place place) {}
