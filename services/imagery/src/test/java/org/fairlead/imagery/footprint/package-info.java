@NullMarked
package org.fairlead.imagery.footprint;

import org.jspecify.annotations.NullMarked;
