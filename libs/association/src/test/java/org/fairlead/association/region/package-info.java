@NullMarked
package org.fairlead.association.region;

import org.jspecify.annotations.NullMarked;
