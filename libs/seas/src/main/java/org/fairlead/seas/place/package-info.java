/// What people write for a place: names, codes, coordinates.
@NullMarked
package org.fairlead.seas.place;

import org.jspecify.annotations.NullMarked;
