/// Finds every listing that a query reaches, without holding it against all: pruned by bounds that
/// are proven, never by a guess.
@NullMarked
package org.fairlead.screening.index;

import org.jspecify.annotations.NullMarked;
