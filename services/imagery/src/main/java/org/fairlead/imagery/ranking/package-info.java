/// All silences that stand, in memory, to be held against a sighting at once.
@NullMarked
package org.fairlead.imagery.ranking;

import org.jspecify.annotations.NullMarked;
