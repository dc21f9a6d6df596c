package org.fairlead.bench.world;

import java.time.Instant;

/// One line as it arrives.
///
/// @param receiver name in the tag block's `s:`, known also for lines without one
/// @param text without line break
public record HeardLine(String receiver, Instant arrivedAt, String text) {}
