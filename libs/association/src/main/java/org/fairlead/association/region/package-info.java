/// How large the water is in which a silent ship can be.
@NullMarked
package org.fairlead.association.region;

import org.jspecify.annotations.NullMarked;
