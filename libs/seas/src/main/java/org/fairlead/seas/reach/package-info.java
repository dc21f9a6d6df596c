/// Where a ship can have been between two reports, and what she can have done there.
@NullMarked
package org.fairlead.seas.reach;

import org.jspecify.annotations.NullMarked;
