package org.fairlead.ais.recent;

/// A frame that is not merged into the tracks yet.
///
/// @param partition of the topic, and `offset` in it
/// @param source the feed or file it came from
public record WaitingFrame(int partition, long offset, String source) {}
