/// Names made comparable: letters, words, numbers. Deterministic; a change here is a new version of
/// the algorithm.
@NullMarked
package org.fairlead.screening.name;

import org.jspecify.annotations.NullMarked;
