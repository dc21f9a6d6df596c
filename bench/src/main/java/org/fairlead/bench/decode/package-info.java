/// The decoder alone, as the bound of everything that stands on it.
@NullMarked
package org.fairlead.bench.decode;

import org.jspecify.annotations.NullMarked;
