/// How well ships of a class are heard in a cell: from those heard there before and after.
@NullMarked
package org.fairlead.ais.reception;

import org.jspecify.annotations.NullMarked;
