/// One change at a time between sightings and silences.
@NullMarked
package org.fairlead.imagery.turn;

import org.jspecify.annotations.NullMarked;
