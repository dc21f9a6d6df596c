/// Outlines of land and countries, as this module keeps them.
@NullMarked
package org.fairlead.seas.shape;

import org.jspecify.annotations.NullMarked;
