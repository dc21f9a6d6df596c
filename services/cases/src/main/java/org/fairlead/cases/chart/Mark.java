package org.fairlead.cases.chart;

import com.fasterxml.jackson.databind.JsonNode;

/// Something on a map.
///
/// @param geometry GeoJSON: a point, points, lines or an area
/// @param label what stands beside it, short: `E3`
public record Mark(JsonNode geometry, String label) {}
