/// What the imagery service tells the others: sightings and verdicts.
@NullMarked
package org.fairlead.contracts.imagery;

import org.jspecify.annotations.NullMarked;
