package org.fairlead.ais.ingest;

import java.util.List;
import org.fairlead.ais.vessel.IdentityClaim;

/// What one stretch of a file gave.
public record Round(
        List<NumberedFrame> frames,
        List<IdentityClaim> claims,
        List<RejectedLine> rejects,
        boolean isLast) {

    public Round {
        frames = List.copyOf(frames);
        claims = List.copyOf(claims);
        rejects = List.copyOf(rejects);
    }
}
