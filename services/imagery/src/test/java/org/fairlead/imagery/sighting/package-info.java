@NullMarked
package org.fairlead.imagery.sighting;

import org.jspecify.annotations.NullMarked;
