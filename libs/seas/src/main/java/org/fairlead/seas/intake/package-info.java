/// Lists of ports and zones that an operator brings: read with every bad row named.
@NullMarked
package org.fairlead.seas.intake;

import org.jspecify.annotations.NullMarked;
