@NullMarked
package org.fairlead.ais.tile;

import org.jspecify.annotations.NullMarked;
