/// Positions that cannot be: of a ship, and of an area.
@NullMarked
package org.fairlead.ais.anomaly;

import org.jspecify.annotations.NullMarked;
