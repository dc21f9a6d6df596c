/// Totals.
@NullMarked
package org.fairlead.ais.statistics;

import org.jspecify.annotations.NullMarked;
