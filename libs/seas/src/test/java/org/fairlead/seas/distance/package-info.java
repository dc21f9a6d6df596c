@NullMarked
package org.fairlead.seas.distance;

import org.jspecify.annotations.NullMarked;
