/// Sentences damaged on purpose, and a watch over what the decoder makes of them.
@NullMarked
package org.fairlead.bench.fuzz;

import org.jspecify.annotations.NullMarked;
