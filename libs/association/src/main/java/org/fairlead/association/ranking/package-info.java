/// Silences in memory, held against one sighting at a time.
@NullMarked
package org.fairlead.association.ranking;

import org.jspecify.annotations.NullMarked;
