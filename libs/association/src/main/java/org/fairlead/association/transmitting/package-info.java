/// Whether a ship that transmits is the ship seen.
@NullMarked
package org.fairlead.association.transmitting;

import org.jspecify.annotations.NullMarked;
