/// What reports can be believed, and when they happened: duplicates, clocks, impossible values.
@NullMarked
package org.fairlead.ais.hygiene;

import org.jspecify.annotations.NullMarked;
