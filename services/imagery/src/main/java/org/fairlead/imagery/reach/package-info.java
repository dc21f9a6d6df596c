/// Where a silent ship can have been: cells, ports, and how many runs fit.
@NullMarked
package org.fairlead.imagery.reach;

import org.jspecify.annotations.NullMarked;
