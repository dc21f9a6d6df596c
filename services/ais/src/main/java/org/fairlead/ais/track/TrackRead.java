package org.fairlead.ais.track;

import java.util.List;
import org.fairlead.contracts.frame.Fix;

/// What was read of a track, and what of it could not be.
record TrackRead(List<Fix> fixes, List<Damage> damages) {}
