/// Pictures of what was seen: taken in as a stream, checked, kept by their SHA-256, shown safely.
@NullMarked
package org.fairlead.imagery.chip;

import org.jspecify.annotations.NullMarked;
