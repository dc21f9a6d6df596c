package org.fairlead.nmea;

/// What became of the lines read so far: `lines = decoded + awaitingParts + rejected + ignored`.
///
/// A part that waits for its others counts under `awaitingParts` and stays there when the message
/// completes (the line that completed it is the decoded one); when the message is given up, its
/// lines move to `rejected`. A part heard twice waits twice. Where several sentences stand on one
/// line each counts as a line here.
///
/// @param openParts lines of `awaitingParts` whose message is still incomplete
public record Counts(
        long lines,
        long decoded,
        long awaitingParts,
        long rejected,
        long ignored,
        long openParts) {}
