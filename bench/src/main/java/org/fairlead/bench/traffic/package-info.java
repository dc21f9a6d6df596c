/// Sentences of ships that never were, the same for the same seed.
@NullMarked
package org.fairlead.bench.traffic;

import org.jspecify.annotations.NullMarked;
