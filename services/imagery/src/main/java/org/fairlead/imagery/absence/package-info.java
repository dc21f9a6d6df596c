/// What a scene proves by what it does not show.
@NullMarked
package org.fairlead.imagery.absence;

import org.jspecify.annotations.NullMarked;
