/// What is kept at hand within a bound.
@NullMarked
package org.fairlead.ais.memory;

import org.jspecify.annotations.NullMarked;
