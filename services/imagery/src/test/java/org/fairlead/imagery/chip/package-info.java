@NullMarked
package org.fairlead.imagery.chip;

import org.jspecify.annotations.NullMarked;
