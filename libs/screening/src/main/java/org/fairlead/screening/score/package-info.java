/// How alike two names are, and what that and other evidence make of a pair.
@NullMarked
package org.fairlead.screening.score;

import org.jspecify.annotations.NullMarked;
