/// Tracks at rest: the fixes of one transmitter over a slice of time, in a few bytes each.
@NullMarked
package org.fairlead.tracks;

import org.jspecify.annotations.NullMarked;
