/// Places and distances on the earth.
@NullMarked
package org.fairlead.seas.distance;

import org.jspecify.annotations.NullMarked;
