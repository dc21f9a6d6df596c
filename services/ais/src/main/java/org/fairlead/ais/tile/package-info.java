/// Vector tiles of where ships were last, and where ships were heard at all.
@NullMarked
package org.fairlead.ais.tile;

import org.jspecify.annotations.NullMarked;
