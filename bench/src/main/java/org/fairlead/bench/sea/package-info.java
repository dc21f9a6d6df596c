/// Sea distances and reachable sets against the clock.
@NullMarked
package org.fairlead.bench.sea;

import org.jspecify.annotations.NullMarked;
