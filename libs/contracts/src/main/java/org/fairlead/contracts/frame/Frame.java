package org.fairlead.contracts.frame;

import java.util.List;

/// A batch of fixes of transmitters of one partition, in the order they are to be seen.
///
/// @param id the same batch read again has the same id: `<job or feed>/<sequence>`
/// @param source the feed or file it came from
/// @param sourceClass how the source hears
/// @param watermarkMillis how far this source had come, over all its transmitters: its newest
///   believed time, less what its class may be late (10 s terrestrial, 2 h otherwise), and without
///   that at the end of a file
public record Frame(
        String id, String source, SourceClass sourceClass, long watermarkMillis, List<Fix> fixes) {

    public Frame {
        fixes = List.copyOf(fixes);
    }

    /// A frame of a terrestrial source.
    public Frame(String id, String source, long watermarkMillis, List<Fix> fixes) {
        this(id, source, SourceClass.TERRESTRIAL, watermarkMillis, fixes);
    }
}
