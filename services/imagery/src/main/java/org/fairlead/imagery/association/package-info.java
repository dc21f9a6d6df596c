/// What people say of a sighting and a ship: two of them have to say so before it counts.
@NullMarked
package org.fairlead.imagery.association;

import org.jspecify.annotations.NullMarked;
