@NullMarked
package org.fairlead.imagery.ranking;

import org.jspecify.annotations.NullMarked;
