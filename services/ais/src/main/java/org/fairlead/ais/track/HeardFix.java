package org.fairlead.ais.track;

import org.fairlead.contracts.frame.Fix;

/// A fix and the source it came from.
record HeardFix(Fix fix, String source) {}
