/// What the look of a hull says of which ship it is.
@NullMarked
package org.fairlead.association.hull;

import org.jspecify.annotations.NullMarked;
