/// Tracks at rest: bytes a position, beside other ways of writing them.
@NullMarked
package org.fairlead.bench.tracks;

import org.jspecify.annotations.NullMarked;
