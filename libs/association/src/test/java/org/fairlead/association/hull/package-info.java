@NullMarked
package org.fairlead.association.hull;

import org.jspecify.annotations.NullMarked;
