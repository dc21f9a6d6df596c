@NullMarked
package org.fairlead.association.ranking;

import org.jspecify.annotations.NullMarked;
