/// Tracks at rest.
@NullMarked
package org.fairlead.bench.tracks;

import org.jspecify.annotations.NullMarked;
