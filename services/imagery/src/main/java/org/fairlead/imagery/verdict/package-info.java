/// What a sighting says of a silence: consistent, excluded or undecided.
@NullMarked
package org.fairlead.imagery.verdict;

import org.jspecify.annotations.NullMarked;
