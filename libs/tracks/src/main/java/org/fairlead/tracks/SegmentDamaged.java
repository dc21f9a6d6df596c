package org.fairlead.tracks;

/// The bytes are not a segment, not a whole one, or not as they were written. The message says what
/// was expected where. Whoever reads a track says so; a track never just comes out shorter.
public final class SegmentDamaged extends Exception {
    private static final long serialVersionUID = 1L;

    public SegmentDamaged(String message) {
        super(message);
    }
}
