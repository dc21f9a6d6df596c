/// Distances by sea and from shore, as the rules ask for them.
@NullMarked
package org.fairlead.ais.sea;

import org.jspecify.annotations.NullMarked;
