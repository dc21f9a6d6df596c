/// Scores as OFAC's own search tool gives them.
@NullMarked
package org.fairlead.screening.compat;

import org.jspecify.annotations.NullMarked;
